package io.partikey.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.testing.GoldenFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sqlline.SqlLine;

/** sqlline, driven by scripts. */
class SqllineIT {
  @TempDir private Path directory;

  @BeforeEach
  void open() throws SQLException {
    Airline.open("sqlline").close();
  }

  @AfterEach
  void close() throws SQLException {
    Airline.shutDown("sqlline");
  }

  /** What sqlline shows while it runs a script, without times. */
  private String run(String lines) throws IOException {
    Path script = Files.writeString(directory.resolve("script"), lines);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SqlLine sqlline = new SqlLine();
    try (PrintStream output = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      sqlline.setOutputStream(output);
      sqlline.setErrorStream(output);
      sqlline.begin(
          new String[] {
            "-d",
            "io.partikey.jdbc.PartiKeyDriver",
            "-u",
            Airline.url("sqlline"),
            "-n",
            "anybody",
            "-p",
            "anything",
            "--isolation=TRANSACTION_SERIALIZABLE",
            "--maxWidth=400",
            "--run=" + script
          },
          new ByteArrayInputStream(new byte[0]),
          false);
    }
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replaceAll("(?m)[ ]?\\([0-9.,]+ seconds\\)|[ ]+$", "");
  }

  @Test
  void showsTablesAndRunsStatements() throws IOException {
    GoldenFile.check(
        getClass(),
        "sqlline.txt",
        run(
            """
            !set outputformat table
            !tables
            !columns Bookings
            !primarykeys Bookings
            !indexes Flights
            select * from Flights where FlightID = 'OS87';
            insert into Bookings (FlightID, Seat, Fare) values ('OS87', '1A', 99.5);
            update Bookings set Fare = 100 where FlightID = 'OS87' and Seat = 'none';
            select Seat, Fare, PassengerID from Bookings where FlightID = 'OS87';
            !autocommit off
            delete from Bookings where FlightID = 'OS87' and Seat = '1A';
            !rollback
            select count(*) from Bookings;
            """));
  }

  @Test
  void showsWhatTheMetadataAnswer() throws IOException {
    assertThat(
            run(
                "!dbinfo\n!scan\n!metadata getTypeInfo\n!typeinfo\n!procedures\n!exportedkeys Flights"))
        .containsPattern("supportsTransactions +true")
        .containsPattern("getDatabaseProductName +PartiKey")
        .contains("io.partikey.jdbc.PartiKeyDriver")
        .doesNotContain("Error", "Exception");
  }
}
