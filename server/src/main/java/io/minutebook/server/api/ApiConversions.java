package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.server.idempotency.IdempotencyKey;
import io.minutebook.server.looks.LookKeeper;
import io.minutebook.server.webhooks.WebhookName;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How paths, parameters and headers are read; every resource has one representation, whatever is accepted.
 */
@Configuration(proxyBeanMethods = false)
class ApiConversions implements WebMvcConfigurer {

    private final SaidOnce saidOnce;
    private final ReadsAreNeverBehind reads;
    private final LookKeeper looks;

    ApiConversions(SaidOnce saidOnce, ReadsAreNeverBehind reads, LookKeeper looks) {
        this.saidOnce = saidOnce;
        this.reads = reads;
        this.looks = looks;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, AccountId.class, ApiValues::accountId);
        registry.addConverter(String.class, ResourceId.class, ApiValues::resourceId);
        registry.addConverter(String.class, ProductCode.class, ApiValues::productCode);
        registry.addConverter(String.class, CaseNumber.class, ApiValues::caseNumber);
        registry.addConverter(String.class, BillingMonth.class, ApiValues::month);
        registry.addConverter(String.class, IdempotencyKey.class, text -> new IdempotencyKey(text));
        registry.addConverter(String.class, LocalDate.class, ApiValues::date);
        registry.addConverter(String.class, Instant.class, ApiConversions::instant);
        registry.addConverter(String.class, PackView.Filter.class, ApiValues::packFilter);
        registry.addConverter(String.class, BillView.class, BillView::parse);
        registry.addConverter(String.class, Known.class, ApiValues::known);
        registry.addConverter(String.class, FileLanguage.class, FileLanguage::parse);
        registry.addConverter(String.class, Limit.class, Limit::parse);
        registry.addConverter(String.class, WebhookName.class, ApiValues::webhookName);
    }

    /** A plus sign that was not escaped in a query arrives as a space. */
    private static Instant instant(String text) {
        return ApiValues.instant(text.replace(' ', '+'));
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(saidOnce).addPathPatterns("/api/v1/**");
        registry.addInterceptor(looks).addPathPatterns("/api/v1/**", "/finance/**");
        registry.addInterceptor(reads)
                .addPathPatterns("/api/v1/**", "/finance/**")
                .excludePathPatterns(
                        "/api/v1/clock", "/api/v1/catalogue", "/api/v1/prohibited-business", "/api/v1/projections/**",
                        "/api/v1/ingest/**", "/api/v1/months", "/api/v1/months/*", "/finance/style.css");
    }
}
