package io.minutebook.server.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.months.Known;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class HtmlTest {

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
                Language.EN, new AccountId("13"), BillingMonth.parse("2025-01"), true, Known.NOW, "", Meter.AUDIO,
                "a&b 中", "c");

        assertThat(asked.address()).isEqualTo(
                "/finance?lang=en&month=2025-01&account=13&view=detail&known=now&meter=AUDIO&q=a%26b+%E4%B8%AD&after=c");
        assertThat(asked.of(new AccountId("14")).address()).isEqualTo("/finance?lang=en&month=2025-01&account=14");
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(words(Language.EN).keySet()).isEqualTo(words(Language.ZH).keySet()).hasSizeGreaterThan(40);
    }

    private static ResourceBundle words(Language language) {
        return ResourceBundle.getBundle(
                "io.minutebook.server.finance.page",
                Locale.of(language.locale().getLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
