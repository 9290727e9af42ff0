package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class ShadedContentsIT {
  private static final long MOST_BYTES = 60_000_000;

  @Test
  void staysSmall() throws IOException {
    assertThat(Files.size(ShadedJar.PATH)).isLessThan(MOST_BYTES);
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
    try (JarFile jar = new JarFile(ShadedJar.PATH.toFile())) {
      JarEntry driver = jar.getJarEntry("META-INF/services/java.sql.Driver");
      assertThat(
              new String(jar.getInputStream(driver).readAllBytes(), StandardCharsets.UTF_8).strip())
          .isEqualTo("io.partikey.jdbc.PartiKeyDriver");
    }
  }

  @Test
  void shipsTheLicencesOfWhatItContains() throws IOException {
    assertThat(ShadedJar.entries())
        .contains("META-INF/licenses/README.md", "META-INF/licenses/Apache-2.0.txt");
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
