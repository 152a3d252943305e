package io.minutebook.server.openapi;

import io.minutebook.server.problem.Problem;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description says of the API as a whole; it names no address, so that it is the same everywhere. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    private static final String KEY = "apiKey";

    @Bean
    static OpenAPI description(RecordSchemas schemas, SharedAnswers answers) {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ApiKey.class);
        return new OpenAPI()
                .info(new Info()
                        .title("Minutebook")
                        .version("1")
                        .description(Words.of("api"))
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("The ledger that serves this description")))
                .tags(ApiTag.NAMES.stream().map(OpenApiDocument::tag).toList())
                .components(components(schemas, answers))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    private static Components components(RecordSchemas schemas, SharedAnswers answers) {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(Words.of("api.key"));
        var components = new Components().addSecuritySchemes(KEY, bearer);
        schemas.read(Problem.class).forEach(components::addSchemas);
        AnswerHeaders.all().forEach(components::addHeaders);
        answers.all().forEach(components::addResponses);
        return components;
    }

    private static Tag tag(String name) {
        return new Tag().name(name).description(Words.of("tag." + name));
    }
}
