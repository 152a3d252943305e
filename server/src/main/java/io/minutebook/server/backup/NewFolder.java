package io.minutebook.server.backup;

import io.minutebook.server.embedded.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is not there yet or holds nothing: no backup and no ledger is ever written over. */
final class NewFolder {

    private NewFolder() {}

    static void require(Path folder, String option) {
        if (!Files.exists(folder)) return;
        try (var content = Files.newDirectoryStream(folder)) {
            if (!content.iterator().hasNext()) return;
        } catch (IOException unusable) {
            throw new CannotStart("cannot use " + folder + ": name a new folder with " + option, unusable);
        }
        throw new CannotStart(folder + " is not empty: name a new folder with " + option);
    }
}
