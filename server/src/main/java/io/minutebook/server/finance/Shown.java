package io.minutebook.server.finance;

import io.minutebook.reporting.language.Language;

/** What a page shows; its address says all of it, so that it can be kept and sent on. */
sealed interface Shown permits Asked, Why, EventsAsked {

    Language language();

    String address();

    /** The same in the other language. */
    Shown in(Language other);

    /** The address of the list of accounts. */
    String home();

    default Language otherLanguage() {
        return language() == Language.ZH ? Language.EN : Language.ZH;
    }

    default String lang() {
        return language() == Language.ZH ? "zh" : "en";
    }
}
