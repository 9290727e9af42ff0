package io.partikey.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartikeyTest {
  private static final String FLIGHTS =
      """
      CREATE TABLE Flights (FlightID STRING, Route STRING, PRIMARY KEY (FlightID),
        GLOBAL INDEX ByRoute (Route));
      INSERT INTO Flights VALUE {'FlightID': 'F1', 'Route': 'LHR-JFK', 'Seats': 180};
      INSERT INTO Flights VALUE {'FlightID': 'F2', 'Route': 'LHR-JFK', 'Gate': NULL};
      """;
  private static final String BY_ROUTE =
      "SELECT FlightID, Seats, Gate FROM Flights WHERE Route = 'LHR-JFK';";

  private final Path folder;

  PartikeyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void printsResultsAloneForPipedScripts() {
    ShellProcess run = ShellProcess.pipe(FLIGHTS + BY_ROUTE);
    assertThat(run.errors()).isEmpty();
    assertThat(run.output())
        .isEqualTo(
            """
            FlightID | Seats | Gate
            ---------+-------+-----
            F1       |   180 |
            F2       |       | null
            """);
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void writesTheFormatThatIsAskedFor() {
    assertThat(ShellProcess.pipe(FLIGHTS + BY_ROUTE, "--format", "csv").output())
        .isEqualTo("FlightID,Seats,Gate\r\nF1,180,\r\nF2,,null\r\n");
    assertThat(ShellProcess.pipe(FLIGHTS + BY_ROUTE, "--format=json").output())
        .isEqualTo("{\"FlightID\":\"F1\",\"Seats\":180}\n{\"FlightID\":\"F2\",\"Gate\":null}\n");
    assertThat(ShellProcess.pipe(FLIGHTS + BY_ROUTE, "--format=dynamodb-json").output())
        .isEqualTo(
            """
            {"FlightID":{"S":"F1"},"Seats":{"N":"180"}}
            {"FlightID":{"S":"F2"},"Gate":{"NULL":true}}
            """);
  }

  @Test
  void keepsDirectoriesBetweenRuns() {
    String database = folder.resolve("airline").toString();
    assertThat(ShellProcess.run(database, "-e", FLIGHTS).exitCode()).isZero();
    ShellProcess run =
        ShellProcess.run(
            database, "-e", "SELECT Route FROM Flights WHERE FlightID = 'F1'", "--format=csv");
    assertThat(run.output()).isEqualTo("Route\r\nLHR-JFK\r\n");
  }

  @Test
  void runsStatementsAndFilesInTheirOrder() throws IOException {
    Path script = folder.resolve("flights.sql");
    Files.writeString(script, FLIGHTS);
    ShellProcess run =
        ShellProcess.run(
            "-f",
            script.toString(),
            "-e",
            "\\format csv",
            "-e",
            "SELECT FlightID FROM Flights WHERE FlightID = 'F2'");
    assertThat(run.output()).isEqualTo("FlightID\r\nF2\r\n");
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void stopsAtTheFirstErrorAndSaysWhere() throws IOException {
    Path script = folder.resolve("bad.sql");
    Files.writeString(script, FLIGHTS + "\nSELECT *\n  FORM Flights;\n" + BY_ROUTE);
    ShellProcess run = ShellProcess.run("-f", script.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors())
        .startsWith(script + ":7: Error 42601: ")
        .contains("\n    FORM Flights\n    ^^^^\n");
  }

  @Test
  void printsTheAdviceOfRefusedScans() {
    ShellProcess run = ShellProcess.pipe(FLIGHTS + "SELECT * FROM Flights WHERE Seats > 100;");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors()).startsWith("<stdin>:5: Error 42P10: ").contains("ALLOW_SCAN");
  }

  @Test
  void scansWhereItIsAllowed() {
    ShellProcess run =
        ShellProcess.pipe(
            FLIGHTS + "SELECT FlightID FROM Flights WHERE Seats > 100;",
            "--scan",
            "allow",
            "--format=csv");
    assertThat(run.output()).isEqualTo("FlightID\r\nF1\r\n");
  }

  @Test
  void speaksTheDialectThatIsAskedFor() {
    ShellProcess run =
        ShellProcess.pipe(
            FLIGHTS + "INSERT INTO Flights VALUE {'FlightID': 'F1'};", "--dialect", "dynamodb");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).contains("DuplicateItemException: ");
  }

  @Test
  void refusesCommandLinesThatMakeNoSense() {
    ShellProcess run = ShellProcess.run("--format", "xml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors())
        .contains("expected one of table, vertical, csv, json, dynamodb-json but was 'xml'");
    assertThat(ShellProcess.run("--nonsense").exitCode()).isEqualTo(2);
    assertThat(ShellProcess.run("one", "two").exitCode()).isEqualTo(2);
  }

  @Test
  void saysWhichFileIsMissing() {
    ShellProcess run = ShellProcess.run("-f", "nowhere.sql");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).isEqualTo("Error: There is no file \"nowhere.sql\".\n");
  }

  @Test
  void helpsOnStandardOutput() {
    ShellProcess run = ShellProcess.run("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).startsWith("Usage: partikey ").contains("--format", "--scan", "demo");
  }

  @Test
  void leavesWhereAScriptSaysSo() {
    ShellProcess run = ShellProcess.pipe(FLIGHTS + "\\q\nSELECT nonsense;");
    assertThat(run.exitCode()).isZero();
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void runsScriptsOfScripts() throws IOException {
    Path script = folder.resolve("inner.sql");
    Files.writeString(script, "SELECT *;\n");
    ShellProcess run = ShellProcess.run("-e", "\\i '" + script + "'");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .startsWith(script + ":1: Error ")
        .endsWith("Error: \"" + script + "\" stopped at its first error.\n");
  }

  @Test
  void takesBackTransactions() {
    String deletion = "DELETE FROM Flights WHERE FlightID = 'F1';\n";
    String question = "SELECT FlightID FROM Flights WHERE FlightID = 'F1';\n";
    assertThat(
            ShellProcess.pipe(
                    FLIGHTS + "\\begin\n" + deletion + question + "\\rollback\n" + question,
                    "--format=csv")
                .output())
        .isEqualTo("FlightID\r\nFlightID\r\nF1\r\n");
    assertThat(
            ShellProcess.pipe(
                    FLIGHTS + "\\begin\n" + deletion + "\\commit\n" + question, "--format=csv")
                .output())
        .isEqualTo("FlightID\r\n");
  }

  @Test
  void knowsTheWordsOfSqlForTransactions() {
    String question = "SELECT FlightID FROM Flights WHERE FlightID = 'F1';\n";
    String script =
        FLIGHTS
            + "start transaction;\nDELETE FROM Flights WHERE FlightID = 'F1';\nRollback;\n"
            + question
            + "BEGIN;\nDELETE FROM Flights WHERE FlightID = 'F1';\nCOMMIT WORK;\n"
            + question;
    assertThat(ShellProcess.pipe(script, "--format=csv").output())
        .isEqualTo("FlightID\r\nF1\r\nFlightID\r\n");
  }

  @Test
  void keepsTransactionsOnTheirConnection() {
    assertThat(ShellProcess.pipe("\\begin\n\\scan allow").errors())
        .isEqualTo("<stdin>:2: Error: Not in a transaction: \\commit or \\rollback it first.\n");
    assertThat(ShellProcess.pipe("\\commit").errors())
        .isEqualTo("<stdin>:1: Error: No transaction is open; \\begin opens one.\n");
  }

  @Test
  void showsTheStatementOfACommandThatFails() {
    assertThat(ShellProcess.run("-e", "\\d Nowhere").errors())
        .contains("\n  DESCRIBE \"Nowhere\"\n           ^");
  }

  @Test
  void explainsOneCommand() {
    assertThat(ShellProcess.run("-e", "\\? import").output())
        .startsWith("\\import FILE TABLE")
        .contains("skip-errors=N");
  }
}
