package io.minutebook.server.wiring;

import io.minutebook.ingest.record.NumberPrivacy;
import io.minutebook.server.embedded.CannotStart;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses a number key other than the one the ledger began with: under another key the same record would pass for
 * another, and one person's calls could no longer be found.
 */
final class NumberKeyGuard {

    private NumberKeyGuard() {}

    static void check(NumberPrivacy privacy, JdbcClient jdbc) {
        var fingerprint = privacy.partyOf("the key of this ledger").token();
        jdbc.sql("insert into number_key (id, fingerprint) values (1, ?) on conflict do nothing")
                .param(fingerprint)
                .update();
        var begunWith =
                jdbc.sql("select fingerprint from number_key where id = 1").query(String.class).single();
        if (!fingerprint.equals(begunWith)) {
            throw new CannotStart("the number key is not the one this ledger was begun with: restore number.key,"
                    + " or give the same MINUTEBOOK_NUMBER_KEY to all processes");
        }
    }
}
