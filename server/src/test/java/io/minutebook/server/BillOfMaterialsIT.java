package io.minutebook.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as it is shipped carries the list of what it is made of, and of nothing else. */
@DisabledIfSystemProperty(named = "maven.mode", matches = "offline true", disabledReason = "made online only")
class BillOfMaterialsIT {

    private static final Path SHIPPED = Path.of("target", "minutebook-app.jar");
    private static final String LIBRARIES = "BOOT-INF/lib/";

    @Test
    void listsEveryLibraryOfTheShippedJarAndNoOther() throws IOException {
        try (var jar = new JarFile(SHIPPED.toFile())) {
            var shipped = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .filter(name -> !name.startsWith("spring-boot-jarmode-tools")) // added by the packaging
                    .toList();

            assertThat(libraries(billOf(jar)))
                    .filteredOn(name -> !name.startsWith("spring-boot-starter-")) // these hold nothing
                    .containsExactlyInAnyOrderElementsOf(shipped);
        }
    }

    @Test
    void namesTheEventStoreTheBrokersClientAndTheDatabaseDriver() throws IOException {
        try (var jar = new JarFile(SHIPPED.toFile())) {
            assertThat(libraries(billOf(jar)))
                    .anyMatch(name -> name.startsWith("axon-eventsourcing-4."))
                    .anyMatch(name -> name.startsWith("kafka-clients-4."))
                    .anyMatch(name -> name.startsWith("postgresql-42."));
        }
    }

    /** Where the manifest says it lies. */
    private static JsonNode billOf(JarFile jar) throws IOException {
        var place = jar.getManifest().getMainAttributes().getValue("Sbom-Location");
        assertThat(place).isNotNull();
        try (var file = jar.getInputStream(jar.getEntry(place))) {
            return JsonMapper.shared().readTree(file);
        }
    }

    private static List<String> libraries(JsonNode bill) {
        var names = new ArrayList<String>();
        for (var component : bill.path("components")) {
            names.add("%s-%s.jar".formatted(
                    component.path("name").asString(), component.path("version").asString()));
        }
        return names;
    }
}
