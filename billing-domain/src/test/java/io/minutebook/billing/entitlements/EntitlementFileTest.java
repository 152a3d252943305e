package io.minutebook.billing.entitlements;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitlementFileTest {

    private static final String HEADER =
            "code,name,family,standard,advanced,trial,unit,standard_note,advanced_note,english,chinese";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "E-2,,VOICE,Y,Y,,,,,a,             | a code such as E-013 or E-074a expected",
                "E-002,Voice,VOICE,Y,Y,,,,,a,      | name is 'Voice' where one such as voice.inout is expected",
                "E-002,v.a,VOICE,Y,Y,,,,,a,        | the name v.a is taken by E-001",
                "E-001,,VOICE,Y,Y,,,,,a,           | the code E-001 is taken by an earlier line",
                "E-001a,,VOICE,Y,Y,,,,,a,          | the code E-001a is taken by an earlier line",
                "E-002,,VIDEO,Y,Y,,,,,a,           | family is 'VIDEO' where VOICE or CHAT is expected",
                "E-002,,VOICE,yes,Y,,,,,a,         | 'yes' where Y, N, Y 3 or Y >=2 is expected",
                "E-002,,VOICE,Y 03,Y,,,,,a,        | 'Y 03' where Y, N, Y 3 or Y >=2 is expected",
                "E-002,,VOICE,,Y,,,,,a,            | '' where Y, N, Y 3 or Y >=2 is expected",
                "E-002,,VOICE,Y,N,,,,,a,           | the advanced edition includes all of the standard one",
                "E-002,,VOICE,Y,Y,Y,,,,a,          | trial is filled for CHAT alone",
                "E-002,,CHAT,Y,Y,,,,,a,            | trial is filled for CHAT alone",
                "E-002,,VOICE,Y 3,Y 3,,,,,a,       | a unit goes with quantities, and only with them",
                "E-002,,VOICE,Y,Y,,seats,,,a,      | a unit goes with quantities, and only with them",
                "E-002,,VOICE,N,Y,,,note,,a,       | what is not included has no quantity and no note",
                "E-002,,VOICE,Y,Y,,,,, ,           | english is blank",
                "E-002,,VOICE,Y,Y,,,,,a            | 10 columns where 11 are expected",
                "E-002,`,VOICE                     | not CSV",
            })
    void aBrokenLineIsRefusedWithFileLineAndRule(String line, String rule) {
        assertBroken(HEADER + "\nE-001,v.a,VOICE,Y,Y,,,,,a,\n" + line.strip().replace('`', '"'), 3, rule);
    }

    @Test
    void rowsOfOneEntryAreIncludedAlike() {
        var file = HEADER + "\nE-001a,,VOICE,Y,Y,,,,,a,\n\nE-001b,,VOICE,N,Y,,,,,a,\n";
        assertBroken(file, 4, "E-001b is not included like E-001a of the same entry");
    }

    @Test
    void aFileWithoutItsHeaderOrWithoutEntitlementsIsRefused() {
        assertBroken("code,name\nE-001,,VOICE,Y,Y,,,,,a,\n", 1, "the header is not " + HEADER);
        assertBroken(HEADER + "\n", 1, "the file lists no entitlement");
    }

    private static void assertBroken(String file, int line, String rule) {
        assertThatExceptionOfType(BrokenEntitlements.class)
                .isThrownBy(() -> EntitlementFile.read("m.csv", file.getBytes(StandardCharsets.UTF_8)))
                .withMessage("m.csv, line " + line + ": " + rule);
    }
}
