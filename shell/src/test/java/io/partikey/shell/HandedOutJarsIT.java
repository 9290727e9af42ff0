package io.partikey.shell;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jars that the build has just made carry the licence of all that they contain. */
class HandedOutJarsIT {
  private static final Path ROOT = Path.of(System.getProperty("root.directory"));
  private static final String LICENCES = "META-INF/licenses/";
  private static final String SHELL = "shell/target/partikey.jar";

  private static List<String> entries(String jar) throws IOException {
    try (JarFile file = new JarFile(ROOT.resolve(jar).toFile())) {
      return file.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
    }
  }

  private static byte[] content(String jar, String entry) throws IOException {
    try (JarFile file = new JarFile(ROOT.resolve(jar).toFile())) {
      return file.getInputStream(file.getJarEntry(entry)).readAllBytes();
    }
  }

  private static List<NamedCsvRecord> components() throws IOException {
    try (CsvReader<NamedCsvRecord> list =
        CsvReader.builder().ofNamedCsvRecord(ROOT.resolve("licenses/components.csv"))) {
      return list.stream().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grammar/target/partikey-grammar",
        "parser/target/partikey-parser",
        "engine/target/partikey-engine",
        "planner/target/partikey-planner",
        "driver/target/partikey-jdbc",
        "shell/target/partikey-shell"
      })
  void everyJarHasTheLicenceAndTheNotice(String name) throws IOException {
    hasLicenceAndNotice(name + "-0.1.0.jar");
  }

  private static void hasLicenceAndNotice(String jar) throws IOException {
    for (String text : List.of("LICENSE", "NOTICE")) {
      assertThat(content(jar, "META-INF/" + text))
          .as("%s of %s", text, jar)
          .isEqualTo(Files.readAllBytes(ROOT.resolve(text)));
    }
  }

  @Test
  void theShellHasALicenceForAllThatIsInIt() throws IOException {
    hasLicenceAndNotice(SHELL);
    List<NamedCsvRecord> components = components();
    List<String> unknown = new ArrayList<>();
    for (String entry : entries(SHELL)) {
      // Another form of a class for newer Java lies under the class's own name.
      String name = entry.replaceFirst("^META-INF/versions/\\d+/", "");
      boolean ours = name.startsWith("io/partikey/") || name.startsWith("META-INF/");
      if (!ours && components.stream().noneMatch(each -> holds(each, name))) {
        unknown.add(entry);
      }
    }
    assertThat(unknown).as("in no component of licenses/components.csv").isEmpty();
  }

  @Test
  void everyListedComponentIsThereWithItsTexts() throws IOException {
    List<String> entries = entries(SHELL);
    for (NamedCsvRecord component : components()) {
      String name = component.getField("component");
      assertThat(entries).as(name).anyMatch(entry -> holds(component, entry));
      for (String text : component.getField("texts").split(" ", -1)) {
        assertThat(entries).as(name).contains(LICENCES + text);
        assertThat(content(SHELL, LICENCES + text)).as(text).hasSizeGreaterThan(300);
      }
      assertThat(component.getField("licence")).as(name).isNotBlank();
      assertThat(component.getField("copyright")).as(name).isNotBlank();
    }
    assertThat(content(SHELL, LICENCES + "components.csv"))
        .isEqualTo(Files.readAllBytes(ROOT.resolve("licenses/components.csv")));
  }

  private static boolean holds(NamedCsvRecord component, String entry) {
    String held = component.getField("holds");
    return entry.startsWith(held + "/") || (!held.contains("/") && entry.startsWith(held));
  }
}
