package io.minutebook.server.store;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import tools.jackson.databind.node.ObjectNode;

/** What is stored in an earlier shape, turned into today's as it is read; the ledger itself is never rewritten. */
final class OldShapes {

    private static final Map<SerializedType, Step> STEPS = Map.of(
            new SimpleSerializedType("account.voucher-issued", "1"), new Step("2", OldShapes::voucherIsForAll),
            new SimpleSerializedType("account.order-paid", "1"), new Step("2", OldShapes::vouchersPayAnyLine),
            new SimpleSerializedType("account.account", "1"), new Step("2", OldShapes::vouchersAreForAll),
            new SimpleSerializedType("orders.order-placed", "1"), new Step("2", OldShapes::linesArePurchases),
            new SimpleSerializedType("orders.order-placed", "2"), new Step("3", UnaryOperator.identity()),
            new SimpleSerializedType("account.account", "2"), new Step("3", OldShapes::noViolations),
            new SimpleSerializedType("packs.pack-pool", "1"), new Step("2", OldShapes::packsAreBought),
            new SimpleSerializedType("packs.pack-pool", "2"), new Step("3", OldShapes::nothingWasTold),
            new SimpleSerializedType("packs.pack-pool", "3"), new Step("4", UnaryOperator.identity()));

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

    /** Before vouchers could be for some products. */
    private static ObjectNode voucherIsForAll(ObjectNode voucher) {
        voucher.putArray("products");
        return voucher;
    }

    private static ObjectNode vouchersPayAnyLine(ObjectNode payment) {
        for (var use : payment.withArray("vouchers")) ((ObjectNode) use).putArray("shares");
        return payment;
    }

    private static ObjectNode vouchersAreForAll(ObjectNode account) {
        for (var held : account.withObject("state").withArray("vouchers")) voucherIsForAll((ObjectNode) held);
        return account;
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

    /** The snapshot of a pool from before levels and ends were told of: what was not told is left out. */
    private static ObjectNode nothingWasTold(ObjectNode pool) {
        return pool;
    }
}
