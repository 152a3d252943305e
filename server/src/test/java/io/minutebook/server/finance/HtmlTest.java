package io.minutebook.server.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.discounts.DiscountKind;
import io.minutebook.billing.discounts.DiscountSource;
import io.minutebook.billing.orders.Transaction;
import io.minutebook.billing.refunds.RefundRule;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.MediaType;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.Network;
import io.minutebook.billing.usage.Ownership;
import io.minutebook.billing.usage.RecognitionFeature;
import io.minutebook.billing.usage.RecognitionMode;
import io.minutebook.billing.usage.Region;
import io.minutebook.billing.usage.ServiceNumberType;
import io.minutebook.reporting.explain.Link;
import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.packs.PackView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    private static final Path EXPLANATIONS =
            Path.of("../reporting/src/main/java/io/minutebook/reporting/explain");
    private static final Pattern NAME = Pattern.compile("(?:Parts\\.of|\\.and)\\(\\s*\"([A-Za-z]+)\"");

    @Test
    void whatIsPutInIsEscapedUnlessItIsHtmlItself() {
        var shown = Html.of("<p title=\"{}\">{}{}{}</p>", "\"'", "<script>&", Html.of("<b>{}</b>", "{}"), null);

        assertThat(shown.markup()).isEqualTo("<p title=\"&quot;&#39;\">&lt;script&gt;&amp;<b>{}</b></p>");
    }

    @Test
    void everyPlaceHasOneValue() {
        assertThatThrownBy(() -> Html.of("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.of("", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressSaysAllThatIsShown() {
        var asked = new Asked(
                Language.EN, new AccountId("13"), BillingMonth.parse("2025-01"), true, Known.NOW, null, "", Meter.AUDIO,
                "a&b 中", "c");

        assertThat(asked.address()).isEqualTo(
                "/finance?lang=en&month=2025-01&account=13&view=detail&known=now&meter=AUDIO&q=a%26b+%E4%B8%AD&after=c");
        assertThat(asked.of(new AccountId("14")).address()).isEqualTo("/finance?lang=en&month=2025-01&account=14");
    }

    @ParameterizedTest
    @CsvSource({"page, 100", "figure, 150"})
    void bothLanguagesHaveTheSameWords(String bundle, int atLeast) {
        assertThat(words(bundle, Language.EN).keySet())
                .isEqualTo(words(bundle, Language.ZH).keySet())
                .hasSizeGreaterThan(atLeast);
    }

    /** Every name that the code of explanations gives a figure. */
    @Test
    void whatExplanationsNameHasAWord() throws IOException {
        var named = new TreeSet<String>();
        try (var files = Files.list(EXPLANATIONS)) {
            for (var file : files.toList()) {
                NAME.matcher(Files.readString(file)).results().forEach(found -> named.add("field." + found.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(90);
        assertThat(words("figure", Language.EN).keySet()).containsAll(named);
    }

    @ParameterizedTest
    @ValueSource(classes = {
        LegType.class, Network.class, Direction.class, MediaType.class, ServiceNumberType.class, Ownership.class,
        Disposition.class, RecognitionMode.class, RecognitionFeature.class, Region.class, Transaction.class,
        DiscountSource.class, DiscountKind.class, RefundRule.class, PackView.State.class
    })
    void theirConstantsHaveWords(Class<? extends Enum<?>> type) {
        var keys = Stream.of(type.getEnumConstants()).map(constant -> type.getSimpleName() + "." + constant.name());
        assertThat(words("figure", Language.EN).keySet()).containsAll(keys.toList());
    }

    /** Those of months are no account's. */
    @Test
    void everyFeatureThatHasEventsIsOffered() {
        var features = ResourceBundle.getBundle("words.events").keySet().stream()
                .map(type -> type.substring(0, type.indexOf('.')))
                .filter(feature -> !feature.equals("months"));

        assertThat(EventsAsked.TYPES).containsExactlyInAnyOrderElementsOf(features.distinct().toList());
        assertThat(words("page", Language.EN).keySet())
                .containsAll(EventsAsked.TYPES.stream().map(type -> "events.type." + type).toList());
    }

    @Test
    void aLinkOfAnExplanationKeepsWhatItNames() {
        var record = new Link(
                Link.Target.USAGE_ROW, "a/b", "/api/v1/usage/a%2Fb/explanation?source=%2Fcdr%2Fa%26b%20c");
        var draws = new Link(Link.Target.DRAWS, "P1", "/api/v1/accounts/13/packs/P1/draws?month=2025-01");

        var account = new AccountId("13");
        assertThat(address(record, account)).isEqualTo("/finance/explain/usage?lang=en&id=a%2Fb&source=%2Fcdr%2Fa%26b+c");
        assertThat(address(draws, account)).isEqualTo("/finance/explain/draws?lang=en&account=13&month=2025-01&id=P1");
        assertThat(Why.usage(Language.EN, "a/b", "").api()).as("no path of the API holds it").isNull();
        assertThat(Why.usage(Language.EN, "a:b c", "/x").api()).isEqualTo("/api/v1/usage/a%3Ab%20c/explanation?source=%2Fx");
    }

    private static String address(Link link, AccountId account) {
        return Objects.requireNonNull(Why.of(Language.EN, account, link)).address();
    }

    private static ResourceBundle words(String bundle, Language language) {
        return ResourceBundle.getBundle(
                "io.minutebook.server.finance." + bundle,
                Locale.of(language.locale().getLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
