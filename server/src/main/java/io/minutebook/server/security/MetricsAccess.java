package io.minutebook.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Metrics are open on the machine itself; from elsewhere, also by way of a proxy, an operator or an auditor may read them. */
final class MetricsAccess {

    private MetricsAccess() {}

    static AuthorizationDecision decide(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext request) {
        return new AuthorizationDecision(isLocal(request.getRequest()) || maySee(caller.get()));
    }

    private static boolean maySee(Authentication caller) {
        return caller.getPrincipal() instanceof ApiKey key
                && switch (key.role()) {
                    case OPERATOR, AUDITOR -> true;
                    case FINANCE, PLATFORM -> false;
                };
    }

    /** The address is a literal: no name is looked up. */
    static boolean isLocal(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) return false;
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
