package io.minutebook.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DiscountAuditTest {

    private static final String OWN =
            """
            {"accountId": "1", "number": 1, "product": "P", "terms": {"rate": "0.8"}, "from": "2025-01-01T00:00:00Z",
             "until": "2025-07-01T00:00:00Z", "reason": "contract", "refundable": false}""";
    private static final String PROMOTION =
            """
            {"promotion": {"name": "spring", "products": ["P", "Q"], "terms": {"unitPrice": "0.1"},
             "from": "2025-01-01T00:00:00Z", "reason": "sale", "refundable": true}}""";
    private static final String OF_ACCOUNT =
            """
            "discountedBy": {"source": "ACCOUNT", "name": "own-price-1", "terms": {"rate": "0.8"},
             "from": "2025-01-01T00:00:00Z", "until": "2025-07-01T00:00:00Z", "reason": "contract",
             "refundable": false}""";
    private static final String OF_PROMOTION =
            """
            "discountedBy": {"source": "PROMOTION", "name": "spring", "terms": {"unitPrice": "0.1"},
             "from": "2025-01-01T00:00:00Z", "reason": "sale", "refundable": true}""";
    private static final String BY_DAYS =
            """
            "calculation": {"price": [{"price": "2388.00", "restDays": 184, "termDays": 365}], "rate": "0.8",
             "credit": [{"price": "100.00", "restDays": 1, "termDays": 3}], "rounding": "HALF_UP"}""";

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final DiscountAudit audit =
            new DiscountAudit(new Findings(new PrintStream(told, true, StandardCharsets.UTF_8)));

    /** 10,000 units listed at 0.15; 2,388.00 x 0.8 x 184 / 365 - 100.00 / 3 = 929.716... */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            list    | 1500.00 | 1500.00 |
            list    | 1500.00 | 1499.99 | expected 1500.00
            account | 1500.00 | 1200.00 |
            account | 1500.00 | 1200.01 | expected 1200
            spring  | 1500.00 | 1000.00 |
            spring  | 1500.00 | 1001.00 | expected 1000
            days    | 1203.81 | 929.72  |
            days    | 1203.81 | 929.71  | expected 929.72
            account | 1500.00 | 1600.00 | a discount below nothing
            """)
    void whatALineCostsIsWorkedOutAnew(String how, String listed, String amount, @Nullable String finding) {
        var line = switch (how) {
            case "account" -> OF_ACCOUNT;
            case "spring" -> OF_PROMOTION;
            case "days" -> OF_ACCOUNT + ", " + BY_DAYS;
            default -> "\"no\": \"discount\"";
        };
        assertFound(finding, order("2025-06-30T23:59:59.999Z", line, listed, amount));
    }

    @Test
    void aDiscountMustHaveBeenSetForThatAccountProductAndTime() {
        var inTime = "2025-06-30T23:59:59.999Z";
        assertFound("not in force", order("2025-07-01T00:00:00Z", OF_ACCOUNT, "1500.00", "1200.00"));
        assertFound("not in force", order("2024-12-31T23:59:59.999Z", OF_ACCOUNT, "1500.00", "1200.00"));
        var order = order(inTime, OF_ACCOUNT, "1500.00", "1200.00");
        assertFound("never set so", order.replace("\"product\": \"P\"", "\"product\": \"Q\""));
        assertFound("never set so", order.replace("\"accountId\": \"1\"", "\"accountId\": \"2\""));
        assertFound("never set so", order(inTime, OF_PROMOTION.replace("spring", "autumn"), "1500.00", "1000.00"));
        assertFound("never set so", order(inTime, OF_ACCOUNT.replace("false", "true"), "1500.00", "1200.00"));
    }

    private static String order(String at, String line, String listed, String amount) {
        return """
            {"accountId": "1", "placedAt": "%s", "lines": [{"product": "P", %s, "unitPrice": "0.15", "listPrice": "%s",
             "discount": "%s", "amount": "%s"}]}"""
                .formatted(at, line, listed, new BigDecimal(listed).subtract(new BigDecimal(amount)), amount);
    }

    private void assertFound(@Nullable String finding, String order) {
        told.reset();
        for (var event : List.of(
                List.of("discounts.account-price-set", OWN),
                List.of("discounts.promotion-set", PROMOTION),
                List.of("orders.order-placed", order))) {
            var payload = JsonMapper.shared().readTree(event.getLast());
            audit.look(new Fact(1, "stream", event.getFirst(), Instant.EPOCH, null, payload));
        }
        var findings = told.toString(StandardCharsets.UTF_8);
        if (finding == null) assertThat(findings).isEmpty();
        else assertThat(findings).contains(finding);
    }
}
