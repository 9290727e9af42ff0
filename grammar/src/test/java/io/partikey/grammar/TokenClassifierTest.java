package io.partikey.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClassifierTest {

  @Test
  void tellsTheKindOfEveryToken() {
    assertThat(classified("select \"a b\", x.y FROM t WHERE a = 'it''s' AND b >= -1.5e3 -- end"))
        .isEqualTo(
            """
            KEYWORD select
            IDENTIFIER "a b"
            OPERATOR ,
            IDENTIFIER x
            OPERATOR .
            IDENTIFIER y
            KEYWORD FROM
            IDENTIFIER t
            KEYWORD WHERE
            IDENTIFIER a
            OPERATOR =
            STRING 'it''s'
            KEYWORD AND
            IDENTIFIER b
            OPERATOR >=
            OPERATOR -
            NUMBER 1.5e3
            COMMENT -- end""");
  }

  @Test
  void showsHintsAsCommentsAndQuestionMarksAsParameters() {
    assertThat(classified("SELECT /*+ ALLOW_SCAN */ ? /* x */"))
        .isEqualTo(
            """
            KEYWORD SELECT
            COMMENT /*+ ALLOW_SCAN */
            PARAMETER ?
            COMMENT /* x */""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'open", "\"open", "/* open", "`back`", "1a", "имя", "#", "\\", "😀"})
  void marksWhatNoStatementCanContain(String text) {
    assertThat(TokenClassifier.classify(text))
        .containsExactly(new ClassifiedToken(TokenKind.ERROR, 0, text.length()));
  }

  @Test
  void countsAsStringsDo() {
    assertThat(TokenClassifier.classify("'😀' x"))
        .containsExactly(
            new ClassifiedToken(TokenKind.STRING, 0, 4),
            new ClassifiedToken(TokenKind.IDENTIFIER, 5, 6));
  }

  private static String classified(String text) {
    return TokenClassifier.classify(text).stream()
        .map(token -> token.kind() + " " + text.substring(token.start(), token.end()))
        .collect(Collectors.joining("\n"));
  }
}
