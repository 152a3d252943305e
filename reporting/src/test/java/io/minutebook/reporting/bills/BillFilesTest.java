package io.minutebook.reporting.bills;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.months.MonthStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bills as files: an order for 4,260.00, partly paid with a gift, from whose pack 125 minutes were drawn. */
class BillFilesTest {

    private static final AccountId ACCOUNT = new AccountId("1300000001");
    private static final BillingMonth JANUARY = BillingMonth.parse("2025-01");
    private static final Instant AS_OF = Instant.parse("2025-02-02T18:00:00Z");
    private static final Instant BOUGHT = Instant.parse("2025-01-15T02:00:00Z");
    private static final String NAME = "蓝鲸旅行 Blue Whale 𠮷";

    @Test
    void theDocumentSumsUpTheBillOnItsFirstPage() throws IOException {
        var page = pages(document(detail(MonthStatus.PROVISIONAL, 1), Language.ZH)).getFirst();

        assertThat(page)
                .contains("月度账单 2025-01", "非最终结果", "蓝鲸旅行 Blue Whale", "1300000001", "2025-02-03 02:00:00")
                .contains("¥ 4,260.00", "现金 赠送金 收益转入 代金券", "4,000.00 260.00 0.00 0.00")
                .contains("固话呼出 30,000 分钟包 1 4,260.00 0.00 4,260.00", "125 29,875 分钟", "P000000000002")
                .contains("第 1 页 / 共 2 页");
    }

    @Test
    void itsLinesFollowAndAreTheSameInEnglish() throws IOException {
        var pages = pages(document(detail(MonthStatus.FINAL, 1), Language.EN));

        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst()).contains("Monthly bill", "Final", "Page 1 of 2").doesNotContain("rovisional");
        assertThat(pages.getLast())
                .contains("2025-01-15 10:00", "Purchase", "Landline outbound, 30,000 min", "30000 minutes", "0.142");
    }

    @Test
    void manyLinesGoOnOverPagesThatAllHaveTheHeadings() throws IOException {
        var pages = pages(document(detail(MonthStatus.FINAL, 60), Language.EN));

        assertThat(pages).hasSizeGreaterThan(3);
        assertThat(pages.subList(1, pages.size())).allMatch(page -> page.contains("Unit price"));
        assertThat(pages.getLast()).contains("255,600.00", "Page " + pages.size() + " of " + pages.size());
    }

    @Test
    void aFigureIsShownWholeHoweverLongItIs() throws IOException {
        var amount = Money.yuan("987654321098765.43");
        var line = line(TransactionType.PURCHASE, amount, Money.ZERO, 1, BillUnit.PACK);
        var detail = BillDetail.of(bill(MonthStatus.FINAL, List.of(line)), List.of());

        assertThat(pages(document(detail, Language.EN)))
                .allSatisfy(page -> assertThat(page).contains("987,654,321,098,765.43"));
    }

    @Test
    void aMonthWithoutChargesIsOnePageThatSaysSo() throws IOException {
        var empty = BillDetail.of(bill(MonthStatus.FINAL, List.of()), List.of());

        assertThat(pages(document(empty, Language.EN))).singleElement().asString()
                .contains("Nothing was charged this month.", "¥ 0.00");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theSameBillGivesTheSameBytes(Language language) {
        assertThat(document(detail(MonthStatus.FINAL, 3), language))
                .isEqualTo(document(detail(MonthStatus.FINAL, 3), language));
        assertThat(workbook(true, language)).isEqualTo(workbook(true, language));
    }

    @Test
    void theFontIsPartOfTheDocumentAsFarAsItIsUsed() throws IOException {
        var file = document(detail(MonthStatus.FINAL, 1), Language.ZH);

        assertThat(file).hasSizeLessThan(200_000);
        try (var pdf = Loader.loadPDF(file)) {
            var fonts = new TreeSet<String>();
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    fonts.add(font.getName());
                }
            }
            assertThat(fonts).singleElement().asString().matches("[A-Z]{6}\\+NotoSansSC.*");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(AS_OF);
        }
    }

    @Test
    void theWorkbookHasTheCellsOfTheCsvWithMoneyAndTimesAsSuch() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(workbook(true, Language.ZH)))) {
            var sheets = workbook.getSheets().toList();
            var rows = sheets.getFirst().read();
            assertThat(sheets).extracting(sheet -> sheet.getName()).containsExactly("账单 非最终结果", "合计");
            assertThat(rows).hasSize(3);
            assertThat(rows.getFirst().stream().map(cell -> cell.getText())).hasSize(BillCsv.columns(true).size());
            assertThat(rows.get(1).getCellAsDate(9)).contains(LocalDateTime.parse("2025-01-15T10:00:00"));
            assertThat(rows.get(1).getCellAsNumber(18)).contains(new BigDecimal("4260.00"));
            assertThat(rows.get(1).getCellAsNumber(14)).contains(new BigDecimal("0.142"));
            assertThat(rows.get(2).getCellAsNumber(25)).contains(new BigDecimal("125"));
            assertThat(sheets.getLast().read().getLast().getCellAsNumber(6)).contains(new BigDecimal("4260.00"));
        }
    }

    @Test
    void theBillByResourceLeavesOutWhatUsageTook() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(workbook(false, Language.EN)))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(2);
        }
        var csv = new ByteArrayOutputStream();
        BillCsv.write(bills(detail(MonthStatus.FINAL, 1)), false, csv);
        assertThat(csv.toString(StandardCharsets.UTF_8).split("\r\n")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingOnABillHasANameInEitherLanguage(Language language) throws IOException {
        var constants = Stream.of(
                        TransactionType.values(), Family.values(), BillUnit.values(), Meter.values(),
                        MonthStatus.values())
                .<Enum<?>>flatMap(Stream::of);
        assertThat(constants).allSatisfy(constant -> assertThat(language.word(constant)).isNotBlank());
        try (var prices = Objects.requireNonNull(BillFilesTest.class.getResourceAsStream("/price-book/prices.csv"))) {
            var products = new String(prices.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("product,"))
                    .map(line -> line.substring(0, line.indexOf(',')));
            assertThat(products).isNotEmpty()
                    .allSatisfy(code -> assertThat(language.word(new ProductCode(code))).isNotEqualTo(code));
        }
    }

    private static List<String> pages(byte[] file) throws IOException {
        try (var pdf = Loader.loadPDF(file)) {
            var pages = new ArrayList<String>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(pdf).replaceAll(" +", " "));
            }
            return pages;
        }
    }

    private static byte[] document(BillDetail detail, Language language) {
        var out = new ByteArrayOutputStream();
        BillPdf.write(NAME, detail, AS_OF, language, out);
        return out.toByteArray();
    }

    private static byte[] workbook(boolean inDetail, Language language) {
        var out = new ByteArrayOutputStream();
        BillXlsx.write(bills(detail(MonthStatus.PROVISIONAL, 1)), inDetail, language, out);
        return out.toByteArray();
    }

    private static MonthlyBills bills(BillDetail detail) {
        return new StoredBills(JANUARY, detail.bill().status(), AS_OF, reader -> reader.accept(detail));
    }

    private static BillDetail detail(MonthStatus status, int orders) {
        var usage = line(TransactionType.USAGE, Money.ZERO, Money.ZERO, 125, BillUnit.MINUTE);
        return BillDetail.of(
                bill(status, Collections.nCopies(orders, line(
                        TransactionType.PURCHASE, Money.yuan("4000.00"), Money.yuan("260.00"), 1, BillUnit.PACK))),
                List.of(new BillDetailLine(usage, BillComponent.PACK_MINUTES, 125L, 125L, 29_875L)));
    }

    private static Bill bill(MonthStatus status, List<BillLine> lines) {
        return new Bill(ACCOUNT, JANUARY, status, lines, Bill.Totals.of(lines));
    }

    private static BillLine line(TransactionType type, Money cash, Money gift, long quantity, BillUnit unit) {
        var amount = cash.plus(gift);
        return new BillLine(
                Family.CALL, new ProductCode("landline-outbound-30000"), Meter.LANDLINE_OUTBOUND, BillingMode.PREPAID,
                type, "P000000000002", new OrderId("O000000000001"), BOUGHT, BOUGHT, Instant.parse("2026-01-15T16:00:00Z"),
                "30000 minutes", amount, UnitPrice.of("0.142"), quantity, unit, Money.ZERO, amount, Money.ZERO, gift,
                Money.ZERO, cash);
    }
}
