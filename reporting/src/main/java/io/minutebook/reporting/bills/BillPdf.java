package io.minutebook.reporting.bills;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.months.MonthStatus;
import io.minutebook.reporting.pdf.Ink;
import io.minutebook.reporting.pdf.PdfFile;
import io.minutebook.reporting.pdf.PdfTable;
import io.minutebook.reporting.pdf.PdfTable.Column;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One account's bill as a document: a page that sums it up, then its lines. */
public final class BillPdf {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(BusinessTime.ZONE);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);
    private static final int GAP = 10;

    private final PdfFile file;
    private final String accountName;
    private final BillDetail detail;
    private final Bill bill;
    private final Instant asOf;
    private final Language language;

    private BillPdf(PdfFile file, String accountName, BillDetail detail, Instant asOf, Language language) {
        this.file = file;
        this.accountName = accountName;
        this.detail = detail;
        this.bill = detail.bill();
        this.asOf = asOf;
        this.language = language;
    }

    /**
     * Writes the bill to the stream, which stays the caller's to close.
     *
     * @param asOf the instant whose state it is, and the time of the document's creation
     */
    public static void write(
            String accountName, BillDetail detail, Instant asOf, Language language, OutputStream out) {
        try (var file = new PdfFile()) {
            var pdf = new BillPdf(file, accountName, detail, asOf, language);
            pdf.summary();
            if (!detail.bill().lines().isEmpty()) pdf.lines();
            file.end(out, pdf.title(), asOf, language);
        }
    }

    private String title() {
        return language.word("bill.title") + " " + bill.month() + " · " + bill.accountId() + " · "
                + language.word(bill.status());
    }

    private void summary() {
        head();
        payable();
        paidFrom();
        byProduct();
        packs();
    }

    private void head() {
        file.down(14);
        file.strong(0, language.word("bill.title") + "  " + bill.month(), 22, Ink.TEXT);
        status();
        file.down(30);
        file.strong(0, file.fitting(accountName, 14, file.width()), 14, Ink.TEXT);
        file.down(20);
        file.text(0, language.word("column.account_id") + "  " + bill.accountId(), 9.5f, Ink.FAINT);
        file.textTo(file.width(), language.word("file.as_of") + "  " + SECOND.format(asOf) + " +08:00", 9.5f, Ink.FAINT);
        file.rule(10, Ink.RULE);
        file.down(18);
        if (bill.status() != MonthStatus.FINAL) {
            file.down(10);
            file.text(0, language.word("bill.provisional_note"), 9, Ink.WARNING);
            file.down(6);
        }
    }

    private void status() {
        boolean isFinal = bill.status() == MonthStatus.FINAL;
        var word = language.word(bill.status());
        float width = file.widthOf(word, 11) + 20;
        file.box(file.width() - width, -17, width, 24, isFinal ? Ink.GOOD_SHADE : Ink.WARNING_SHADE);
        file.strongTo(file.width() - 10, word, 11, isFinal ? Ink.GOOD : Ink.WARNING);
    }

    private void payable() {
        file.down(26);
        file.text(0, language.word("bill.payable"), 10, Ink.FAINT);
        file.textTo(file.width(), language.word("bill.currency"), 8.5f, Ink.FAINT);
        file.down(34);
        var amount = "¥ " + yuan(bill.totals().amount());
        file.strong(0, amount, 30, Ink.TEXT);
        float right = file.widthOf(amount, 30) + 24;
        file.text(right, language.word("bill.list_price") + "  " + yuan(bill.totals().listPrice()), 10, Ink.FAINT);
        right += file.widthOf(language.word("bill.list_price") + "  " + yuan(bill.totals().listPrice()), 10) + 20;
        file.text(right, language.word("bill.discount") + "  " + yuan(bill.totals().discount()), 10, Ink.FAINT);
    }

    private void paidFrom() {
        section("bill.paid_from");
        var totals = bill.totals();
        float width = (file.width() - 3 * GAP) / 4;
        box(0, width, "bill.cash", totals.cash());
        box(width + GAP, width, "bill.gift", totals.gift());
        box(2 * (width + GAP), width, "bill.revenue_share", totals.revenueShare());
        box(3 * (width + GAP), width, "bill.voucher", totals.voucher());
        file.down(48);
    }

    private void box(float x, float width, String key, Money amount) {
        file.box(x, 0, width, 46, Ink.SHADE);
        file.down(16);
        file.text(x + GAP, language.word(key), 9, Ink.FAINT);
        file.down(20);
        file.strong(x + GAP, yuan(amount), file.sizeFitting(yuan(amount), 13, width - 2 * GAP), Ink.TEXT);
        file.down(-36);
    }

    /** In the order of their codes; what is of no product is not paid for. */
    private void byProduct() {
        section("bill.by_product");
        if (bill.lines().isEmpty()) {
            file.down(12);
            file.text(0, language.word("bill.none"), 9.5f, Ink.FAINT);
            return;
        }
        float number = 78;
        var table = new PdfTable(file, 9.5f, List.of(
                Column.text(language.word("column.product"), file.width() - 3 * number - 50),
                Column.number(language.word("bill.lines_count"), 50),
                Column.number(language.word("bill.list_price"), number),
                Column.number(language.word("bill.discount"), number),
                Column.number(language.word("bill.amount"), number)));
        var products = new TreeMap<String, List<BillLine>>();
        for (var line : bill.lines()) {
            var product = line.product();
            products.computeIfAbsent(product == null ? "" : product.value(), _ -> new ArrayList<>()).add(line);
        }
        products.forEach((code, lines) -> {
            var totals = Bill.Totals.of(lines);
            var name = code.isEmpty() ? language.word(lines.getFirst().family()) : language.word(new ProductCode(code));
            table.row(
                    name, count(lines.size()), yuan(totals.listPrice()), yuan(totals.discount()),
                    yuan(totals.amount()));
        });
        var totals = bill.totals();
        table.total(
                language.word("bill.total"), count(bill.lines().size()), yuan(totals.listPrice()),
                yuan(totals.discount()), yuan(totals.amount()));
    }

    private void packs() {
        var used = detail.lines().stream().filter(line -> line.component() != BillComponent.PRICE).toList();
        if (used.isEmpty()) return;
        section("bill.packs");
        float number = 92;
        var table = new PdfTable(file, 9.5f, List.of(
                Column.text(language.word("column.meter"), 112),
                Column.text(language.word("bill.pack"), file.width() - 112 - 2 * number - 70),
                Column.number(language.word("bill.used"), number),
                Column.number(language.word("bill.left"), number),
                Column.number(language.word("column.unit"), 70)));
        for (var line : used) {
            var product = line.line().product();
            var meter = line.line().subProduct();
            var resource = line.line().resourceId();
            table.row(
                    meter == null ? "" : language.word(meter),
                    product == null ? language.word("bill.uncovered") : language.word(product) + "\n" + resource,
                    count(line.line().quantity()),
                    product == null || line.remaining() == null ? "" : count(line.remaining()),
                    language.word(line.line().unit()));
        }
    }

    private void section(String key) {
        file.needs(90);
        file.down(30);
        file.strong(0, language.word(key), 12, Ink.ACCENT);
        file.down(8);
    }

    private void lines() {
        file.widePage();
        file.down(10);
        file.strong(0, language.word("bill.lines"), 14, Ink.TEXT);
        file.textTo(file.width(), language.word("bill.currency"), 8.5f, Ink.FAINT);
        file.down(12);
        var table = new PdfTable(file, 7.5f, List.of(
                Column.text(language.word("bill.time"), 74),
                Column.text(language.word("bill.type"), 42),
                Column.text(language.word("column.product"), 148),
                Column.text(language.word("bill.resource"), 72),
                Column.number(language.word("bill.quantity"), 48),
                Column.number(language.word("bill.unit_price"), 48),
                Column.number(language.word("bill.list_price"), 52),
                Column.number(language.word("bill.discount"), 48),
                Column.number(language.word("bill.amount"), 52),
                Column.number(language.word("bill.voucher"), 40),
                Column.number(language.word("bill.gift"), 40),
                Column.number(language.word("bill.revenue_share"), 42),
                Column.number(language.word("bill.cash"), 40)));
        for (var line : bill.lines()) {
            table.row(
                    MINUTE.format(line.transactionTime()), language.word(line.transactionType()), nameOf(line),
                    orBlank(line.resourceId()), count(line.quantity()) + " " + language.word(line.unit()),
                    line.unitPrice().toString(), yuan(line.listPrice()), yuan(line.discount()), yuan(line.amount()),
                    yuan(line.voucher()), yuan(line.gift()), yuan(line.revenueShare()), yuan(line.cash()));
        }
        var totals = bill.totals();
        table.total(
                language.word("bill.total"), "", "", "", "", "", yuan(totals.listPrice()), yuan(totals.discount()),
                yuan(totals.amount()), yuan(totals.voucher()), yuan(totals.gift()), yuan(totals.revenueShare()),
                yuan(totals.cash()));
    }

    private String nameOf(BillLine line) {
        var product = line.product();
        var name = product == null ? language.word(line.family()) : language.word(product);
        return line.configuration().isEmpty() ? name : name + "\n" + line.configuration();
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String yuan(Money money) {
        return grouped("#,##0.00", money.toYuan());
    }

    private static String count(long count) {
        return grouped("#,##0", BigDecimal.valueOf(count));
    }

    private static String grouped(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
