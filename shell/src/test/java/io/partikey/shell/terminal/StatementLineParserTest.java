package io.partikey.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;

class StatementLineParserTest {
  private final StatementLineParser parser = new StatementLineParser();

  @Test
  void asksForMoreUntilTheSemicolon() {
    assertThatThrownBy(() -> accept("SELECT *\nFROM t"))
        .isInstanceOfSatisfying(
            EOFError.class, error -> assertThat(error.getMissing()).isEqualTo("-"));
    assertThatThrownBy(() -> accept("SELECT ';"))
        .isInstanceOfSatisfying(
            EOFError.class, error -> assertThat(error.getMissing()).isEqualTo("'"));
    assertThat(accept("SELECT *\nFROM t;").line()).isEqualTo("SELECT *\nFROM t;");
  }

  @Test
  void takesCommandsAndEmptyLinesAtOnce() {
    assertThat(accept("\\d Flights").line()).isEqualTo("\\d Flights");
    assertThat(accept("").line()).isEmpty();
    assertThat(accept("-- nothing").line()).isEqualTo("-- nothing");
  }

  @Test
  void findsTheWordAtTheCursor() {
    assertThat(word("SELECT * FROM \"Fli|ghts\".By WHERE")).isEqualTo("\"Flights\".By");
    assertThat(word("SELECT |")).isEmpty();
    assertThat(word("\\import da/fl|")).isEqualTo("da/fl");
  }

  private ParsedLine accept(String text) {
    return parser.parse(text, text.length(), ParseContext.ACCEPT_LINE);
  }

  private String word(String textWithCursor) {
    int cursor = textWithCursor.indexOf('|');
    return parser.parse(textWithCursor.replace("|", ""), cursor, ParseContext.COMPLETE).word();
  }
}
