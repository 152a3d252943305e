package io.minutebook.server.finance;

/** What every page has around it: the head, a way past it, the languages and the way out. */
final class Frame {

    private Frame() {}

    static Html page(Shown asked, String title, boolean isSignedIn, Html main) {
        var words = new Words(asked.language());
        return Html.of("""
                <!doctype html>
                <html lang="{}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{} · Minutebook</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/finance/style.css">
                </head>
                <body>
                <a class="skip" href="#main">{}</a>
                <header class="top">
                <a class="brand" href="{}"><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">\
                <rect x="2" y="10" width="4" height="8" rx="1"/><rect x="8" y="6" width="4" height="12" rx="1"/>\
                <rect x="14" y="2" width="4" height="16" rx="1"/></svg>Minutebook</a>
                <nav aria-label="{}">{}{}</nav>
                </header>
                <main id="main" tabindex="-1">
                {}
                </main>
                </body>
                </html>
                """,
                asked.language().tag(), title, words.of("skip"), asked.home(), words.of("nav"),
                languages(asked, words), isSignedIn ? signOut(asked, words) : Html.NOTHING, main);
    }

    private static Html languages(Shown asked, Words words) {
        var other = asked.in(asked.otherLanguage());
        return Html.of(
                "<a class=\"quiet\" href=\"{}\" hreflang=\"{}\" lang=\"{}\">{}</a>",
                other.address(), other.language().tag(), other.language().tag(), words.of("other_language"));
    }

    private static Html signOut(Shown asked, Words words) {
        return Html.of("""
                <form method="post" action="/finance/sign-out">\
                <input type="hidden" name="lang" value="{}"><button class="quiet">{}</button></form>""",
                asked.lang(), words.of("sign_out"));
    }
}
