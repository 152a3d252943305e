package io.minutebook.billing.entitlements;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Edition;
import io.minutebook.billing.usage.LegType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The matrix of the price guide, row by row. */
class EntitlementMatrixTest {

    private static final EntitlementMatrix matrix = EntitlementFile.shipped();

    /** A trial of seats is of the standard edition; that of chat has a column of its own. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # code, standard, advanced, trial of chat
            E-001,  Y, Y, -
            E-002,  Y, Y, -
            E-003,  Y, Y, -
            E-004,  Y, Y, -
            E-005,  Y, Y, -
            E-006,  Y, Y, -
            E-007,  Y, Y, -
            E-008,  Y, Y, -
            E-009,  Y, Y, -
            E-010,  Y, Y, -
            E-011,  Y, Y, -
            E-012,  N, Y, -
            E-013,  N, Y, -
            E-014,  N, Y, -
            E-015,  N, Y, -
            E-016,  N, Y, -
            E-017,  N, Y, -
            E-018,  N, Y, -
            E-019,  Y, Y, -
            E-020,  N, Y, -
            E-021,  Y, Y, -
            E-022,  Y, Y, -
            E-023,  Y, Y, -
            E-024,  Y, Y, -
            E-025,  Y, Y, -
            E-026,  N, Y, -
            E-027,  N, Y, -
            E-028,  N, Y, -
            E-029,  N, Y, -
            E-030,  N, Y, -
            E-031,  N, Y, -
            E-032,  N, Y, -
            E-033,  N, Y, -
            E-034,  Y, Y, -
            E-035,  Y, Y, -
            E-036,  Y, Y, -
            E-037,  Y, Y, -
            E-038,  Y, Y, -
            E-039,  Y, Y, -
            E-040,  N, Y, -
            E-041,  N, Y, -
            E-042,  Y, Y, -
            E-043,  Y, Y, -
            E-044,  Y, Y, -
            E-045,  Y, Y, -
            E-046,  N, Y, -
            E-047,  Y, Y, -
            E-048,  Y, Y, -
            E-049,  N, Y, -
            E-050,  Y, Y, -
            E-051,  Y, Y, -
            E-052,  N, Y, -
            E-053,  Y, Y, -
            E-054,  Y, Y, -
            E-055,  Y, Y, -
            E-056,  Y, Y, -
            E-057,  N, Y, -
            E-058,  N, Y, -
            E-059,  N, Y, -
            E-060,  Y, Y, -
            E-061,  Y, Y, -
            E-062,  Y, Y, -
            E-063,  Y, Y, -
            E-064,  Y, Y, -
            E-065,  Y, Y, -
            E-066,  Y, Y, -
            E-067,  Y, Y, -
            E-068,  N, Y, -
            E-069,  Y, Y, -
            E-070,  Y, Y, -
            E-071,  Y, Y, -
            E-072,  Y, Y, -
            E-073,  Y, Y, -
            E-074a, N, Y, -
            E-074b, N, Y, -
            E-074c, N, Y, -
            E-074d, N, Y, -
            E-074e, N, Y, -
            E-074f, N, Y, -
            E-074g, N, Y, -
            E-075,  Y, Y, -
            E-076,  N, Y, -
            E-077,  Y, Y, -
            E-078,  Y, Y, -
            E-079,  Y, Y, -
            E-080,  Y, Y, Y
            E-081,  Y, Y, Y
            E-082,  Y, Y, Y
            E-083,  N, Y, Y
            E-084,  N, Y, Y
            E-085,  N, Y, Y
            E-086,  Y, Y, Y
            E-087,  Y, Y, Y
            E-088,  Y, Y, Y
            E-089,  Y, Y, Y
            E-090,  Y, Y, Y
            E-091,  Y, Y, Y
            E-092,  Y, Y, Y
            E-093a, Y, Y, Y
            E-093b, Y, Y, Y
            E-093c, Y, Y, Y
            E-094a, N, Y, Y
            E-094b, N, Y, Y
            E-094c, N, Y, Y
            E-095,  Y, Y, Y
            """)
    void eachPlanIncludesWhatTheGuideSays(String code, String standard, String advanced, @Nullable String trial) {
        var entitlement = matrix.get(new EntitlementCode(code));

        assertThat(entitlement.family()).isEqualTo(trial == null ? PlanFamily.VOICE : PlanFamily.CHAT);
        assertThat(isIn(entitlement, Edition.STANDARD, false)).isEqualTo(standard);
        assertThat(isIn(entitlement, Edition.ADVANCED, false)).isEqualTo(advanced);
        if (trial == null) {
            assertThat(isIn(entitlement, Edition.STANDARD, true)).isEqualTo(standard);
        } else {
            assertThat(isIn(entitlement, Edition.ADVANCED, true)).isEqualTo(trial);
        }
    }

    private static String isIn(Entitlement entitlement, Edition edition, boolean trial) {
        return entitlement.in(edition, trial).included() ? "Y" : "N";
    }

    @Test
    void hasEveryEntryOfTheGuideOnce() {
        var entries = matrix.entitlements().stream().map(row -> row.code().entry().value()).distinct().toList();
        assertThat(entries).hasSize(95).isSorted().startsWith("E-001").endsWith("E-095");
        assertThat(matrix.entitlements()).hasSize(105).extracting(row -> row.code().value()).isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "E-078, seats, 3, 3, 3, false",
        "E-086, languages, 1, 2, 1, true",
        "E-087, messages a month, 10000, 10000, 10000, false",
        "E-092, licences, 3, 3, 3, false",
        "E-095, channels, 10, 35, 10, false",
    })
    void whatIsCountedHasItsQuantities(
            String code, String unit, long standard, long advanced, long trial, boolean orMore) {
        var entitlement = matrix.get(new EntitlementCode(code));

        assertThat(entitlement.unit()).isEqualTo(unit);
        assertThat(entitlement.in(Edition.STANDARD, false).quantity()).isEqualTo(standard);
        assertThat(entitlement.in(Edition.ADVANCED, false).quantity()).isEqualTo(advanced);
        assertThat(entitlement.in(Edition.ADVANCED, false).orMore()).isEqualTo(orMore);
        assertThat(entitlement.in(tried(entitlement), true).quantity()).isEqualTo(trial);
    }

    private static Edition tried(Entitlement entitlement) {
        return entitlement.family() == PlanFamily.VOICE ? Edition.STANDARD : Edition.ADVANCED;
    }

    @Test
    void aNoteSaysHowFarItGoes() {
        var branch = matrix.get(new EntitlementCode("E-022"));
        assertThat(branch.in(Edition.STANDARD, false).note()).isEqualTo("branch");
        assertThat(branch.in(Edition.ADVANCED, false).note()).isEqualTo("dynamic branch");
    }

    @ParameterizedTest
    @CsvSource({"E-001, E-001", "voice.inout, E-001", "E-074c, E-074c", "E-074, E-074", "E-093, E-093"})
    void isFoundByCodeByNameOrAsAWholeEntry(String asked, String code) {
        assertThat(matrix.find(asked).orElseThrow().code()).hasToString(code);
    }

    @Test
    void anEntryOfSeveralRowsSaysWhatItsRowsSay() {
        var entry = matrix.find("E-094").orElseThrow();
        assertThat(entry.english()).isEqualTo("developer callbacks; group chat with customers; own AI integrated");
        assertThat(entry.isIncludedIn(Edition.STANDARD)).isFalse();
        assertThat(entry.in(Edition.ADVANCED, true).included()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"E-000", "E-096", "E-93", "e-013", "E-013a", "E-074h", "voice", "''"})
    void whatTheGuideDoesNotListIsNotFound(String asked) {
        assertThat(matrix.find(asked)).isEmpty();
    }

    /** Only such features are looked for in records. */
    @Test
    void whatRecordsShowIsInTheAdvancedEditionAlone() {
        var transfer = RestrictedUse.of(Uses.transfer("2025-01-15T10:00:00+08:00")).orElseThrow();
        var navigation = RestrictedUse.of(Uses.navigation("2025-01-15T10:00:00+08:00")).orElseThrow();

        assertThat(List.of(transfer, navigation)).extracting(use -> use.code().value()).containsExactly("E-013", "E-030");
        for (var code : List.of(transfer.code(), navigation.code(), new EntitlementCode("E-027"))) {
            assertThat(matrix.get(code).isIncludedIn(Edition.STANDARD)).isFalse();
            assertThat(matrix.get(code).isIncludedIn(Edition.ADVANCED)).isTrue();
        }
        assertThat(RestrictedUse.of(Uses.leg(LegType.AGENT_MOBILE, "2025-01-15T10:00:00+08:00"))).isEmpty();
    }
}
