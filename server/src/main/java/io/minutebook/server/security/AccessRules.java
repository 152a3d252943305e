package io.minutebook.server.security;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets a request through, before anything of it is read, to those whom the access table names; metrics also by place. */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http, ApiKeys keys, BrowserSessions sessions, AccessProblems problems) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerKeyFilter(keys, problems), AuthorizationFilter.class)
                .addFilterBefore(new SessionCookieFilter(sessions, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(AccessRules::permit)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (request, response, _) -> problems.unauthenticated(request, response))
                        .accessDeniedHandler((request, response, _) -> problems.forbidden(request, response)))
                .build();
    }

    /** Whoever may GET may also HEAD. */
    private static void permit(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        for (var row : AccessTable.ROWS) {
            requests.requestMatchers(row.method(), row.path()).access(forAll(row.audience()));
            if (row.method().equals(HttpMethod.GET)) {
                requests.requestMatchers(HttpMethod.HEAD, row.path()).access(forAll(row.audience()));
            }
        }
        requests.requestMatchers(HttpMethod.GET, "/metrics").access(MetricsAccess::decide);
        requests.requestMatchers(HttpMethod.HEAD, "/metrics").access(MetricsAccess::decide);
        requests.anyRequest().access(forAll(Audience.OPERATOR));
    }

    private static AuthorizationManager<RequestAuthorizationContext> forAll(Audience audience) {
        return (caller, request) -> {
            var key = caller.get().getPrincipal() instanceof ApiKey held ? held : null;
            return new AuthorizationDecision(audience.includes(key, request.getVariables().get("accountId")));
        };
    }
}
