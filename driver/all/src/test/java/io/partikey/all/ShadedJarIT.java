package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.testing.ChildProcess;
import io.partikey.testing.JavaCommand;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadedJarIT {
  @TempDir private Path directory;

  /** The lines that the program prints; it must print nothing on its error stream. */
  private List<String> run(String scenario) throws Exception {
    Path errors = directory.resolve("errors");
    JavaCommand command =
        ShadedProgram.command().withOptions("-Xlog:class+load=info:file=" + loadedClasses());
    try (ChildProcess process = command.start(errors, scenario, ShadedJar.PATH.toString())) {
      List<String> lines = process.readToGoodEnd();
      assertThat(errors).hasContent("");
      return lines;
    }
  }

  private Path loadedClasses() {
    return directory.resolve("classes");
  }

  @Test
  void driverManagerFindsOurDriverOnly() throws Exception {
    assertThat(run("drivers")).containsExactly("io.partikey.jdbc.PartiKeyDriver");
  }

  @Test
  void loadingTheDriverLoadsNeitherPlannerNorStore() throws Exception {
    assertThat(run("load")).hasSize(1);
    assertThat(Files.readString(loadedClasses()))
        .contains("io.partikey.jdbc.PartiKeyDriver")
        .doesNotContain("io.partikey.internal")
        .doesNotContain("io.partikey.planner.search")
        .doesNotContain("org.rocksdb");
  }

  @Test
  void writesAndGetsWithoutCalcite() throws Exception {
    assertThat(run("keyed")).containsExactly("1", "1", "1", "1", "1", "250");
    assertThat(Files.readString(loadedClasses())).doesNotContain("org.apache.calcite");
  }

  @Test
  void plansQueries() throws Exception {
    assertThat(run("planned"))
        .containsExactly("1", "1", "1", "1", "1", "250", "2 350", "02A", "42P10");
  }

  @Test
  void stopsTheFirstStatementWhileItLoadsCalcite() throws Exception {
    assertThat(run("stopped")).containsExactly("57014", "57014", "executed");
  }

  @Test
  void worksInAClassLoaderThatIsNotTheContextClassLoader() throws Exception {
    List<String> types = new ArrayList<>();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {ShadedJar.PATH.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
        types.add(driver.getClass().getName());
        try (Connection connection =
            driver.connect("jdbc:partikey:mem:isolated", new Properties())) {
          assertThat(connection.isValid(1)).isTrue();
        }
      }
    }
    assertThat(types).containsExactly("io.partikey.jdbc.PartiKeyDriver");
  }
}
