package io.minutebook.server.openapi;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

/** Describes parameters by their names: one name means the same in every operation. */
@Component
class ParameterWords implements ParameterCustomizer {

    @Override
    public Parameter customize(Parameter parameter, MethodParameter source) {
        if (parameter == null || parameter.getName() == null) return parameter;
        if (parameter.getDescription() == null) {
            parameter.setDescription(Words.find("parameter." + parameter.getName()));
        }
        ValueSchemas.find(source.getParameterType()).ifPresent(schema -> parameter.setSchema(schema));
        var asked = source.getParameterAnnotation(RequestParam.class);
        if (asked != null && !asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
            setDefault(parameter.getSchema(), asked.defaultValue());
        }
        return parameter;
    }

    /** As callers would write it. */
    private static void setDefault(Schema<?> schema, String value) {
        boolean isNumber = schema.getTypes() != null && schema.getTypes().contains("integer");
        schema.setDefault(isNumber ? Long.valueOf(value) : value);
    }
}
