package io.partikey.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferTest {
  private final Path folder;
  private final String database;

  TransferTest(@TempDir Path folder) {
    this.folder = folder;
    this.database = folder.resolve("db").toString();
  }

  @BeforeEach
  void createTable() {
    ShellProcess.run(
        database,
        "-e",
        "CREATE TABLE People (id NUMBER, name STRING, PRIMARY KEY (id), GLOBAL INDEX ByName (name))");
  }

  @Test
  void importsCsvAndSaysHowMuch() throws IOException {
    ShellProcess run = importCsv("id,name,age\n1,Ada,36\n2,Blaise,\n", "infer=true");
    assertThat(run.output()).isEmpty();
    assertThat(run.errors()).matches("2 items in .*\\n");
    assertThat(run.exitCode()).isZero();
    assertThat(select("SELECT * FROM People WHERE id IN (1, 2)"))
        .isEqualTo(
            """
            {"id":{"N":"1"},"name":{"S":"Ada"},"age":{"N":"36"}}
            {"id":{"N":"2"},"name":{"S":"Blaise"}}
            """);
  }

  @Test
  void stopsAtBadRowsAndClaimsNothingHalfDone() throws IOException {
    ShellProcess run = importCsv("id,name\n1,Ada\nx,Blaise\n3,Chen\n");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .contains("t.csv:3: id: The parameter cannot be converted to a numeric value: x")
        .contains("The import stopped there: 1 item in ");
    assertThat(select("SELECT COUNT(*) AS n FROM People")).isEqualTo("{\"n\":{\"N\":\"1\"}}\n");
  }

  @Test
  void doesNotTakeTheRestOfAFileForAFieldWhoseQuoteNeverCloses() throws IOException {
    ShellProcess run = importCsv("id,name\n1,Ada\n2,\"Blaise\n3,Chen\n", "skip-errors=5");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .contains("t.csv:3: A quote opens here and never closes.")
        .contains("The import stopped there: 1 item in ");
  }

  @Test
  void passesOverAsManyBadRowsAsAreAllowed() throws IOException {
    ShellProcess run = importCsv("id,name\nx,Ada\n2,Blaise\n3,\"\"\n4,Dora\n", "skip-errors=2");
    assertThat(run.exitCode()).isZero();
    assertThat(run.errors()).contains("t.csv:2: ", "t.csv:4: ", "2 items in ", "2 skipped");
  }

  @Test
  void insertsOnlyNewItemsIfToldSo() throws IOException {
    importCsv("id,name\n1,Ada\n");
    ShellProcess run = importCsv("id,name\n2,Blaise\n1,Chen\n", "mode=insert");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).contains("t.csv:3: ");
    assertThat(select("SELECT name FROM People WHERE id = 1"))
        .isEqualTo("{\"name\":{\"S\":\"Ada\"}}\n");
  }

  @Test
  void keepsOtherAttributesWhenItUpserts() throws IOException {
    importCsv("id,name,age\n1,Ada,36\n");
    importCsv("id,name\n1,Ada L.\n", "mode=upsert");
    assertThat(select("SELECT name, age FROM People WHERE id = 1"))
        .isEqualTo("{\"name\":{\"S\":\"Ada L.\"},\"age\":{\"S\":\"36\"}}\n");
  }

  @Test
  void letsTheLastItemOfAKeyWin() throws IOException {
    StringBuilder csv = new StringBuilder("id,name\n");
    for (int i = 0; i < 5000; i++) {
      csv.append(i % 10).append(",name").append(i).append('\n');
    }
    assertThat(importCsv(csv.toString()).errors()).startsWith("5,000 items in ");
    assertThat(select("SELECT name FROM People WHERE id = 7"))
        .isEqualTo("{\"name\":{\"S\":\"name4997\"}}\n");
  }

  @Test
  void exportsWhatItCanImportAgain() throws IOException {
    ShellProcess.run(
        database,
        "-e",
        "INSERT INTO People VALUE {'id': 1, 'name': 'A, \"B\"', 'tags': <<'x', 'y'>>, 'none': NULL,"
            + " 'empty': '', 'deep': {'list': [1, true]}};"
            + "INSERT INTO People VALUE {'id': 2}");
    String before = select("SELECT * FROM People WHERE id IN (1, 2)");
    for (String name : new String[] {"t.csv", "t.json.gz"}) {
      String file = folder.resolve(name).toString();
      ShellProcess export =
          ShellProcess.run(
              database, "-e", "\\format dynamodb-json", "-e", "\\export '" + file + "' People");
      assertThat(export.errors()).isEqualTo("2 rows in \"" + file + "\"\n");
      ShellProcess.run(database, "-e", "DELETE FROM People WHERE id IN (1, 2)");
      ShellProcess load =
          ShellProcess.run(
              database,
              "-e",
              "\\import '" + file + "' People" + (name.endsWith("csv") ? " null=null" : ""));
      assertThat(load.errors()).startsWith("2 items in ");
      assertThat(select("SELECT * FROM People WHERE id IN (1, 2)")).isEqualTo(before);
    }
  }

  @Test
  void leavesNoFileBehindWhenAnExportFails() {
    Path file = folder.resolve("bad.csv");
    ShellProcess run = ShellProcess.run(database, "-e", "\\export '" + file + "' SELECT * FROM X");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(folder).isDirectoryNotContaining("glob:**bad.csv*");
  }

  @Test
  void packsExports() throws IOException {
    importCsv("id,name\n1,Ada\n");
    Path file = folder.resolve("t.csv.gz");
    ShellProcess.run(database, "-e", "\\export '" + file + "' SELECT id FROM People WHERE id = 1");
    try (GZIPInputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new String(unpacked.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo("id\r\n1\r\n");
    }
  }

  @Test
  void saysWhichTableIsMissing() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "id\n1\n");
    ShellProcess run = ShellProcess.run(database, "-e", "\\import '" + file + "' Nowhere");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).startsWith("Error: There is no table \"Nowhere\".");
  }

  private ShellProcess importCsv(String content, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), content);
    String command = "\\import '" + file + "' People " + String.join(" ", options);
    return ShellProcess.run(database, "-e", command);
  }

  private String select(String statement) {
    ShellProcess run = ShellProcess.run(database, "--format=dynamodb-json", "-e", statement);
    assertThat(run.errors()).isEmpty();
    return run.output();
  }
}
