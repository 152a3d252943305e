package io.minutebook.server.looks;

import io.minutebook.billing.AccountId;
import io.minutebook.server.security.ApiKey;
import io.minutebook.server.security.KeyRole;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Keeps who looked. Full numbers are shown only once it is written down; that somebody read an account's data is
 * written a moment later, so that no read waits for it, and lost only where the process dies in that moment. What a
 * platform reads of its own accounts is not kept.
 */
@Component
public class LookKeeper implements HandlerInterceptor, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LookKeeper.class);
    private static final Set<String> READS = Set.of("GET", "HEAD");
    /** What shows the data of all accounts at once. */
    private static final Set<String> OF_ALL = Set.of(
            "/api/v1/usage/{month}.csv", "/api/v1/usage/{month}.xlsx", "/api/v1/usage/{month}.jsonl.gz",
            "/api/v1/bills/{month}.csv", "/api/v1/bills/{month}.xlsx", "/api/v1/journal", "/api/v1/journal.csv",
            "/api/v1/journal.journal", "/api/v1/projections/comparisons");

    private static final String RECORD_AS_RECEIVED = "/api/v1/ingest/dead-letters/{id}";
    private static final String ACCOUNT = LookKeeper.class.getName() + ".account";
    private static final String RECORD = LookKeeper.class.getName() + ".record";
    private static final long SECONDS_BETWEEN = 2;

    private final Looks looks;
    private final LookSettings settings;
    private final Map<LookedAt, Long> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("looks").factory());

    LookKeeper(Looks looks, LookSettings settings) {
        this.looks = looks;
        this.settings = settings;
        var _ = writer.scheduleWithFixedDelay(this::write, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
        var _ = writer.scheduleWithFixedDelay(this::forget, 0, 1, TimeUnit.HOURS);
    }

    /** Says what a page shows whose address has no place for it. */
    public static void shows(HttpServletRequest request, AccountId account, @Nullable String record) {
        request.setAttribute(ACCOUNT, account.value());
        if (record != null) request.setAttribute(RECORD, record);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        lookedAt(request).filter(LookedAt::fullNumbers).ifPresent(what -> looks.add(what, 1));
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getStatus() >= 400) return;
        lookedAt(request).filter(what -> !what.fullNumbers()).ifPresent(what -> waiting.merge(what, 1L, Long::sum));
    }

    private static Optional<LookedAt> lookedAt(HttpServletRequest request) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || !(caller.getPrincipal() instanceof ApiKey key)) return Optional.empty();
        if (key.role() == KeyRole.PLATFORM || !READS.contains(request.getMethod())) return Optional.empty();
        var path = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        var account = variable(request, "accountId", ACCOUNT);
        if (account == null) account = request.getParameter("accountId");
        boolean fullNumbers = path.equals(RECORD_AS_RECEIVED);
        var subject = variable(request, fullNumbers ? "id" : "recordId", RECORD);
        if (account == null && subject == null && !OF_ALL.contains(path)) return Optional.empty();
        return Optional.of(
                new LookedAt(key.id(), key.role().name(), account, "GET " + path, subject, fullNumbers));
    }

    /** What the path names, or else what a page has said. */
    private static @Nullable String variable(HttpServletRequest request, String name, String said) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> all
                        && all.get(name) instanceof String value
                ? value
                : (String) request.getAttribute(said);
    }

    private void write() {
        for (var what : List.copyOf(waiting.keySet())) {
            var times = waiting.remove(what);
            if (times == null) continue;
            try {
                looks.add(what, times);
            } catch (DataAccessException failed) {
                waiting.merge(what, times, Long::sum);
                LOG.warn("Who looked could not be written down; it is tried again", failed);
                return;
            }
        }
    }

    private void forget() {
        try {
            looks.forgetOlderThan(settings.retention());
        } catch (DataAccessException failed) {
            LOG.warn("Old looks could not be deleted; it is tried again in an hour", failed);
        }
    }

    @Override
    public void destroy() {
        writer.shutdown();
        write();
    }
}
