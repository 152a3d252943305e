package io.minutebook.reporting.files;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.months.MonthFigures;
import io.minutebook.billing.months.MonthTotals;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.bills.Bill;
import io.minutebook.reporting.bills.BillCsv;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageCsv;
import io.minutebook.reporting.usage.UsageQuery;
import io.minutebook.reporting.usage.UsageRow;
import java.io.OutputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;

/** Writes the files of one account for a closed month from what is booked in it, and from nothing else. */
final class AccountFiles {

    private final Usage usage;
    private final Bills bills;
    private final BillingMonth month;

    AccountFiles(DataSource dataSource, BillingMonth month) {
        this.usage = new Usage(dataSource);
        this.bills = new Bills(dataSource);
        this.month = month;
    }

    /** An account that neither used nor bought anything has no files. */
    boolean isEmpty(AccountId account) {
        return usage.page(UsageQuery.all(account, month), null, 1).rows().isEmpty()
                && bills.byResource(account, month).lines().isEmpty();
    }

    FileFacts write(AccountId account, FileKind kind, FileParts out) {
        var counted = switch (kind) {
            case USAGE -> usage(account, out);
            case BILL -> bill(account, out);
            case BILL_DETAIL -> detail(account, out);
        };
        out.close();
        return new FileFacts(counted.rows(), out.bytes(), out.digest(), counted.figures());
    }

    private record Counted(long rows, MonthFigures figures) {}

    private Counted usage(AccountId account, OutputStream out) {
        var sums = new Sums();
        UsageCsv.write(usage.detail(UsageQuery.all(account, month), Instant.EPOCH), out, sums::add);
        return new Counted(sums.rows, MonthFigures.NONE.plusUsage(sums.rows, sums.minutes));
    }

    private static final class Sums {
        private final Map<Meter, Long> minutes = new EnumMap<>(Meter.class);
        private long rows;

        void add(UsageRow row) {
            rows++;
            minutes.merge(row.meter(), row.billedMinutes(), Math::addExact);
        }
    }

    private Counted bill(AccountId account, OutputStream out) {
        var bill = bills.byResource(account, month);
        BillCsv.write(bill, out);
        return new Counted(bill.lines().size(), MonthFigures.NONE.plusBill(totals(bill.totals())));
    }

    private static MonthTotals totals(Bill.Totals of) {
        return new MonthTotals(
                of.listPrice(), of.discount(), of.amount(), of.voucher(), of.gift(), of.revenueShare(), of.cash());
    }

    /** As it stood when the month was over. */
    private Counted detail(AccountId account, OutputStream out) {
        var detail = bills.inDetail(account, month, month.next().start());
        BillCsv.write(detail, out);
        return new Counted(detail.lines().size(), MonthFigures.NONE);
    }
}
