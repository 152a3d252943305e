package io.minutebook.reporting.files;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.months.MonthFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes the final files of a month again, from read models that were built anew from the events up to its close; nothing
 * is written.
 */
public final class FileRebuild {

    private static final int ACCOUNTS_AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final AccountFiles files;
    private final Reader reader;

    /** Is shown what is made: the parts of a file, then the file; the manifest comes last. */
    public interface Reader {

        void part(String accountId, String kind, int number, byte[] content);

        void file(MonthFile file, MonthFigures figures);
    }

    public FileRebuild(DataSource dataSource, BillingMonth month, Reader reader) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.files = new AccountFiles(dataSource, month);
        this.reader = reader;
    }

    /** Answers the manifest. */
    public MonthFile run() {
        var out = parts(MonthFiles.OF_ALL, MonthFiles.MANIFEST);
        var manifest = new Manifest(out);
        var accounts = accountsAfter("");
        for (; !accounts.isEmpty(); accounts = accountsAfter(accounts.getLast())) {
            for (var account : accounts) make(new AccountId(account)).forEach(manifest::add);
        }
        long rows = manifest.end();
        out.close();
        var file = new MonthFile(
                MonthFiles.OF_ALL, MonthFiles.MANIFEST, Manifest.VERSION, rows, out.bytes(), out.digest());
        reader.file(file, MonthFigures.NONE);
        return file;
    }

    private List<String> accountsAfter(String account) {
        return jdbc.queryForList(
                "select account_id from account_view where account_id > ? order by account_id limit ?",
                String.class,
                account,
                ACCOUNTS_AT_ONCE);
    }

    private List<MonthFile> make(AccountId account) {
        var made = new ArrayList<MonthFile>();
        if (files.isEmpty(account)) return made;
        for (var kind : FileKind.values()) made.add(make(account, kind));
        made.sort(Comparator.comparing(MonthFile::kind));
        return made;
    }

    private MonthFile make(AccountId account, FileKind kind) {
        var facts = files.write(account, kind, parts(account.value(), kind.name()));
        var file = new MonthFile(
                account.value(), kind.name(), kind.renderer(), facts.rows(), facts.bytes(), facts.sha256());
        reader.file(file, facts.figures());
        return file;
    }

    private FileParts parts(String account, String kind) {
        return new FileParts((number, content) -> reader.part(account, kind, number, content));
    }
}
