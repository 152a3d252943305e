package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.files.FileKind;
import io.minutebook.reporting.files.MonthFiles;
import io.minutebook.reporting.months.MonthBook;
import io.minutebook.reporting.months.MonthStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Answers with final files, once a month has them. */
@Component
class FinalFiles {

    private final MonthFiles files;
    private final MonthBook months;

    FinalFiles(MonthFiles files, MonthBook months) {
        this.files = files;
        this.months = months;
    }

    /** Whether there was one; an account that neither used nor bought anything has none. */
    boolean answer(
            AccountId account,
            BillingMonth month,
            FileKind kind,
            String fileName,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (months.statusOf(month) != MonthStatus.FINAL) return false;
        var file = files.find(account, month, kind);
        file.ifPresent(found -> new FileDownload(files, month, found).answer(fileName, request, response));
        return file.isPresent();
    }
}
