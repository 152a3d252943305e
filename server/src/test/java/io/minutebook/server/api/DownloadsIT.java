package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BusinessTime;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of a month in every format, of an account with a call of 7 minutes and one of 3. */
class DownloadsIT {

    private static final Caller operator = SharedServer.operator();
    private static String account = "";
    private static String month = "";

    @BeforeAll
    static void use() {
        account = operator.accountWith("10000.00");
        operator.post("accounts/" + account + "/orders", "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}")
                .is(201);
        var ended = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        month = BusinessTime.dateOf(ended).toString().substring(0, 7);
        publish(call("OUTBOUND", "LANDLINE", ended, Duration.ofMinutes(7)));
        publish(call("INBOUND", "NUM400", ended, Duration.ofSeconds(121)));
        await().atMost(Duration.ofSeconds(60)).until(() -> rows().size() == 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "accounts/{own}/usage/{month}.csv      | text/csv | usage-{own}-{month}-provisional.csv",
        "accounts/{own}/usage/{month}.xlsx     | spreadsheetml.sheet | usage-{own}-{month}-provisional.xlsx",
        "accounts/{own}/usage/{month}.jsonl.gz | application/gzip | usage-{own}-{month}-provisional.jsonl.gz",
        "usage/{month}.csv                     | text/csv | usage-{month}-provisional.csv",
        "usage/{month}.xlsx                    | spreadsheetml.sheet | usage-{month}-provisional.xlsx",
        "usage/{month}.jsonl.gz                | application/gzip | usage-{month}-provisional.jsonl.gz",
        "accounts/{own}/bills/{month}.csv?view=detail | text/csv | bill-{own}-{month}-provisional-detail.csv",
        "accounts/{own}/bills/{month}.xlsx     | spreadsheetml.sheet | bill-{own}-{month}-provisional.xlsx",
        "accounts/{own}/bills/{month}.pdf      | application/pdf | bill-{own}-{month}-provisional.pdf",
        "bills/{month}.csv                     | text/csv | bills-{month}-provisional.csv",
        "bills/{month}.xlsx?view=detail        | spreadsheetml.sheet | bills-{month}-provisional-detail.xlsx",
    })
    void eachFileIsNamedAfterWhatItIsAndSaysWhetherTheMonthIsFinal(String path, String type, String name) {
        var file = download(path, "zh");

        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).contains(type);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + filled(name) + "\"");
        assertThat(file.headers().firstValue("Minutebook-Status")).contains("PROVISIONAL");
        assertThat(file.headers().firstValue("Ledger-Position")).isPresent();
        assertThat(file.body()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "accounts/{own}/usage/{month}.xlsx", "accounts/{own}/usage/{month}.jsonl.gz",
        "accounts/{own}/bills/{month}.xlsx", "accounts/{own}/bills/{month}.pdf"
    })
    void whileNothingHappensTheBytesStayTheSame(String path) {
        assertThat(download(path, "zh").body()).isEqualTo(download(path, "zh").body());
    }

    @Test
    void theWorkbookHasTheRowsOfTheListAndHeadingsInTheLanguageThatIsAskedFor() throws IOException {
        assertThat(heading("accounts/{own}/usage/{month}.xlsx", "fr")).isEqualTo("账期");
        assertThat(heading("accounts/{own}/usage/{month}.xlsx", "en-GB")).isEqualTo("Billing month");
        assertThat(heading("accounts/{own}/usage/{month}.xlsx?lang=zh", "en")).isEqualTo("账期");
        var listed = rows().values().stream().map(row -> row.at("/recordId").asString()).toList();
        var written = sheet("accounts/{own}/usage/{month}.xlsx").stream().skip(1).toList();
        assertThat(written).extracting(row -> row.getCellText(3)).isEqualTo(listed);
        assertThat(written).extracting(row -> row.getCellAsNumber(16).orElseThrow().intValue()).containsExactlyInAnyOrder(7, 3);
    }

    @Test
    void aLineOfJsonIsARowOfTheListWithTheStatus() throws IOException {
        var lines = lines("accounts/{own}/usage/{month}.jsonl.gz");
        var json = JsonMapper.shared();

        assertThat(lines).hasSize(2);
        for (int line = 0; line < 2; line++) {
            var written = json.readTree(lines.get(line));
            assertThat(written.at("/status").asString()).isEqualTo("PROVISIONAL");
            rows().get(line).properties().forEach(field ->
                    assertThat(written.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
        }
    }

    @Test
    void productsAreChosenByTheirMeters() throws IOException {
        var path = "accounts/{own}/usage/{month}.jsonl.gz?meter=";

        assertThat(lines(path + "TOLL_FREE_INBOUND")).singleElement().asString().contains("TOLL_FREE_INBOUND");
        assertThat(lines(path + "TOLL_FREE_INBOUND&meter=LANDLINE_OUTBOUND")).hasSize(2);
        assertThat(lines(path + "AUDIO")).isEmpty();
        assertThat(new String(download(path.replace(".jsonl.gz", ".csv") + "AUDIO", "en").body(), StandardCharsets.UTF_8))
                .startsWith("billing_month,")
                .hasLineCount(1);
        assertThat(sheet(path.replace(".jsonl.gz", ".xlsx") + "TOLL_FREE_INBOUND")).hasSize(2);
        assertThat(lines("usage/{month}.jsonl.gz?meter=AUDIO")).noneMatch(line -> line.contains("LANDLINE"));
    }

    @Test
    void filesOfAllAccountsHaveTheRowsOfEach() throws IOException {
        var own = lines("accounts/{own}/usage/{month}.jsonl.gz");

        assertThat(lines("usage/{month}.jsonl.gz")).containsSubsequence(own);
        assertThat(sheet("bills/{month}.xlsx"))
                .filteredOn(row -> row.getCellText(0).equals(account))
                .singleElement()
                .satisfies(row -> assertThat(row.getCellAsNumber(18).orElseThrow()).isEqualByComparingTo("1450"));
    }

    @Test
    void theDocumentIsTheBillInTheLanguageThatIsAskedFor() throws IOException {
        assertThat(text("accounts/{own}/bills/{month}.pdf", "zh-CN"))
                .contains("月度账单 " + month, "Acme", account, "非最终结果", "1,450.00", "第 1 页 / 共 2 页");
        assertThat(text("accounts/{own}/bills/{month}.pdf?lang=en", "zh-CN"))
                .contains("Monthly bill " + month, "Provisional", "Page 2 of 2", "Not covered by a pack");
    }

    @Test
    void aPlatformDownloadsTheUsageOfItsAccountAndNoOther() {
        var keys = SharedServer.server().bean(ApiKeys.class);
        var platform = operator.with(keys.create(KeyRole.PLATFORM, new AccountId(account)).secret());

        platform.get("accounts/" + account + "/usage/" + month + ".xlsx").is(200);
        platform.get("accounts/" + account + "/bills/" + month + ".pdf").isProblem(403, "FORBIDDEN");
        platform.get("usage/" + month + ".jsonl.gz").isProblem(403, "FORBIDDEN");
        platform.get("bills/" + month + ".csv").isProblem(403, "FORBIDDEN");
    }

    private static JsonNode rows() {
        return operator.get("accounts/" + account + "/usage?month=" + month).is(200).json().at("/rows");
    }

    private static String heading(String path, String language) throws IOException {
        try (var workbook = workbook(download(path, language).body())) {
            return workbook.getFirstSheet().read().getFirst().getCellText(0);
        }
    }

    private static List<Row> sheet(String path) throws IOException {
        try (var workbook = workbook(download(path, "en").body())) {
            return workbook.getFirstSheet().read();
        }
    }

    private static ReadableWorkbook workbook(byte[] file) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(file));
    }

    private static List<String> lines(String path) throws IOException {
        try (var zipped = new GZIPInputStream(new ByteArrayInputStream(download(path, "en").body()))) {
            return new String(zipped.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static String text(String path, String language) throws IOException {
        try (var pdf = Loader.loadPDF(download(path, language).body())) {
            return new PDFTextStripper().getText(pdf).replaceAll(" +", " ");
        }
    }

    private static HttpResponse<byte[]> download(String path, String language) {
        var file = operator.download(filled(path), language);
        assertThat(file.statusCode()).as(path).isEqualTo(200);
        return file;
    }

    private static String filled(String template) {
        return template.strip().replace("{own}", account).replace("{month}", month);
    }

    private static String call(String direction, String numberType, Instant ended, Duration talk) {
        return """
            {"specversion":"1.0","id":"14:%1$s:main","source":"/cdr/test","type":"minutebook.call-leg.v1",
             "subject":"%2$s","time":"%3$s",
             "data":{"accountId":"%2$s","applicationId":14,"sessionId":"%1$s","legId":"main","legType":"MAIN",
               "network":"PSTN","direction":"%4$s","serviceNumber":"+862066660000","callee":"+8613812348000",
               "serviceNumberType":"%5$s","serviceNumberOwnership":"PLATFORM","startedAt":"%6$s",
               "answeredAt":"%6$s","endedAt":"%3$s","durationMs":%7$d,"disposition":"ANSWERED","agentId":"a"}}"""
                .formatted(UUID.randomUUID(), account, ended, direction, numberType, ended.minus(talk), talk.toMillis());
    }

    private static void publish(String record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var value = record.getBytes(StandardCharsets.UTF_8);
            var _ = producer.send(new ProducerRecord<>(SharedServer.server().usageTopic(), null, value));
        }
    }
}
