package io.partikey.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.shell.session.DatabaseAddress;
import io.partikey.shell.session.Session;
import io.partikey.shell.session.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplTest {
  private final Path folder;

  ReplTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void runsStatementsOverSeveralLinesAndSaysWhatTheyCost() throws Exception {
    String output =
        type(
            "CREATE TABLE Gates (id STRING, PRIMARY KEY (id));",
            "INSERT INTO Gates",
            "VALUE {'id': 'a;b'};",
            "SELECT * FROM Gates WHERE id = 'a;b';");
    assertThat(output)
        .contains("done ·")
        .contains("1 item changed · 1 WU ·")
        .contains("a;b")
        .containsPattern("1 row · 0\\.5 RU · \\d+ ms");
  }

  @Test
  void goesOnAfterErrors() throws Exception {
    String output = type("SELECT * FORM T;", "\\fromat csv", "\\format csv", "\\q", "\\timing");
    assertThat(output)
        .contains("Error 42601: ", "         ^^^^")
        .contains("There is no command \\fromat. Did you mean \\format?")
        .contains("Rows are shown as csv.")
        .doesNotContain("Timing");
  }

  @Test
  void changesSettings() throws Exception {
    assertThat(type("\\timing off", "\\scan allow", "\\scan", "\\capacity"))
        .contains("Timing is off.", "run (allow).", "0 statements · 0 RU · 0 WU");
  }

  @Test
  void keepsHistory() throws Exception {
    type("\\timing");
    assertThat(Files.readString(folder.resolve("partikey/history"))).contains("timing");
  }

  private String type(String... lines) throws Exception {
    String input = String.join("\n", lines) + "\n";
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Map<String, String> environment = Map.of("XDG_STATE_HOME", folder.toString());
    ByteArrayInputStream typed = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    try (Terminal terminal =
        new DumbTerminal("test", Terminal.TYPE_DUMB, typed, output, StandardCharsets.UTF_8)) {
      Repl repl = new Repl(terminal, environment);
      try (Session session =
          new Session(DatabaseAddress.inMemory(), Settings.DEFAULT, repl.display())) {
        repl.run(session);
      }
    }
    return output.toString(StandardCharsets.UTF_8);
  }
}
