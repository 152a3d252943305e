package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.journal.JournalCsv;
import io.minutebook.reporting.journal.JournalLine;
import io.minutebook.reporting.journal.JournalPostings;
import io.minutebook.reporting.journal.JournalQuery;
import io.minutebook.reporting.journal.JournalText;
import io.minutebook.reporting.journal.TrialBalance;
import io.minutebook.reporting.journal.TrialBalances;
import io.minutebook.server.openapi.ApiTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The double-entry journal of all customers or of one, and its balances. */
@RestController
@Tag(name = ApiTag.JOURNAL)
class JournalController {

    private final JournalPostings postings;
    private final TrialBalances balances;
    private final InstantSource ledgerClock;

    JournalController(JournalPostings postings, TrialBalances balances, InstantSource ledgerClock) {
        this.postings = postings;
        this.balances = balances;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/api/v1/journal")
    @Operation(
            operationId = "listPostings",
            summary = "The postings of a month",
            description = "First what events moved, in the order of their positions; then, dated at the end of the"
                    + " month, what its draws came to for each pack and its elapsed days for each term, up to now;"
                    + " then the vouchers that lapsed. The postings of an entry sum to zero; debits are above zero.")
    Page<JournalLine> postings(
            @RequestParam BillingMonth month,
            @RequestParam(required = false) @Nullable AccountId accountId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        return Page.of(postings.page(query(month, accountId), after, limit.value()));
    }

    @GetMapping("/api/v1/journal/trial-balance")
    @Operation(
            operationId = "getTrialBalance",
            summary = "The balance of each ledger account in a month",
            description = "Of each account opening + debit - credit = closing; opening and closing are above zero"
                    + " where debits are more. Over all accounts opening and closing are zero, debit equals credit.")
    TrialBalance trialBalance(
            @RequestParam BillingMonth month, @RequestParam(required = false) @Nullable AccountId accountId) {
        return balances.of(query(month, accountId));
    }

    @GetMapping("/api/v1/journal.csv")
    @Operation(
            operationId = "downloadPostings",
            summary = "The postings of a month as a file",
            description = "The columns of the JSON, in snake_case; comma-separated values as in RFC 4180.")
    void file(
            @RequestParam BillingMonth month,
            @RequestParam(required = false) @Nullable AccountId accountId,
            HttpServletResponse response) {
        var query = query(month, accountId);
        CsvDownload.write(response, fileName(query) + ".csv", out -> JournalCsv.write(postings, query, out));
    }

    @GetMapping("/api/v1/journal.journal")
    @Operation(
            operationId = "downloadJournal",
            summary = "The entries of a month as hledger reads them",
            description = "Plain text in the journal format of hledger; each customer is a sub-account. The files of"
                    + " several months together are one journal, whose balances are those of the trial balance.")
    void text(
            @RequestParam BillingMonth month,
            @RequestParam(required = false) @Nullable AccountId accountId,
            HttpServletResponse response) {
        var query = query(month, accountId);
        var name = fileName(query) + ".journal";
        Download.write(response, "text/plain;charset=UTF-8", name, out -> JournalText.write(postings, query, out));
    }

    private JournalQuery query(BillingMonth month, @Nullable AccountId accountId) {
        return new JournalQuery(month, accountId, ledgerClock.instant());
    }

    private static String fileName(JournalQuery query) {
        return "journal-" + (query.accountId() == null ? "" : query.accountId() + "-") + query.month();
    }
}
