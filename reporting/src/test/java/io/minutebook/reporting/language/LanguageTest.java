package io.minutebook.reporting.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
        "none | ZH",
        "en | EN",
        "en-GB,en;q=0.9 | EN",
        "zh-CN,zh;q=0.9,en;q=0.8 | ZH",
        "fr, en;q=0.5 | EN",
        "fr | ZH",
        "* | ZH",
        ";;; | ZH",
    })
    void theHeaderOfARequestChoosesALanguageAndChineseIsTheRest(String header, Language language) {
        assertThat(Language.accepted(header)).isEqualTo(language);
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(words(Language.EN).keySet()).isEqualTo(words(Language.ZH).keySet()).hasSizeGreaterThan(40);
    }

    private static ResourceBundle words(Language language) {
        return ResourceBundle.getBundle(
                "io.minutebook.reporting.language.words",
                Locale.of(language.locale().getLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
