package io.partikey.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.shell.session.DatabaseAddress;
import io.partikey.shell.session.Display;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellCompleterTest {
  private final Session session;

  ShellCompleterTest() throws SQLException {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    this.session =
        new Session(DatabaseAddress.inMemory(), Settings.DEFAULT, Display.plain(nowhere, nowhere));
  }

  @BeforeEach
  void createTables() throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(
          "CREATE TABLE Flights (FlightID STRING, Route STRING, PRIMARY KEY (FlightID),"
              + " GLOBAL INDEX ByRoute (Route))");
      statement.execute("CREATE TABLE \"seat-map\" (id STRING, PRIMARY KEY (id))");
    }
  }

  @AfterEach
  void close() throws SQLException {
    session.close();
  }

  @Test
  void offersTablesWhereATableIsNamed() throws Exception {
    assertThat(offered("SELECT * FROM |")).containsExactlyInAnyOrder("Flights", "\"seat-map\"");
    assertThat(offered("insert into |")).contains("Flights");
    assertThat(offered("\\d |")).contains("Flights");
  }

  @Test
  void offersAttributesOfTheTablesOfTheStatement() throws Exception {
    assertThat(offered("SELECT * FROM Flights WHERE |"))
        .contains("FlightID", "Route", "AND")
        .doesNotContain("id");
    assertThat(offered("SELECT | FROM \"seat-map\"")).contains("id").doesNotContain("Route");
  }

  @Test
  void offersIndexesBehindTheNameOfTheirTable() throws Exception {
    assertThat(offered("SELECT * FROM Flights.|")).contains("Flights.ByRoute");
    assertThat(offered("SELECT * FROM \"Flights\".|")).contains("\"Flights\".\"ByRoute\"");
  }

  @Test
  void followsTheCaseOfKeywords() throws Exception {
    assertThat(offered("sel|")).contains("select");
    assertThat(offered("SEL|")).contains("SELECT");
  }

  @Test
  void offersNothingInStrings() throws Exception {
    assertThat(offered("SELECT * FROM Flights WHERE FlightID = 'F|")).isEmpty();
  }

  @Test
  void offersCommandsAndTheirWords() throws Exception {
    assertThat(offered("\\|")).contains("\\import", "\\d");
    assertThat(offered("\\format |")).contains("dynamodb-json");
    assertThat(offered("\\import a.csv Flights |")).contains("mode=");
    assertThat(offered("\\explain SELECT * FROM |")).contains("Flights");
  }

  private List<String> offered(String lineWithCursor) throws Exception {
    int cursor = lineWithCursor.indexOf('|');
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(new DumbTerminal(System.in, new java.io.ByteArrayOutputStream()))
            .build();
    List<Candidate> candidates = new ArrayList<>();
    new ShellCompleter(() -> session)
        .complete(reader, WordAtCursor.of(lineWithCursor.replace("|", ""), cursor), candidates);
    return candidates.stream().map(Candidate::value).toList();
  }
}
