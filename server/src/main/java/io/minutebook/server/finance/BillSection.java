package io.minutebook.server.finance;

import io.minutebook.reporting.bills.BillComponent;
import io.minutebook.reporting.bills.BillDetail;
import io.minutebook.reporting.bills.BillDetailLine;
import io.minutebook.reporting.bills.BillLine;
import io.minutebook.reporting.bills.TransactionType;
import io.minutebook.reporting.months.Known;
import org.jspecify.annotations.Nullable;

/** The bill by resource or in detail, its totals, and its files. */
record BillSection(Asked asked, BillDetail detail) {

    Html html() {
        var words = new Words(asked.language());
        return Html.of("""
                <section class="card" aria-labelledby="bill"><h2 id="bill">{}</h2>
                <nav class="tabs" aria-label="{}">{}{}</nav>
                {}
                {}
                {}</section>""",
                words.of("bill.title"), words.of("bill.views"), tab(words, false), tab(words, true), paid(words),
                lines(words), files(words));
    }

    private Html tab(Words words, boolean inDetail) {
        return Html.of(
                "<a href=\"{}#bill\"{}>{}</a>", asked.inDetail(inDetail).address(),
                asked.inDetail() == inDetail ? Html.of(" aria-current=\"true\"") : Html.NOTHING,
                words.of(inDetail ? "bill.detail" : "bill.resource"));
    }

    private Html paid(Words words) {
        var totals = detail.bill().totals();
        return Html.of("<dl class=\"pairs\">{}{}{}{}{}{}{}</dl>",
                pair(words.of("list_price"), Words.yuan(totals.listPrice())),
                pair(words.of("discount"), Words.yuan(totals.discount())),
                pair(words.of("amount"), Words.yuan(totals.amount())),
                pair(words.of("cash"), Words.yuan(totals.cash())),
                pair(words.of("gift"), Words.yuan(totals.gift())),
                pair(words.of("revenue_share"), Words.yuan(totals.revenueShare())),
                pair(words.of("voucher"), Words.yuan(totals.voucher())));
    }

    private static Html pair(String name, String value) {
        return Html.of("<div><dt>{}</dt><dd class=\"number\">{}</dd></div>", name, value);
    }

    private Html lines(Words words) {
        var table = asked.inDetail()
                ? new Table(
                        words.of("bill.title"), words.of("product"), words.of("type"), words.of("resource"),
                        words.of("time"), "#" + words.of("amount"), "#" + words.of("measured"),
                        "#" + words.of("deducted"), "#" + words.of("left"))
                : new Table(
                        words.of("bill.title"), words.of("product"), words.of("type"), words.of("resource"),
                        words.of("time"), "#" + words.of("list_price"), "#" + words.of("discount"),
                        "#" + words.of("amount"));
        for (var line : detail.lines()) {
            if (asked.inDetail()) table.row(cellsInDetail(line));
            else if (line.component() == BillComponent.PRICE) table.row(cells(line.line()));
        }
        return table.isEmpty() ? Html.of("<p class=\"faint\">{}</p>", words.of("bill.none")) : table.html();
    }

    private Object[] cells(BillLine line) {
        return new Object[] {
            name(line), asked.language().word(line.transactionType()), orDash(line.resourceId()),
            Words.time(line.transactionTime()), Words.yuan(line.listPrice()), Words.yuan(line.discount()),
            Words.yuan(line.amount())
        };
    }

    private Object[] cellsInDetail(BillDetailLine detailed) {
        var line = detailed.line();
        return new Object[] {
            name(line), asked.language().word(line.transactionType()), orDash(line.resourceId()),
            Words.time(line.transactionTime()), Words.yuan(line.amount()), count(detailed.measured()),
            count(detailed.deducted()), count(detailed.remaining())
        };
    }

    private Html name(BillLine line) {
        var product = line.product();
        var meter = line.subProduct();
        var name = product != null
                ? asked.language().word(product)
                : meter == null ? asked.language().word(line.family()) : asked.language().word(meter);
        var why = why(line);
        return Html.of(
                "{}<small>{}</small>", why == null ? name : Html.of("<a href=\"{}\">{}</a>", why.address(), name),
                line.configuration());
    }

    /** A line that is booked in the month explains itself; else its order or its pack does. */
    private @Nullable Why why(BillLine line) {
        var account = detail.bill().accountId();
        if (asked.known() == Known.CLOSED && asked.asOf() == null) {
            return Why.line(asked.language(), account, asked.month(), line);
        }
        if (line.orderId() != null && line.transactionType() != TransactionType.REFUND) {
            return Why.order(asked.language(), account, line.orderId().value());
        }
        return line.resourceId() == null || line.transactionType() != TransactionType.USAGE
                ? null
                : Why.pack(asked.language(), account, line.resourceId());
    }

    private static String orDash(@Nullable String value) {
        return value == null ? "–" : value;
    }

    private static String count(@Nullable Long minutes) {
        return minutes == null ? "–" : Words.count(minutes);
    }

    /** Files show what is, not what was. */
    private Html files(Words words) {
        if (asked.asOf() != null) return Html.NOTHING;
        var path = "/api/v1/accounts/" + asked.account() + "/bills/" + asked.month();
        var view = (asked.inDetail() ? "&view=detail" : "") + (asked.known() == Known.NOW ? "&known=now" : "");
        var known = asked.known() == Known.NOW ? "&known=now" : "";
        return Html.of("""
                <p class="files">{} <a class="file" href="{}.pdf?lang={}{}">PDF</a> \
                <a class="file" href="{}.xlsx?lang={}{}">Excel</a> <a class="file" href="{}.csv{}">CSV</a></p>""",
                words.of("download"), path, asked.lang(), known, path, asked.lang(), view, path,
                view.replaceFirst("&", "?"));
    }
}
