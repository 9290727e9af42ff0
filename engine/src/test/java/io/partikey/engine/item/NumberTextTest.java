package io.partikey.engine.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.partikey.engine.error.EngineException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  /** Many times what reading takes, and a small part of what the square of the digits would. */
  private static final Duration BOUND = Duration.ofSeconds(20);

  private static final String MILLION = "7".repeat(5_000_000);

  @Property
  void longTextsAreTheNumbersThatBigDecimalReads(
      @ForAll boolean negative,
      @ForAll @IntRange(max = 600) int zerosBefore,
      @ForAll @IntRange(max = 45) int digits,
      @ForAll @IntRange(max = 600) int zerosBehind,
      @ForAll @IntRange(max = 1245) int point,
      @ForAll @IntRange(min = -700, max = 700) int exponent) {
    String all = "0".repeat(zerosBefore) + "1234506789".repeat(5).substring(0, digits);
    all += "0".repeat(zerosBehind + 401);
    int place = Math.min(point, all.length());
    String text =
        (negative ? "-" : "")
            + all.substring(0, place)
            + "."
            + all.substring(place)
            + "e"
            + exponent;
    assertThat(outcome(() -> NumberValue.parse(text)))
        .isEqualTo(outcome(() -> new NumberValue(new BigDecimal(text))));
  }

  private static Object outcome(Supplier<NumberValue> number) {
    try {
      return number.get();
    } catch (EngineException refused) {
      return refused.getMessage();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "+", "e", "e+", "ex", "e2147483648", ".1.2", "e1e1", " "})
  void refusesLongTextsThatAreNoNumbers(String end) {
    String text = "0".repeat(500) + end;
    assertThatThrownBy(() -> new BigDecimal(text)).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> NumberText.parse(text)).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void refusesMillionsOfDigitsAtOnce() {
    for (String text :
        List.of(
            MILLION,
            "-" + MILLION,
            "0." + MILLION,
            MILLION + "." + MILLION,
            MILLION + "e-5000000")) {
      assertTimeoutPreemptively(
          BOUND,
          () ->
              assertThatThrownBy(() -> NumberValue.parse(text))
                  .isInstanceOf(EngineException.class)
                  .hasMessageMatching("Number overflow.*|.*more than 38 significant digits.*"));
    }
    assertTimeoutPreemptively(
        BOUND,
        () ->
            assertThat(NumberValue.parse("1." + "0".repeat(5_000_000)))
                .isEqualTo(NumberValue.of(1)));
  }

  @Test
  void refusesNumbersOfMillionsOfDigitsAtOnce() {
    BigInteger large = BigInteger.TEN.pow(1_000_000);
    for (BigDecimal number :
        List.of(
            new BigDecimal(large),
            new BigDecimal(large.add(BigInteger.TWO), 1_000_000),
            new BigDecimal(large, 1_000_000),
            new BigDecimal(large, Integer.MAX_VALUE),
            new BigDecimal("1e1000000000"),
            new BigDecimal("1e-1000000000"))) {
      assertTimeoutPreemptively(
          BOUND,
          () ->
              assertThatThrownBy(() -> new NumberValue(number))
                  .isInstanceOf(EngineException.class));
    }
  }

  @Test
  void quotesTheBeginningOfALongTextThatIsNoNumber() {
    assertThatThrownBy(() -> NumberValue.parse("x" + MILLION))
        .hasMessage(
            "The parameter cannot be converted to a numeric value: x" + "7".repeat(999) + "...");
  }
}
