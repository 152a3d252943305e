package io.minutebook.server.store;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import tools.jackson.databind.node.ObjectNode;

/** What is stored in an earlier shape, turned into today's as it is read; the ledger itself is never rewritten. */
final class OldShapes {

    private static final Map<SerializedType, Step> STEPS = Map.of(
            new SimpleSerializedType("orders.order-placed", "1"), new Step("2", OldShapes::linesArePurchases),
            new SimpleSerializedType("packs.pack-pool", "1"), new Step("2", OldShapes::packsAreBought),
            new SimpleSerializedType("packs.pack-pool", "2"), new Step("3", UnaryOperator.identity()),
            new SimpleSerializedType("account.account", "1"), new Step("2", OldShapes::noViolations));

    private OldShapes() {}

    /** How a shape becomes the next one. */
    private record Step(String revision, UnaryOperator<ObjectNode> change) {}

    static boolean isOld(SerializedType type) {
        return STEPS.containsKey(keyOf(type));
    }

    static SerializedType today(SerializedType type) {
        var step = STEPS.get(keyOf(type));
        return step == null ? type : today(new SimpleSerializedType(type.getName(), step.revision()));
    }

    static ObjectNode asOfToday(SerializedType type, ObjectNode stored) {
        var step = STEPS.get(keyOf(type));
        if (step == null) return stored;
        return asOfToday(new SimpleSerializedType(type.getName(), step.revision()), step.change().apply(stored));
    }

    private static SerializedType keyOf(SerializedType type) {
        return new SimpleSerializedType(type.getName(), type.getRevision());
    }

    /** Before there were renewals and upgrades every line was a purchase. */
    private static ObjectNode linesArePurchases(ObjectNode order) {
        for (var line : order.withArray("lines")) ((ObjectNode) line).put("transaction", "PURCHASE");
        return order;
    }

    /** The snapshot of an account from before violations were counted. */
    private static ObjectNode noViolations(ObjectNode account) {
        account.withObject("state").putArray("violations");
        return account;
    }

    /** The snapshot of a pool from before there were bot messages that plans include. */
    private static ObjectNode packsAreBought(ObjectNode pool) {
        for (var pack : pool.withObject("state").withArray("packs")) ((ObjectNode) pack).put("included", false);
        return pool;
    }
}
