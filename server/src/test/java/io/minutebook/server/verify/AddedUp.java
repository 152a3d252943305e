package io.minutebook.server.verify;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Packs and funds at earlier moments, added up from what each stored event says was moved; the balances that events
 * carry are not looked at.
 */
record AddedUp(List<Row> rows) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A stored event. */
    record Row(long position, Instant recordedAt, String type, JsonNode payload) {}

    /** Somewhere in the past. */
    record Moment(long position, Instant asOf) {}

    static AddedUp of(String url) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("select position, recorded_at, event_type, payload from ledger_event"
                    + " where event_type like 'packs.%' or event_type like 'account.%' order by position");
            while (found.next()) {
                rows.add(new Row(
                        found.getLong(1), found.getObject(2, OffsetDateTime.class).toInstant(), found.getString(3),
                        JSON.readTree(found.getString(4))));
            }
        }
        return new AddedUp(rows);
    }

    /** Right at an event, a millisecond beside it, or some days later. */
    Moment random(Random random) {
        var row = rows.get(random.nextInt(rows.size()));
        long beside = random.nextInt(3) == 0 ? random.nextLong(30L * 86_400_000) : random.nextInt(3) - 1;
        return new Moment(row.position(), row.recordedAt().plusMillis(beside));
    }

    Then upTo(Moment moment) {
        return new Then(
                rows.stream().filter(row -> row.position() <= moment.position()).toList(), recordedAt(moment.position()));
    }

    Then recordedBy(Moment moment) {
        return new Then(
                rows.stream().filter(row -> !row.recordedAt().isAfter(moment.asOf())).toList(), moment.asOf());
    }

    private Instant recordedAt(long position) {
        return rows.stream().filter(row -> row.position() == position).findFirst().orElseThrow().recordedAt();
    }

    /** What had been recorded by then. */
    record Then(List<Row> rows, Instant at) {

        /** granted, drawn, expired, refunded and remaining of each pack. */
        Map<String, List<Long>> packsOf(String account) {
            var packs = new TreeMap<String, Moved>();
            for (var row : rows) {
                if (row.type().startsWith("packs.") && accountIn(row.payload()).equals(account)) add(row, packs);
            }
            var figures = new TreeMap<String, List<Long>>();
            packs.forEach((pack, moved) -> figures.put(pack, moved.figures(at)));
            return figures;
        }

        private static String accountIn(JsonNode payload) {
            var own = payload.at("/accountId");
            return own.isString() ? own.asString() : payload.at("/usage/record/accountId").asString();
        }

        private static void add(Row row, Map<String, Moved> packs) {
            var said = row.payload();
            switch (row.type()) {
                case "packs.pack-granted" ->
                    packs.put(said.at("/packId").asString(), new Moved(minutes(said), Instant.parse(said.at("/validUntil").asString())));
                case "packs.minutes-drawn" -> said.at("/draws").forEach(draw -> {
                    var from = held(draw, packs);
                    from.drawn += minutes(draw);
                    from.expired -= draw.at("/fromExpired").asLong();
                });
                case "packs.draw-reversed" -> said.at("/returns").forEach(back -> {
                    var to = held(back, packs);
                    to.drawn -= minutes(back) - back.at("/byHand").asLong(0);
                    to.expired += back.at("/toExpired").asLong();
                });
                case "packs.pack-expired" -> held(said, packs).expired += minutes(said);
                case "packs.pack-refunded" -> held(said, packs).refunded += minutes(said);
                case "packs.minutes-adjusted" ->
                    held(said, packs).drawn += said.at("/returned").asBoolean() ? -minutes(said) : minutes(said);
                default -> {}
            }
        }

        private static Moved held(JsonNode said, Map<String, Moved> packs) {
            return Objects.requireNonNull(packs.get(said.at("/packId").asString()));
        }

        private static long minutes(JsonNode said) {
            return said.at("/minutes").asLong();
        }

        /** Cash, gift and revenue share. */
        List<BigDecimal> fundsOf(String account) {
            var funds = new HashMap<String, BigDecimal>();
            for (var row : rows) {
                var said = row.payload();
                if (!said.at("/accountId").asString().equals(account)) continue;
                switch (row.type()) {
                    case "account.funds-credited" -> {
                        var kind = said.at("/kind").asString();
                        move(funds, kind, said.at("/amount"), 1);
                    }
                    case "account.order-paid" -> moveAll(funds, said.at("/paid"), -1);
                    case "account.funds-returned" -> moveAll(funds, said.at("/returned"), 1);
                    default -> {}
                }
            }
            return List.of("CASH", "GIFT", "REVENUE_SHARE").stream()
                    .map(kind -> funds.getOrDefault(kind, BigDecimal.ZERO).setScale(2))
                    .toList();
        }

        private static void moveAll(Map<String, BigDecimal> funds, JsonNode amounts, int sign) {
            move(funds, "CASH", amounts.at("/cash"), sign);
            move(funds, "GIFT", amounts.at("/gift"), sign);
            move(funds, "REVENUE_SHARE", amounts.at("/revenueShare"), sign);
        }

        private static void move(Map<String, BigDecimal> funds, String kind, JsonNode amount, int sign) {
            var moved = new BigDecimal(amount.asString()).multiply(BigDecimal.valueOf(sign));
            funds.merge(kind, moved, BigDecimal::add);
        }
    }

    /** What was moved of a pack so far. */
    private static final class Moved {
        private final long granted;
        private final Instant validUntil;
        private long drawn;
        private long expired;
        private long refunded;

        Moved(long granted, Instant validUntil) {
            this.granted = granted;
            this.validUntil = validUntil;
        }

        List<Long> figures(Instant at) {
            long left = granted - drawn - expired - refunded;
            boolean lapsed = !validUntil.isAfter(at);
            return List.of(granted, drawn, lapsed ? expired + left : expired, refunded, lapsed ? 0 : left);
        }
    }

    static Map<String, List<Long>> packs(JsonNode answer) {
        var packs = new TreeMap<String, List<Long>>();
        for (var pack : answer) {
            packs.put(
                    pack.at("/packId").asString(),
                    List.of("granted", "drawn", "expired", "refunded", "remaining").stream()
                            .map(field -> pack.at("/" + field).asLong())
                            .toList());
        }
        return packs;
    }

    static List<BigDecimal> funds(JsonNode answer) {
        return List.of("cash", "gift", "revenueShare").stream()
                .map(field -> new BigDecimal(answer.at("/" + field).asString()).setScale(2))
                .toList();
    }
}
