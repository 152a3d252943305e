package io.minutebook.server.finance;

/** Where a key of an operator, finance or an auditor is asked for. */
final class SignInPage {

    private SignInPage() {}

    static Html of(Shown asked, boolean wasRefused) {
        var words = new Words(asked.language());
        var problem = wasRefused
                ? Html.of("<p class=\"problem\" role=\"alert\" id=\"problem\">{}</p>", words.of("sign_in.refused"))
                : Html.NOTHING;
        return Frame.page(asked, words.of("sign_in.title"), false, Html.of("""
                <section class="card narrow">
                <h1>{}</h1>
                <p class="faint">{}</p>
                {}
                <form method="post" action="/finance/sign-in">
                <input type="hidden" name="lang" value="{}">
                <label for="key">{}</label>
                <input id="key" name="key" type="password" required autocomplete="current-password" spellcheck="false"{}>
                <button class="main">{}</button>
                </form>
                </section>""",
                words.of("sign_in.title"), words.of("sign_in.hint"), problem, asked.lang(), words.of("sign_in.key"),
                wasRefused ? Html.of(" aria-invalid=\"true\" aria-describedby=\"problem\"") : Html.NOTHING,
                words.of("sign_in.button")));
    }
}
