package io.minutebook.server.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Which role may do what: the operator everything, finance and auditor read, the platform reads the usage of its
 * own account. Everybody with a key may try a record out, which changes nothing. Only the descriptions of the API
 * and of usage records, and the health checks are open.
 */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    private static final String API = "/api/v1/**";
    private static final String[] OPEN = {
        "/api/openapi.json", "/api/openapi.json/**", "/api/docs", "/api/docs/**", "/api/swagger-ui/**", "/health/*",
        "/api/schemas/*", "/api/samples/*"
    };

    @Bean
    SecurityFilterChain filters(HttpSecurity http, ApiKeys keys, AccessProblems problems) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerKeyFilter(keys, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(AccessRules::permit)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (request, response, _) -> problems.unauthenticated(request, response))
                        .accessDeniedHandler((request, response, _) -> problems.forbidden(request, response)))
                .build();
    }

    private static void permit(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers(GET, "/api/v1/accounts/{accountId}/usage", "/api/v1/accounts/{accountId}/usage/*")
                .access(AccessRules::mayReadUsage)
                .requestMatchers(GET, "/metrics")
                .access(MetricsAccess::decide)
                .requestMatchers(POST, "/api/v1/records/validate")
                .authenticated()
                .requestMatchers(GET, API)
                .hasAnyAuthority(KeyRole.OPERATOR.name(), KeyRole.FINANCE.name(), KeyRole.AUDITOR.name())
                .anyRequest()
                .hasAuthority(KeyRole.OPERATOR.name());
    }

    private static AuthorizationDecision mayReadUsage(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext request) {
        boolean may = caller.get().getPrincipal() instanceof ApiKey key
                && switch (key.role()) {
                    case OPERATOR, FINANCE, AUDITOR -> true;
                    case PLATFORM -> key.isBoundTo(request.getVariables().get("accountId"));
                };
        return new AuthorizationDecision(may);
    }
}
