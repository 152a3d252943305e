package io.minutebook.server.log;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import io.minutebook.server.embedded.CannotStart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Writes a line of the log for people, by a pattern, or for programs, as JSON in the Elastic common schema. */
public final class LogLines extends EncoderBase<ILoggingEvent> {

    /** The environment variables that choose {@code text} or {@code json} for the file and for the console. */
    private static final List<String> VARIABLES = List.of("MINUTEBOOK_LOGFORMAT", "MINUTEBOOK_CONSOLEFORMAT");

    private static final Map<String, Object> SETTINGS = Map.of("logging.structured.ecs.service.name", "minutebook");

    private String format = "text";
    private String pattern = "%msg%n";
    private Encoder<ILoggingEvent> lines = new PatternLayoutEncoder();

    /** Refuses to start with a format that does not exist. */
    public static void requireKnownFormats() {
        for (var variable : VARIABLES) {
            var format = System.getenv().getOrDefault(variable, "text");
            if (format.equals("text") || format.equals("json")) continue;
            throw new CannotStart(variable + " is neither text nor json");
        }
    }

    /** Set by the configuration: {@code text} or {@code json}. */
    public void setFormat(String format) {
        this.format = format;
    }

    /** Set by the configuration: how a line of text looks. */
    public void setPattern(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public void start() {
        lines = format.equals("json") ? json() : text();
        lines.setContext(getContext());
        lines.start();
        super.start();
    }

    private Encoder<ILoggingEvent> text() {
        var text = new PatternLayoutEncoder();
        text.setPattern(pattern);
        return text;
    }

    /** The encoder looks for settings where Spring would have put them. */
    private Encoder<ILoggingEvent> json() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("log", SETTINGS));
        getContext().putObject(Environment.class.getName(), environment);
        var json = new StructuredLogEncoder();
        json.setFormat("ecs");
        json.setCharset(StandardCharsets.UTF_8);
        return json;
    }

    @Override
    public byte[] headerBytes() {
        return lines.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return lines.encode(event);
    }

    @Override
    public byte[] footerBytes() {
        return lines.footerBytes();
    }
}
