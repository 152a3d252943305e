package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.VoucherId;
import io.minutebook.server.idempotency.IdempotencyKey;
import io.minutebook.server.problem.Problem;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Instant;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API that is served at {@code /api/openapi.json}, with an example of every value. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    private static final String KEY = "apiKey";

    @Bean
    static OpenAPI description() {
        describeValues();
        var bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        var components = new Components().addSecuritySchemes(KEY, bearer);
        ModelConverters.getInstance().read(Problem.class).forEach(components::addSchemas);
        return new OpenAPI()
                .info(new Info()
                        .title("Minutebook")
                        .version("1")
                        .description("Usage metering and billing ledger for cloud contact centres. Money is a"
                                + " decimal string in yuan, times are RFC 3339, months are YYYY-MM in"
                                + " Asia/Shanghai. Answers are JSON, and files CSV, whatever is accepted."))
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    private static void describeValues() {
        var types = SpringDocUtils.getConfig();
        types.addRequestWrapperToIgnore(ApiKey.class);
        texts().forEach(
                (type, example) -> types.replaceWithSchema(type, new StringSchema().example(example)));
        types.replaceWithSchema(Minutes.class, number(30_000));
        types.replaceWithSchema(Limit.class, number(100));
    }

    private static Map<Class<?>, String> texts() {
        return Map.ofEntries(
                Map.entry(Money.class, "4205.00"),
                Map.entry(UnitPrice.class, "0.145"),
                Map.entry(AccountId.class, "1400000001"),
                Map.entry(OrderId.class, "O000000000001"),
                Map.entry(PackId.class, "P000000000002"),
                Map.entry(VoucherId.class, "V-2025-1"),
                Map.entry(ProductCode.class, "landline-outbound-30000"),
                Map.entry(BillingMonth.class, "2025-01"),
                Map.entry(Instant.class, "2025-01-31T23:59:59.999+08:00"),
                Map.entry(IdempotencyKey.class, "3f0e7a52-order-17"));
    }

    private static Schema<?> number(int example) {
        return new IntegerSchema().format("int64").example(example);
    }

    /** Every operation may be answered with a problem instead. */
    @Bean
    static OpenApiCustomizer problems() {
        var schema = new Schema<>().$ref("#/components/schemas/Problem");
        var content = new Content().addMediaType("application/problem+json", new MediaType().schema(schema));
        var problem =
                new ApiResponse().description("A problem: code, title, detail, instance").content(content);
        return api -> api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> operation.getResponses().addApiResponse("default", problem));
    }
}
