package io.minutebook.server.cli;

import java.net.URI;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code jdbc:postgresql://host/db?user=u} as it is and {@code postgresql://u:p@host/db} as the same in
 * JDBC.
 */
public final class DatabaseAddress implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        if (text.startsWith("jdbc:postgresql:")) return text;
        var address = URI.create(text);
        if (!Set.of("postgres", "postgresql").contains(String.valueOf(address.getScheme()))) {
            throw new TypeConversionException(
                    "expected jdbc:postgresql://HOST:PORT/NAME?user=USER&password=PASSWORD");
        }
        return jdbc(address);
    }

    private static String jdbc(URI address) {
        var user = address.getRawUserInfo();
        var credentials = user == null ? "" : "user=" + user.replaceFirst(":", "&password=");
        var query = address.getRawQuery() == null ? "" : address.getRawQuery();
        var port = address.getPort() < 0 ? 5432 : address.getPort();
        var joined = credentials.isEmpty() || query.isEmpty()
                ? credentials + query : credentials + "&" + query;
        return "jdbc:postgresql://%s:%d%s%s".formatted(
                address.getHost(), port, address.getRawPath(), joined.isEmpty() ? "" : "?" + joined);
    }
}
