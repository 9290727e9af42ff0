package io.partikey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcEscapesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = {d '2026-01-31'}!                  | a =    '2026-01-31' !",
        "{t '10:00:00'}!                        |    '10:00:00' !",
        "a={ts '2026-01-31 10:00:00'}           | a=    '2026-01-31T10:00:00'",
        "a={TS'2026-01-31T10:00:00'}            | a=   '2026-01-31T10:00:00'",
        "{fn ucase(a)}!                         |    upper(a) !",
        "{ fn LENGTH ( {fn lcase(a)} ) }!       |     char_length(     lower(a)  )  !",
        "{fn abs({d '2026-01-31'})}!            |    abs(   '2026-01-31' ) !",
        "LIKE 'a!%' {escape '!'}!               | LIKE 'a!%'  ESCAPE '!' !",
        "FROM {oj a LEFT JOIN b ON a.x = b.y}!  | FROM     a LEFT JOIN b ON a.x = b.y !"
      })
  void replacesEscapes(String text, String expected) {
    assertThat(JdbcEscapes.translate(text).strip()).isEqualTo(expected.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUE {'d': 'x', 'm': {'fn': 1}}",
        "INSERT INTO t VALUE {d : 'x'}",
        "INSERT INTO t VALUE {'ts': {'t': {}}}",
        "SELECT '{d ''2026-01-31''}' FROM \"{fn x}\"",
        "SELECT a -- {d '2026-01-31'}",
        "SELECT a /* {d '2026-01-31'} */",
        "SELECT 'unclosed {d ",
        "SELECT a FROM t"
      })
  void leavesEverythingElseAlone(String text) {
    assertThat(JdbcEscapes.translate(text)).isEqualTo(text);
  }

  @Test
  void keepsThePlacesOfWhatFollows() {
    String text = "SELECT {ts '2026-01-31 10:00:00'}, {fn ucase(a)} FROM nowhere";
    assertThat(JdbcEscapes.translate(text)).hasSameSizeAs(text);
  }
}
