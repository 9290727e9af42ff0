package io.partikey.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private final Path database;

  CheckTest(@TempDir Path folder) {
    this.database = folder.resolve("airline");
  }

  @Test
  void findsNothingWrongWithAWholeDatabase() {
    fill();
    ShellProcess check = ShellProcess.run("check", database.toString());
    assertThat(check.output()).isEmpty();
    assertThat(check.errors()).isEqualTo("600 rows checked: no problems\n");
    assertThat(check.exitCode()).isZero();
  }

  @Test
  void saysWhichFileIsDamaged() throws IOException {
    fill();
    // What the log holds goes into table files when the database is opened.
    ShellProcess.run(database.toString(), "-e", "SHOW TABLES");
    Path table = largestTable();
    byte[] bytes = Files.readAllBytes(table);
    bytes[100] ^= 1;
    Files.write(table, bytes);
    ShellProcess check = ShellProcess.run("check", database.toString());
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.output())
        .startsWith("Flights: its rows cannot be read to their end: The files of database")
        .contains(table.toString());
    assertThat(check.errors()).endsWith(" rows checked: 1 problem\n");
  }

  @Test
  void makesNoDatabaseWhereThereIsNone() {
    ShellProcess check = ShellProcess.run("check", database.toString());
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.errors())
        .isEqualTo(
            "Error 08001: Database \""
                + database
                + "\" cannot be opened: there is none. Open it once without readOnly to make"
                + " it.\n");
    assertThat(database).doesNotExist();
  }

  @Test
  void needsToKnowTheDatabase() {
    ShellProcess check = ShellProcess.run("check");
    assertThat(check.exitCode()).isEqualTo(2);
    assertThat(check.errors()).startsWith("Missing required parameter: 'DATABASE'");
  }

  private void fill() {
    StringBuilder script =
        new StringBuilder(
            "CREATE TABLE Flights (FlightID STRING, Route STRING, PRIMARY KEY (FlightID),"
                + " GLOBAL INDEX ByRoute (Route));\n");
    for (int i = 0; i < 300; i++) {
      script.append("INSERT INTO Flights VALUE {'FlightID': 'F" + i + "', 'Route': 'R" + i % 9);
      script.append("'};\n");
    }
    assertThat(ShellProcess.pipe(script.toString(), database.toString()).exitCode()).isZero();
  }

  private Path largestTable() throws IOException {
    try (Stream<Path> files = Files.list(database.resolve("rows"))) {
      return files
          .filter(file -> file.toString().endsWith(".sst"))
          .max(Comparator.comparingLong(CheckTest::size))
          .orElseThrow();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
