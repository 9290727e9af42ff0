package io.partikey.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @Test
  void showsTheDatabaseAtWork(@TempDir Path folder) {
    String database = folder.resolve("airline").toString();
    ShellProcess demo = ShellProcess.run("demo", database, "--items", "3000");
    assertThat(demo.errors()).isEmpty();
    assertThat(demo.exitCode()).isZero();
    assertThat(demo.output())
        .contains(
            "1 row · 0.5 RU", "Error 42P10", "CREATE INDEX", "Error 23505", "0 items changed");

    ShellProcess counts =
        ShellProcess.run(
            database,
            "--format=csv",
            "-e",
            "SELECT COUNT(*) AS n FROM Flights; SELECT COUNT(*) AS n FROM Passengers;"
                + " SELECT COUNT(*) AS n FROM Bookings");
    assertThat(counts.output()).isEqualTo("n\r\n200\r\nn\r\n800\r\nn\r\n2000\r\n");
  }

  @Test
  void refusesTooFewItems() {
    ShellProcess demo = ShellProcess.run("demo", "--items", "10");
    assertThat(demo.exitCode()).isEqualTo(2);
    assertThat(demo.errors()).startsWith("--items must be at least 1000");
  }
}
