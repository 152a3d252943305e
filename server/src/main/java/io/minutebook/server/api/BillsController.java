package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.accounts.AccountNames;
import io.minutebook.reporting.accounts.AccountView;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.bills.MonthlyBills;
import io.minutebook.reporting.files.FileKind;
import io.minutebook.reporting.history.Past;
import io.minutebook.reporting.months.Known;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an account was charged in a month. */
@RestController
@Tag(name = ApiTag.BILLS)
@RequestMapping("/api/v1/accounts/{accountId}/bills")
class BillsController {

    private final Bills bills;
    private final BillFiles files;
    private final FinalFiles finalFiles;
    private final LedgerState state;
    private final Past past;
    private final AccountNames names;
    private final RegisteredAccounts registered;
    private final Moments moments;
    private final InstantSource ledgerClock;

    BillsController(
            Bills bills,
            BillFiles files,
            FinalFiles finalFiles,
            LedgerState state,
            Past past,
            AccountNames names,
            RegisteredAccounts registered,
            Moments moments,
            InstantSource ledgerClock) {
        this.bills = bills;
        this.files = files;
        this.finalFiles = finalFiles;
        this.state = state;
        this.past = past;
        this.names = names;
        this.registered = registered;
        this.moments = moments;
        this.ledgerClock = ledgerClock;
    }

    @GetMapping("/{month}")
    @Operation(
            operationId = "getBill",
            summary = "The bill of a month",
            description = "By resource, or with view=detail also the minutes and bot messages that the month's usage"
                    + " took: a USAGE line for each pack it drew from, what a month of a chat plan includes being one,"
                    + " and one for each meter with what no pack covered."
                    + " These lines cost nothing, for usage is prepaid; the totals are the same in both views."
                    + " known=closed shows what is booked in the month, which never changes once it is FINAL; known=now"
                    + " what belongs to it by all that is known today."
                    + " With asOf or position as the ledger knew it then.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = BillDetailAnswer.class)))
    @Refuses("UNKNOWN_ACCOUNT")
    Object bill(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "resource") BillView view,
            @RequestParam(defaultValue = "closed") Known known,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Long position) {
        registered.get(accountId);
        return moments.named(asOf, position)
                .map(moment -> past.askBills(
                        accountId,
                        moment.position(),
                        then -> billOf(then, accountId, month, view, known, moment.at())))
                .orElseGet(() -> billOf(bills, accountId, month, view, known, ledgerClock.instant()));
    }

    private static Object billOf(
            Bills from, AccountId accountId, BillingMonth month, BillView view, Known known, Instant at) {
        return switch (view) {
            case RESOURCE -> from.byResource(accountId, month, known);
            case DETAIL -> BillDetailAnswer.of(from.inDetail(accountId, month, known, at));
        };
    }

    @GetMapping("/{month}.csv")
    @Operation(
            operationId = "downloadBill",
            summary = "The bill of a month as a file",
            description = "The columns of the JSON, in snake_case; comma-separated values as in RFC 4180."
                    + " Minutebook-Status says whether it can still change; of a month that is FINAL it never does, has"
                    + " its SHA-256 as its ETag, and a range of its bytes may be asked for. known=now is no final"
                    + " file.")
    @Refuses("UNKNOWN_ACCOUNT")
    void file(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "resource") BillView view,
            @RequestParam(defaultValue = "closed") Known known,
            HttpServletRequest request,
            HttpServletResponse response) {
        registered.get(accountId);
        var kind = view == BillView.DETAIL ? FileKind.BILL_DETAIL : FileKind.BILL;
        var fileName = name(accountId, month) + (view == BillView.DETAIL ? "-detail.csv" : ".csv");
        if (known == Known.CLOSED && finalFiles.answer(accountId, month, kind, fileName, request, response)) return;
        files.csv(response, name(accountId, month), bill(accountId, month, known), view);
    }

    @GetMapping("/{month}.xlsx")
    @Operation(
            operationId = "downloadBillAsWorkbook",
            summary = "The bill of a month as a workbook",
            description = "The rows and columns of the CSV with numbers and times as such, headings in the language of"
                    + " lang, and a sheet with the totals.")
    @Refuses("UNKNOWN_ACCOUNT")
    void workbook(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "resource") BillView view,
            @RequestParam(defaultValue = "closed") Known known,
            @RequestParam(required = false) @Nullable FileLanguage lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted,
            HttpServletResponse response) {
        registered.get(accountId);
        var language = FileLanguage.chosen(lang, accepted);
        files.xlsx(response, name(accountId, month), bill(accountId, month, known), view, language);
    }

    @GetMapping("/{month}.pdf")
    @Operation(
            operationId = "downloadBillAsDocument",
            summary = "The bill of a month as a document",
            description = "A page that sums the bill up, how it was paid and what was drawn from packs, then its lines;"
                    + " in the language of lang.")
    @Refuses("UNKNOWN_ACCOUNT")
    void document(
            @PathVariable AccountId accountId,
            @PathVariable BillingMonth month,
            @RequestParam(defaultValue = "closed") Known known,
            @RequestParam(required = false) @Nullable FileLanguage lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String accepted,
            HttpServletResponse response) {
        var account = registered.get(accountId);
        var language = FileLanguage.chosen(lang, accepted);
        var accountName = nameOf(account, month, known);
        files.pdf(response, name(accountId, month), accountName, bill(accountId, month, known), language);
    }

    /** What a closed month is addressed to does not change with the account's name. */
    private String nameOf(AccountView account, BillingMonth month, Known known) {
        var boundary = state.boundary(month, known);
        return boundary.isEmpty()
                ? account.name()
                : names.before(account.accountId(), boundary.getAsLong()).orElse(account.name());
    }

    private MonthlyBills bill(AccountId accountId, BillingMonth month, Known known) {
        return bills.of(accountId, month, known, ledgerClock.instant(), state.shownBy(month, known));
    }

    private static String name(AccountId accountId, BillingMonth month) {
        return "bill-" + accountId + "-" + month;
    }
}
