package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.server.fixture.Hledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What one customer of a running ledger paid, and what the journal makes of it. */
class JournalIT {

    private static final Caller operator = SharedServer.operator();
    private static String month = "";
    private static String account = "";
    private static String number = "";

    @BeforeAll
    static void payAndOrder() {
        account = operator.accountWith("2000.00");
        var own = "accounts/" + account + "/";
        operator.post(own + "funds", json("{'kind': 'GIFT', 'amount': '30.00', 'reference': 'new year'}")).is(201);
        operator.post(own + "vouchers", json("{'voucherId': 'V1', 'amount': '80.00'}")).is(201);
        operator.post(own + "vouchers", json("{'voucherId': 'V2', 'amount': '5.00', 'validUntil': '2020-01-01T00:00:00Z'}"))
                .is(201);
        var items = "{'items': [{'product': 'landline-outbound-10000'}, {'product': 'number-landline', 'months': 2}],"
                + " 'payment': {'voucherIds': ['V1']}}";
        var order = operator.post(own + "orders", json(items)).is(201);
        month = order.at("/placedAt").substring(0, "2025-01".length());
        number = order.at("/lines/1/resourceId");
        operator.send("POST", own + "resources/" + number + "/deregistration", "").is(200);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void everyMovementOfValueIsPosted() {
        assertThat(lines("journal?month=" + month + "&accountId=" + account)).containsExactly(
                "FUNDS_CREDITED assets:clearing:cash 2000.00",
                "FUNDS_CREDITED liabilities:funds:cash -2000.00",
                "FUNDS_CREDITED expenses:promotions:gift 30.00",
                "FUNDS_CREDITED liabilities:funds:gift -30.00",
                "VOUCHER_ISSUED expenses:promotions:vouchers 80.00",
                "VOUCHER_ISSUED liabilities:vouchers -80.00",
                "VOUCHER_ISSUED expenses:promotions:vouchers 5.00",
                "VOUCHER_ISSUED liabilities:vouchers -5.00",
                "ORDER_PLACED liabilities:funds:cash 1440.00",
                "ORDER_PLACED liabilities:funds:gift 30.00",
                "ORDER_PLACED liabilities:vouchers 80.00",
                "ORDER_PLACED liabilities:deferred:packs -1450.00",
                "ORDER_PLACED liabilities:deferred:terms -100.00",
                "NUMBER_DEREGISTERED liabilities:deferred:terms 100.00",
                "NUMBER_DEREGISTERED income:breakage -100.00",
                "VOUCHER_LAPSED liabilities:vouchers 5.00",
                "VOUCHER_LAPSED expenses:promotions:vouchers -5.00");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void pagesOfAnySizeAreTheWholeList(int limit) {
        var path = "journal?month=" + month + "&accountId=" + account;
        assertThat(lines(path + "&limit=" + limit)).isEqualTo(lines(path)).hasSize(17);
    }

    @Test
    void anEntrysPostingsSumToZeroAndNameTheirEvent() {
        var sums = new TreeMap<String, Money>();
        for (var item : items("journal?month=" + month)) {
            sums.merge(item.at("/entry").asString(), Money.yuan(item.at("/amount").asString()), Money::plus);
            if (item.at("/position").isNull()) continue;
            assertThat(item.at("/entry").asString()).isEqualTo(item.at("/position").asString());
        }
        assertThat(sums).hasSizeGreaterThan(5).allSatisfy((_, sum) -> assertThat(sum).isEqualTo(Money.ZERO));
    }

    @Test
    void theTrialBalanceIsTheSumOfThePostings() {
        var balance = operator.get("journal/trial-balance?month=" + month + "&accountId=" + account).is(200).json();
        assertThat(closings(balance)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "assets:clearing:cash", Money.yuan("2000.00"),
                "expenses:promotions:gift", Money.yuan("30.00"),
                "expenses:promotions:vouchers", Money.yuan("80.00"),
                "liabilities:funds:cash", Money.yuan("-560.00"),
                "liabilities:deferred:packs", Money.yuan("-1450.00"),
                "income:breakage", Money.yuan("-100.00")));
        assertThat(balance.at("/totals/opening").asString()).isEqualTo("0.00");
        assertThat(balance.at("/totals/closing").asString()).isEqualTo("0.00");
        assertThat(balance.at("/totals/debit")).isEqualTo(balance.at("/totals/credit"));
        var next = BillingMonth.parse(month).next().toString();
        var later = operator.get("journal/trial-balance?month=" + next + "&accountId=" + account).is(200).json();
        assertThat(closings(later)).isEqualTo(closings(balance));
        assertThat(later.at("/totals/debit").asString()).isEqualTo("0.00");
    }

    @Test
    void theFileHasARowForEachPosting() {
        var file = operator.get("journal.csv?month=" + month + "&accountId=" + account).is(200);
        assertThat(file.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.body().split("\r\n", -1)).hasSize(17 + 2);
        assertThat(file.body())
                .startsWith("month,at,entry,position,kind,account_id,ledger_account,amount,resource_id,order_id\r\n")
                .contains(",NUMBER_DEREGISTERED," + account + ",income:breakage,-100.00," + number + ",\r\n");
    }

    @Test
    void hledgerReadsTheTextAndAgrees(@TempDir Path folder) throws IOException {
        assumeTrue(Hledger.isInstalled());
        var text = operator.get("journal.journal?month=" + month + "&accountId=" + account).is(200);
        assertThat(text.header("Content-Type").orElseThrow()).startsWith("text/plain");
        var file = Files.writeString(folder.resolve("own.journal"), text.body());
        var balance = operator.get("journal/trial-balance?month=" + month + "&accountId=" + account).json();
        assertThat(Hledger.balances(file)).isEqualTo(closings(balance)).isNotEmpty();
    }

    private static Map<String, Money> closings(JsonNode balance) {
        var closings = new TreeMap<String, Money>();
        for (var item : balance.at("/items").values()) {
            var closing = Money.yuan(item.at("/closing").asString());
            if (!closing.isZero()) closings.put(item.at("/ledgerAccount").asString(), closing);
        }
        return closings;
    }

    private static List<String> lines(String path) {
        return items(path).stream()
                .map(item -> item.at("/kind").asString() + " " + item.at("/ledgerAccount").asString() + " "
                        + item.at("/amount").asString())
                .toList();
    }

    private static List<JsonNode> items(String path) {
        var items = new ArrayList<JsonNode>();
        var page = operator.get(path).is(200).json();
        items.addAll(page.at("/items").values());
        while (page.has("next")) {
            page = operator.get(path + "&after=" + page.at("/next").asString()).is(200).json();
            items.addAll(page.at("/items").values());
        }
        return items;
    }
}
