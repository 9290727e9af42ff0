package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShadedContentsIT {
  private static final long MOST_BYTES = 60_000_000;

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
                    || List.of("META-INF/MANIFEST.MF", "META-INF/LICENSE", "META-INF/NOTICE")
                        .contains(name));
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
    List<String[]> components =
        text("META-INF/licenses/components.csv")
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .toList();
    assertThat(ShadedJar.entries())
        .filteredOn(name -> name.matches("(?:io/partikey/internal|org|librocksdbjni).*"))
        .map(name -> name.replaceFirst("^io/partikey/internal/", ""))
        .allMatch(name -> components.stream().anyMatch(each -> name.startsWith(each[1])));
    assertThat(components)
        .flatMap(each -> List.of(each[3].split(" ", -1)))
        .map(text -> "META-INF/licenses/" + text)
        .hasSizeGreaterThan(20)
        .allSatisfy(text -> assertThat(ShadedJar.entries()).contains(text));
    for (String own : List.of("LICENSE", "NOTICE")) {
      assertThat(text("META-INF/" + own))
          .isEqualTo(Files.readString(ShadedJar.PROJECT.resolve(own)));
    }
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
