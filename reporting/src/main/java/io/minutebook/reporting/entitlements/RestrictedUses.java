package io.minutebook.reporting.entitlements;

import io.minutebook.billing.Edition;
import io.minutebook.billing.entitlements.Entitlement;
import io.minutebook.billing.entitlements.EntitlementExceeded;
import io.minutebook.billing.entitlements.RestrictedUse;
import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.database.Times;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Uses in a row, of which those are kept that no plan in force included and that are not stated yet. */
final class RestrictedUses implements Change {

    private static final String ADD =
            """
            insert into restricted_use (account_id, application_id, code, day, ended_at, source, record_id, editions)
            select used.*
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) as used (account_id, application_id, code, day, ended_at, source,
                                                         record_id, editions)
            where exists (select from plan_stretch as sold
                          where sold.account_id = used.account_id and sold.application_id = used.application_id
                              and sold.family = 'VOICE')
                and not exists (select from plan_stretch as plan
                                where plan.account_id = used.account_id and plan.application_id = used.application_id
                                    and plan.family = 'VOICE' and strpos(used.editions, plan.edition) > 0
                                    and used.ended_at >= plan.valid_from and used.ended_at < plan.valid_until)
                and not exists (select from entitlement_exceeded as stated
                                where stated.account_id = used.account_id
                                    and stated.application_id = used.application_id
                                    and stated.code = used.code and stated.day = used.day)
            on conflict do nothing""";

    private static final String INCLUDED_NOW =
            """
            delete from restricted_use as used using plan_stretch as plan
            where plan.resource_id = ? and plan.family = 'VOICE' and plan.account_id = used.account_id
                and plan.application_id = used.application_id and strpos(used.editions, plan.edition) > 0
                and used.ended_at >= plan.valid_from and used.ended_at < plan.valid_until""";

    private static final String WITHDRAW =
            """
            delete from restricted_use
            where account_id = ? and application_id = ? and code = ? and day = ? and ended_at = ? and source = ?
                and record_id = ?""";

    private static final String STATED =
            "insert into entitlement_exceeded (account_id, application_id, code, day) values (?, ?, ?, ?)"
                    + " on conflict do nothing";

    private static final String SETTLED =
            "delete from restricted_use where account_id = ? and application_id = ? and code = ? and day = ?";

    private final Columns uses =
            new Columns("text", "bigint", "text", "date", "timestamptz", "text", "text", "text");

    void add(RestrictedUse use, Entitlement entitlement) {
        uses.row(
                use.accountId(), use.applicationId(), use.code(), use.day(), use.endedAt(), use.record().source(),
                use.record().id(), editionsOf(entitlement));
    }

    private static String editionsOf(Entitlement entitlement) {
        return Stream.of(Edition.values())
                .filter(entitlement::isIncludedIn)
                .map(Edition::name)
                .collect(Collectors.joining(","));
    }

    @Override
    public void write(JdbcTemplate jdbc) {
        uses.write(jdbc, ADD);
    }

    /** An order may be recorded a moment after a use that it includes. */
    static Change includedNow(String planId) {
        return jdbc -> jdbc.update(INCLUDED_NOW, planId);
    }

    /** The record was corrected and no longer counts; what was stated of it stays. */
    static Change withdrawn(RestrictedUse use) {
        return jdbc -> jdbc.update(
                WITHDRAW, use.accountId().value(), use.applicationId(), use.code().value(), use.day(),
                Times.parameter(use.endedAt()), use.record().source(), use.record().id());
    }

    static Change stated(EntitlementExceeded event) {
        return jdbc -> {
            for (var sql : new String[] {STATED, SETTLED}) {
                jdbc.update(
                        sql, event.accountId().value(), event.applicationId(), event.code().value(), event.day());
            }
        };
    }
}
