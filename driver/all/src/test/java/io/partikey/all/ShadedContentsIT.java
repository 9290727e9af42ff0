package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShadedContentsIT {
  private static final long MOST_BYTES = 60_000_000;

  /** Whose the relocated packages are, in the words of the list of licences. */
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          Map.entry("com/fasterxml/jackson", "Jackson core"),
          Map.entry("com/github/benmanes", "Caffeine"),
          Map.entry("com/google/common", "Guava, failureaccess"),
          Map.entry("com/google/thirdparty", "Guava, failureaccess"),
          Map.entry("com/jayway/jsonpath", "JsonPath"),
          Map.entry("org/antlr/v4", "ANTLR 4 runtime"),
          Map.entry("org/apache/calcite", "Apache Calcite (core, linq4j), Avatica"),
          Map.entry("org/apache/commons", "Apache Commons Codec"),
          Map.entry("org/codehaus/commons", "commons-compiler"),
          Map.entry("org/joou", "jOOU"),
          Map.entry("org/locationtech/jts", "JTS Topology Suite"),
          Map.entry("org/slf4j", "SLF4J (api, nop)"));

  @Test
  void staysSmall() throws IOException {
    assertThat(Files.size(ShadedJar.PATH)).isLessThan(MOST_BYTES);
  }

  @Test
  void isAsBigAsTheReadmeSays() throws IOException {
    Matcher said =
        Pattern.compile("one jar of (\\d+) MB")
            .matcher(Files.readString(ShadedJar.PROJECT.resolve("README.md")));
    assertThat(said.find()).isTrue();
    assertThat(Files.size(ShadedJar.PATH) / 1_000_000.0)
        .isCloseTo(Double.parseDouble(said.group(1)), within(1.0));
  }

  @Test
  void holdsNothingOutsideItsOwnPackages() throws IOException {
    assertThat(ShadedJar.entries())
        .allMatch(
            name ->
                name.startsWith("io/partikey/")
                    || name.startsWith("org/rocksdb/")
                    || name.startsWith("META-INF/licenses/")
                    || name.startsWith("META-INF/services/")
                    || name.startsWith("librocksdbjni-")
                    || name.equals("META-INF/MANIFEST.MF"));
  }

  @Test
  void holdsTheNativeLibrariesOfSevenPlatforms() throws IOException {
    assertThat(ShadedJar.entries())
        .filteredOn(name -> name.startsWith("librocksdbjni-"))
        .containsExactlyInAnyOrder(
            "librocksdbjni-linux64.so",
            "librocksdbjni-linux64-musl.so",
            "librocksdbjni-linux-aarch64.so",
            "librocksdbjni-linux-aarch64-musl.so",
            "librocksdbjni-osx-x86_64.jnilib",
            "librocksdbjni-osx-arm64.jnilib",
            "librocksdbjni-win64.dll");
  }

  @Test
  void registersItsOwnServicesOnly() throws IOException {
    assertThat(ShadedJar.entries())
        .filteredOn(name -> name.startsWith("META-INF/services/"))
        .containsExactlyInAnyOrder(
            "META-INF/services/java.sql.Driver",
            "META-INF/services/io.partikey.engine.backend.BackendProvider",
            "META-INF/services/io.partikey.internal.org.slf4j.spi.SLF4JServiceProvider");
    assertThat(text("META-INF/services/java.sql.Driver").strip())
        .isEqualTo("io.partikey.jdbc.PartiKeyDriver");
  }

  @Test
  void shipsTheLicencesOfWhatItContains() throws IOException {
    String list = text("META-INF/licenses/README.md");
    Pattern relocated = Pattern.compile("io/partikey/internal/((?:[a-z0-9]+/){1,3}).*\\.class");
    assertThat(ShadedJar.entries())
        .map(relocated::matcher)
        .filteredOn(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .allMatch(
            prefix -> OWNERS.keySet().stream().anyMatch(owner -> prefix.startsWith(owner + "/")));
    assertThat(OWNERS.values()).allSatisfy(owner -> assertThat(list).contains("| " + owner + " |"));
    List<String> texts =
        Pattern.compile("[A-Za-z0-9-]+(?:\\.[0-9]+)?\\.txt")
            .matcher(list)
            .results()
            .map(found -> "META-INF/licenses/" + found.group())
            .distinct()
            .toList();
    assertThat(texts).hasSizeGreaterThan(3);
    assertThat(ShadedJar.entries()).containsAll(texts);
  }

  private static String text(String entry) throws IOException {
    try (JarFile jar = new JarFile(ShadedJar.PATH.toFile())) {
      return new String(
          jar.getInputStream(jar.getJarEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void isReproducible() throws IOException {
    try (JarFile jar = new JarFile(ShadedJar.PATH.toFile())) {
      List<Long> times =
          jar.stream()
              .filter(entry -> entry.getName().matches("io/partikey/(?!internal).*[^/]"))
              .map(JarEntry::getTime)
              .distinct()
              .toList();
      assertThat(times).hasSize(1);
    }
  }

  @Test
  void hasAModuleName() throws IOException {
    try (JarFile jar = new JarFile(ShadedJar.PATH.toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
          .isEqualTo("io.partikey.jdbc");
    }
  }
}
