package io.minutebook.server.api;

import static java.util.Objects.requireNonNull;

import io.minutebook.server.fixture.LedgerServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * A path that the running server has a handler for, as its own list of handlers tells.
 *
 * @param methods those the handler is for; empty where it takes all
 * @param parameters names of the query parameters
 * @param isFile whether it serves files, and is no operation of the API
 */
record Endpoint(String path, Set<String> methods, List<String> parameters, boolean isFile) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** All of them, one for each path. */
    static List<Endpoint> of(LedgerServer server) {
        var _ = Caller.operatorOf(server).get("clock"); // the list is made with the first request
        var endpoints = new ArrayList<Endpoint>();
        for (var handlers : requireNonNull(server.bean(DispatcherServlet.class).getHandlerMappings())) {
            if (handlers instanceof RequestMappingInfoHandlerMapping mappings) {
                mappings.getHandlerMethods().forEach((info, handler) -> endpoints.addAll(of(info, handler)));
            } else if (handlers instanceof AbstractUrlHandlerMapping files) {
                files.getHandlerMap().keySet()
                        .forEach(path -> endpoints.add(new Endpoint(path, Set.of("GET"), List.of(), true)));
            }
        }
        return endpoints.stream().sorted(Comparator.comparing(Endpoint::path)).toList();
    }

    private static List<Endpoint> of(RequestMappingInfo info, HandlerMethod handler) {
        var methods = new LinkedHashSet<String>();
        info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
        var parameters = Arrays.stream(handler.getMethodParameters()).flatMap(Endpoint::nameOf).toList();
        return info.getPatternValues().stream()
                .map(path -> new Endpoint(path, methods, parameters, false))
                .toList();
    }

    private static Stream<String> nameOf(MethodParameter parameter) {
        if (!parameter.hasParameterAnnotation(RequestParam.class)) return Stream.empty();
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return Optional.ofNullable(parameter.getParameterName()).stream();
    }

    /** The path with a value for each of its variables. */
    String filled(UnaryOperator<String> values) {
        var whole = VARIABLE.matcher(path).replaceAll(variable -> values.apply(variable.group(1)));
        return whole.replaceAll("\\*+", "x");
    }
}
