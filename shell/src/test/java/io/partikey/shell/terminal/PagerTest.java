package io.partikey.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

class PagerTest {
  private static final int HEIGHT = 4;

  @Test
  void waitsAfterEachScreenUntilTheReaderHasSeenEnough() throws IOException {
    assertThat(write(true, " q"))
        .contains("line 3\n-- more", "line 6\n-- more")
        .doesNotContain("line 7");
    assertThat(write(true, "   ")).contains("line 9\n").doesNotContain("line 10");
  }

  @Test
  void writesOnWhereThatIsNotWanted() throws IOException {
    assertThat(write(false, "")).endsWith("line 9\n").doesNotContain("more");
  }

  private static String write(boolean wanted, String keys) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayInputStream typed = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
    try (Terminal terminal =
        new DumbTerminal("test", Terminal.TYPE_DUMB, typed, output, StandardCharsets.UTF_8)) {
      terminal.setSize(new Size(80, HEIGHT));
      Pager pager = new Pager(terminal);
      pager.restart(wanted);
      PrintWriter out = pager.printWriter();
      for (int i = 1; i < 10 && !out.checkError(); i++) {
        out.print("line " + i + "\n");
      }
      out.flush();
    }
    return output.toString(StandardCharsets.UTF_8);
  }
}
