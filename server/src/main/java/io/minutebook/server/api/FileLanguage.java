package io.minutebook.server.api;

import io.minutebook.reporting.language.Language;
import io.minutebook.server.problem.BadValue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The language a file for people is asked for in; else the one the caller's program prefers, else Chinese. */
@Schema(type = "string", allowableValues = {"zh", "en"})
enum FileLanguage {
    ZH(Language.ZH),
    EN(Language.EN);

    private final Language language;

    FileLanguage(Language language) {
        this.language = language;
    }

    static FileLanguage parse(String text) {
        return switch (text) {
            case "zh" -> ZH;
            case "en" -> EN;
            default -> throw new BadValue("send zh or en");
        };
    }

    static Language chosen(@Nullable FileLanguage asked, @Nullable String accepted) {
        return asked == null ? Language.accepted(accepted) : asked.language;
    }
}
