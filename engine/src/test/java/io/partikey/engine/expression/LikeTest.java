package io.partikey.engine.expression;

import static io.partikey.engine.item.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikeTest {
  private static final Environment NONE = Environment.of(Parameters.NONE);

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("ab_%😀").ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab\n😀").ofMaxLength(8);
  }

  @Property
  void matchesAsTheSameRegularExpressionDoes(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    String regex = pattern.replace("%", ".*").replace("_", ".");

    assertThat(LikePattern.compile(pattern, null).matches(text))
        .isEqualTo(Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches());
  }

  @ParameterizedTest
  @CsvSource({
    "'50!%', 50%, true",
    "'50!%', 50x, false",
    "'a!_b', a_b, true",
    "'a!_b', axb, false",
    "'a!!%', a!xyz, true",
    "'%!%%', 'a%b', true",
    "'%!%%', 'ab', false",
  })
  void escapesWildcards(String pattern, String text, boolean matches) {
    assertThat(LikePattern.compile(pattern, "!").matches(text)).isEqualTo(matches);
  }

  @Test
  void distinguishesCase() {
    assertThat(LikePattern.compile("a%", null).matches("Abc")).isFalse();
  }

  /** Trying every way to divide the text among the wildcards would never end. */
  @Test
  @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void endsWithManyWildcardsToo() {
    LikePattern pattern = LikePattern.compile("%a".repeat(40) + "b", null);

    assertThat(pattern.matches("a".repeat(20_000))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, false, true",
    "abc%, abc, true, false",
    "abc%%, abc, true, false",
    "%, '', true, false",
    "'', '', false, true",
    "ab_, ab, false, false",
    "a%c, a, false, false",
    "a%c%, a, false, false",
    "!%a!%%, %a%, true, false",
  })
  void knowsItsPrefix(String pattern, String prefix, boolean isPrefix, boolean isLiteral) {
    LikePattern compiled = LikePattern.compile(pattern, "!");

    assertThat(compiled.prefix()).isEqualTo(prefix);
    assertThat(compiled.isPrefix()).isEqualTo(isPrefix);
    assertThat(compiled.isLiteral()).isEqualTo(isLiteral);
  }

  @Test
  void refusesEscapesThatDoNotFit() {
    assertRefused(
        "The escape of LIKE is one character, for example '!'; this is none: \"!!\".", "a", "!!");
    assertRefused(
        "The escape of LIKE is one character, for example '!'; this is none: \"\".", "a", "");
    assertRefused(
        "In the pattern \"a!b\" the escape '!' stands before something else than %, _ or itself."
            + " Write it twice to match it.",
        "a!b", "!");
    assertRefused(
        "In the pattern \"a!\" the escape '!' stands before something else than %, _ or itself."
            + " Write it twice to match it.",
        "a!", "!");
  }

  @Test
  void isFalseUnlessAllAreStrings() {
    assertThat(like("abc", "a%", null).isTrue(NONE)).isTrue();
    assertThat(like("50%", "50!%", "!").isTrue(NONE)).isTrue();
    assertThat(like(5, "5", null).isTrue(NONE)).isFalse();
    assertThat(like("5", 5, null).isTrue(NONE)).isFalse();
    assertThat(like("5", "5", 5).isTrue(NONE)).isFalse();
    assertThat(new Like(new Literal(null), new Literal(value("%")), null).isTrue(NONE)).isFalse();
    assertThat(new Like(new Literal(value("")), new Literal(null), null).isTrue(NONE)).isFalse();
  }

  @Test
  void takesPatternsFromParameters() {
    Like like = new Like(new Literal(value("abc")), new Parameter(0), null);

    assertThat(like.isTrue(Environment.of(Parameters.of(value("a%"))))).isTrue();
    assertThat(like.isTrue(Environment.of(Parameters.of(value("b%"))))).isFalse();
    assertThat(like.patternIn(Environment.of(Parameters.of(value("a%")))))
        .contains(LikePattern.compile("a%", null));
    assertThat(like.patternIn(Environment.of(Parameters.of(value(1))))).isEmpty();
  }

  @Test
  void isEqualByItsParts() {
    assertThat(like("a", "b", "c"))
        .isEqualTo(like("a", "b", "c"))
        .hasSameHashCodeAs(like("a", "b", "c"));
    assertThat(like("a", "b", "c")).isNotEqualTo(like("a", "b", null));
  }

  private static Like like(Object value, Object pattern, @Nullable Object escape) {
    return new Like(
        new Literal(value(value)),
        new Literal(value(pattern)),
        escape == null ? null : new Literal(value(escape)));
  }

  private static void assertRefused(String message, String pattern, String escape) {
    assertThatThrownBy(() -> LikePattern.compile(pattern, escape))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
        .hasMessage(message);
  }
}
