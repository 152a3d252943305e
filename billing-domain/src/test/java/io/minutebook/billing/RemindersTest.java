package io.minutebook.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemindersTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # end decided,             end,                       last reminder, next due
            2025-01-01T10:00:00+08:00, 2026-01-01T10:00:00+08:00, ,              2025-12-02T10:00:00+08:00
            2025-01-01T10:00:00+08:00, 2026-01-01T10:00:00+08:00, 30,            2025-12-25T10:00:00+08:00
            2025-01-01T10:00:00+08:00, 2026-01-01T10:00:00+08:00, 7,             2025-12-31T10:00:00+08:00
            2025-01-01T10:00:00+08:00, 2026-01-01T10:00:00+08:00, 1,             2026-01-01T10:00:00+08:00
            # a reminder that was due when the end was decided is left out
            2025-12-02T09:59:59+08:00, 2026-01-01T10:00:00+08:00, ,              2025-12-02T10:00:00+08:00
            2025-12-02T10:00:00+08:00, 2026-01-01T10:00:00+08:00, ,              2025-12-25T10:00:00+08:00
            2025-12-31T10:00:00+08:00, 2026-01-01T10:00:00+08:00, ,              2026-01-01T10:00:00+08:00
            """)
    void theNextReminderIsDueOrElseTheEnd(
            Instant since, Instant until, @Nullable Integer lastDaysBefore, Instant due) {
        assertThat(Reminders.nextDue(since, until, lastDaysBefore)).isEqualTo(due);
    }
}
