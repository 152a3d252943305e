package io.minutebook.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.server.fixture.RealParts;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Whoever closes a month is alone: what others found open stays open until they have booked it. */
class ClosingLockIT {

    private static final String LOCK_TIMEOUT = "55P03";

    private final DataSource database = RealParts.newDataSource();
    private final PostgresTransactions booking =
            new PostgresTransactions(new JdbcTransactionManager(database), new JdbcTemplate(database));
    private final PostgresTransactions closing =
            PostgresTransactions.closing(new JdbcTransactionManager(database), new JdbcTemplate(database));

    @Test
    void nobodyClosesWhileSomebodyBooks() {
        booking.inOne(Map.of(), () -> {
            var close = CompletableFuture.supplyAsync(
                    () -> closing.inOne(Map.of(), () -> "closed"), ClosingLockIT::onItsOwnThread);
            assertThatThrownBy(close::join)
                    .as("gives way, so that others may book")
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .extracting(cause -> ((SQLException) cause).getSQLState())
                    .isEqualTo(LOCK_TIMEOUT);
            return "booked";
        });
        assertThat(closing.inOne(Map.of(), () -> "closed")).isEqualTo("closed");
    }

    @Test
    void nobodyBooksWhileSomebodyClosesAndManyBookAtOnce() throws InterruptedException {
        var bothBook = new CountDownLatch(2);
        var bookings = closing.inOne(Map.of(), () -> {
            var begun = new CompletableFuture<?>[] {booked(bothBook), booked(bothBook)};
            assertThat(bothBook.getCount()).isEqualTo(2);
            return begun;
        });
        CompletableFuture.allOf(bookings).join();
        assertThat(bothBook.await(0, TimeUnit.SECONDS)).isTrue();
    }

    /** Ends once another books beside it. */
    private CompletableFuture<String> booked(CountDownLatch bothBook) {
        return CompletableFuture.supplyAsync(() -> booking.inOne(Map.of(), () -> {
            bothBook.countDown();
            try {
                assertThat(bothBook.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "booked";
        }), ClosingLockIT::onItsOwnThread);
    }

    private static void onItsOwnThread(Runnable work) {
        Thread.ofPlatform().daemon().start(work);
    }
}
