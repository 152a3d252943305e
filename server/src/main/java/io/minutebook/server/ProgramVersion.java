package io.minutebook.server;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/**
 * The version this program was built as and the commit it was built from, where there was one; nothing of the build's
 * time or machine.
 */
final class ProgramVersion implements IVersionProvider {

    private static final String BUILD = "/META-INF/build-info.properties";
    private static final String COMMIT = "/git.properties";

    @Override
    public String[] getVersion() throws IOException {
        var version = read(BUILD).getProperty("build.version", "of an unknown version");
        var commit = read(COMMIT).getProperty("git.commit.id.describe");
        return new String[] {"minutebook " + version + (commit == null ? "" : " (" + commit + ")")};
    }

    /** Nothing when there is no such file. */
    private static Properties read(String resource) throws IOException {
        var properties = new Properties();
        try (var file = ProgramVersion.class.getResourceAsStream(resource)) {
            if (file != null) properties.load(file);
        }
        return properties;
    }
}
