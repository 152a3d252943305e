package io.minutebook.server.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Says what is wrong with a body in the words of the API: the field and what to send, never a class of ours.
 */
final class BodyProblems {

    private BodyProblems() {}

    static String detailOf(@Nullable Throwable cause) {
        if (!(cause instanceof JacksonException failure)) return "The body is missing; send a JSON object.";
        var advice = adviceOf(failure);
        var field = fieldOf(failure.getPath());
        boolean isTooLarge = failure instanceof StreamConstraintsException;
        if (isTooLarge) return "The body or a value in it is too large; send less.";
        if (advice == null) return "The body is not JSON" + placeOf(failure) + "; send one valid JSON object.";
        return (field.isEmpty() ? "The body is of the wrong shape" : field) + ": " + advice + ".";
    }

    private static @Nullable String adviceOf(JacksonException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadValue bad) return bad.advice();
            if (cause instanceof InputCoercionException) return "send a smaller number";
            if (cause instanceof MismatchedInputException mismatch) return expected(mismatch.getTargetType());
        }
        return failure instanceof DatabindException ? "send a valid value" : null;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null || type.isRecord()) return "send a JSON object";
        if (type.isEnum()) return "send one of " + constantsOf(type);
        if (type == String.class) return "send a text";
        if (type == Boolean.class || type == boolean.class) return "send true or false";
        if (Collection.class.isAssignableFrom(type)) return "send a JSON array";
        return "send a whole number";
    }

    static String constantsOf(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    /** {@code items[1].quantity} */
    private static String fieldOf(List<JacksonException.Reference> path) {
        var field = new StringBuilder();
        for (var step : path) {
            if (step.getPropertyName() == null) field.append('[').append(step.getIndex()).append(']');
            else field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return field.toString();
    }

    private static String placeOf(JacksonException failure) {
        var place = failure.getLocation();
        if (place == null || place.getLineNr() < 1) return "";
        return " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
