package io.minutebook.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the caller for the key that a browser signed in with, but only to look at the page for finance, to download the
 * files it names and to read the explanations it shows as JSON: a cookie changes nothing and opens nothing else.
 */
final class SessionCookieFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<String> LINKED =
            List.of(".csv", ".xlsx", ".pdf", ".jsonl.gz", ".jsonl", "/explanation", "/draws");

    private final BrowserSessions sessions;
    private final AccessProblems problems;

    SessionCookieFilter(BrowserSessions sessions, AccessProblems problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (isCovered(request)) presented(request).flatMap(sessions::find).ifPresent(BearerKeyFilter::enter);
        } catch (DataAccessException unreachable) {
            problems.answer(unreachable, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isCovered(HttpServletRequest request) {
        var path = request.getRequestURI();
        boolean isLinked = path.startsWith("/api/v1/") && LINKED.stream().anyMatch(path::endsWith);
        boolean isPage = path.equals("/finance") || path.startsWith("/finance/");
        return READING.contains(request.getMethod())
                && request.getHeader("Authorization") == null
                && (isLinked || isPage);
    }

    private static Optional<String> presented(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(BrowserSessions.COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
