package io.partikey.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two copies of the driver in one process, as of two entries of a tool or of two applications of a
 * server: each has a native library of its own, and one at a time has a database.
 */
class CopiesOfTheDriverIT {
  private final Path path;

  CopiesOfTheDriverIT(@TempDir Path directory) {
    this.path = directory.resolve("db");
  }

  @Test
  void oneAtATimeHasADatabase() throws Exception {
    try (URLClassLoader firstLoader = loader();
        URLClassLoader secondLoader = loader()) {
      Driver first = driver(firstLoader);
      Driver second = driver(secondLoader);
      Path link = Files.createSymbolicLink(path.resolveSibling("link"), path.getParent());
      try (Connection connection = connect(first, path)) {
        execute(connection, "CREATE TABLE Seats (id NUMBER, PRIMARY KEY (id))");
        for (Path way : List.of(path, link.resolve("db"))) {
          assertThatThrownBy(() -> connect(second, way))
              .isInstanceOfSatisfying(
                  SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"))
              .hasMessageContaining(
                  "it is open in this very process ("
                      + ProcessHandle.current().pid()
                      + "), through another copy of the driver, loaded by "
                      + firstLoader)
              .hasMessageContaining("One copy holds a database at a time: close the connections");
        }
        execute(connection, "INSERT INTO Seats VALUE {'id': 1}");
      }
      try (Connection connection = connect(second, path)) {
        assertThat(Tool.rows(connection, "SELECT id FROM Seats WHERE id = 1")).containsExactly("1");
        assertThatThrownBy(() -> connect(first, path)).hasMessageContaining("very process");
      }
    }
  }

  @Test
  void aCopyThatForgetsItsConnectionLetsGo() throws Exception {
    try (URLClassLoader firstLoader = loader();
        URLClassLoader secondLoader = loader()) {
      forget(driver(firstLoader));
      Driver second = driver(secondLoader);
      Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
      while (true) {
        System.gc();
        try (Connection connection = connect(second, path)) {
          assertThat(Tool.rows(connection, "SELECT id FROM Seats WHERE id = 1"))
              .containsExactly("1");
          return;
        } catch (SQLException held) {
          assertThat(held.getMessage()).contains("very process");
          assertThat(Instant.now()).as("it is collected in time").isBefore(deadline);
        }
      }
    }
  }

  // Closing it is left to the garbage collector, which is the point.
  @SuppressWarnings("resource")
  private void forget(Driver driver) throws SQLException {
    Connection connection = connect(driver, path);
    execute(connection, "CREATE TABLE Seats (id NUMBER, PRIMARY KEY (id))");
    execute(connection, "INSERT INTO Seats VALUE {'id': 1}");
  }

  private static URLClassLoader loader() throws Exception {
    URL[] jar = {ShadedJar.PATH.toUri().toURL()};
    return new URLClassLoader(jar, ClassLoader.getPlatformClassLoader());
  }

  private static Driver driver(ClassLoader loader) {
    return ServiceLoader.load(Driver.class, loader).findFirst().orElseThrow();
  }

  private static Connection connect(Driver driver, Path path) throws SQLException {
    return driver.connect("jdbc:partikey:file:" + path, new Properties());
  }

  private static void execute(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
