package io.partikey.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementBufferTest {
  @Test
  void splitsStatementsOverLines() {
    assertThat(read("SELECT 1", "FROM t; SELECT 2;", "", "SELECT 3"))
        .containsExactly("1: SELECT 1\nFROM t", "2: SELECT 2", "4: SELECT 3");
  }

  @Test
  void takesCommandsWhereNoStatementIsOpen() {
    assertThat(read("-- a comment", "  \\d Flights ", "SELECT '", "\\not a command'; \\d"))
        .containsExactly("2: \\d Flights", "3: SELECT '\n\\not a command'", "4: \\d");
  }

  @Test
  void keepsCommentsThatSpanStatements() {
    assertThat(read("SELECT 1; /* begun", "still; */ SELECT 2;"))
        .containsExactly("1: SELECT 1", "2: SELECT 2");
  }

  @Test
  void knowsWhatIsOpen() {
    StatementBuffer buffer = new StatementBuffer(Optional.empty());
    buffer.add("SELECT * FROM t WHERE id = 'x");
    assertThat(buffer.isPending()).isTrue();
    assertThat(buffer.openSign()).contains("'");
    buffer.add("'; -- done");
    assertThat(buffer.isPending()).isFalse();
  }

  private static List<String> read(String... lines) {
    StatementBuffer buffer = new StatementBuffer(Optional.empty());
    List<Fragment> fragments = new ArrayList<>();
    for (String line : lines) {
      fragments.addAll(buffer.add(line));
    }
    buffer.finish().ifPresent(fragments::add);
    return fragments.stream().map(f -> f.line() + ": " + f.text()).toList();
  }
}
