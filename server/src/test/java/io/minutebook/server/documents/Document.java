package io.minutebook.server.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A document's commands in their order: what is fenced as {@code sh} or {@code bash} is typed in, and a fence
 * of {@code text}, {@code json} or {@code csv} that follows is its promised output.
 */
record Document(String name, List<Step> steps) {

    private static final Set<String> COMMANDS = Set.of("sh", "bash");
    private static final Set<String> OUTPUT = Set.of("text", "json", "csv");
    private static final String FENCE = "```";

    private record Fence(int line, String language, String content) {}

    static Document read(Path file) {
        var steps = new ArrayList<Step>();
        Fence commands = null;
        for (var fence : fences(file)) {
            if (commands != null) {
                var promise = OUTPUT.contains(fence.language) ? fence.content : "";
                steps.add(new Step(commands.line, commands.content, promise));
            }
            commands = COMMANDS.contains(fence.language) ? fence : null;
        }
        if (commands != null) steps.add(new Step(commands.line, commands.content, ""));
        return new Document(String.valueOf(file.getFileName()), List.copyOf(steps));
    }

    /** The contents of all fences, whatever they are marked as. */
    static List<String> contents(Path file) {
        return fences(file).stream().map(Fence::content).toList();
    }

    private static List<Fence> fences(Path file) {
        var fences = new ArrayList<Fence>();
        var lines = lines(file);
        for (int start = 0; start < lines.size(); start++) {
            if (!lines.get(start).startsWith(FENCE)) continue;
            int end = start + 1;
            while (!lines.get(end).equals(FENCE)) end++;
            var content = String.join("\n", lines.subList(start + 1, end)) + "\n";
            fences.add(new Fence(start + 1, lines.get(start).substring(FENCE.length()).strip(), content));
            start = end;
        }
        return fences;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
