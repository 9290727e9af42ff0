package io.partikey.engine.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberValueTest {
  private static final String OVERFLOW =
      "Number overflow. Attempting to store a number with magnitude larger than supported range";
  private static final String UNDERFLOW =
      "Number underflow. Attempting to store a number with magnitude smaller than supported range";
  private static final String TOO_LONG =
      "Attempting to store more than 38 significant digits in a Number";
  private static final String NINES = "9".repeat(38);

  @Provide
  Arbitrary<NumberValue> numbers() {
    return AnyValue.number();
  }

  @ParameterizedTest
  @CsvSource({
    "1E3, 1000",
    "2.50, 2.5",
    "-0, 0",
    "0E200, 0",
    "-1.5e-3, -0.0015",
    "+5, 5",
    ".5, 0.5",
    "007, 7",
    "100, 100",
    "1e-10, 0.0000000001"
  })
  void isWrittenAsTheServiceDoes(String text, String plain) {
    assertThat(NumberValue.parse(text).toPlainString()).isEqualTo(plain);
  }

  @Property
  void hasOneFormForAllSpellings(
      @ForAll("numbers") NumberValue number, @ForAll @IntRange(max = 30) int zeros) {
    BigDecimal value = number.value();
    NumberValue padded = new NumberValue(value.setScale(value.scale() + zeros));

    assertThat(padded).isEqualTo(number).hasSameHashCodeAs(number);
    assertThat(padded.toPlainString()).isEqualTo(number.toPlainString());
    assertThat(NumberValue.parse(value.toString())).isEqualTo(number);
    assertThat(NumberValue.parse(number.toPlainString())).isEqualTo(number);
  }

  @Test
  void takesNumbersUpToItsLimits() {
    for (String text : List.of("1E-130", "-1E-130", NINES, "-" + NINES + "E88", "1E125")) {
      assertThat(NumberValue.parse(text).value()).isEqualByComparingTo(text);
    }
    assertThat(NumberValue.parse("1" + "0".repeat(125)).toPlainString())
        .isEqualTo("1" + "0".repeat(125));
  }

  @Test
  void refusesNumbersBeyondItsLimits() {
    assertRefused(OVERFLOW, "1E126");
    assertRefused(OVERFLOW, "-" + "9".repeat(38) + "E89");
    assertRefused(OVERFLOW, "1E2147483646");
    assertRefused(UNDERFLOW, "9E-131");
    assertRefused(UNDERFLOW, "-1E-2147483647");
    assertRefused(TOO_LONG, "1" + NINES);
    assertRefused(TOO_LONG, "0." + "1".repeat(39));
    assertRefused(TOO_LONG, "12345678901234567890123456789012345678.9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E2147483647", "10E2147483647", "100E2147483647"})
  void callsTheGreatestExponentsAnUnderflowAsTheServiceDoes(String text) {
    assertRefused(UNDERFLOW, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1 ", "1,5", "0x10", "NaN", "Infinity", "1e", "1E2147483648", "--1"})
  void refusesTextThatIsNoNumber(String text) {
    assertThatThrownBy(() -> NumberValue.parse(text))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION))
        .hasMessage("The parameter cannot be converted to a numeric value: " + text);
  }

  @Test
  void refusesEmptyText() {
    assertThatThrownBy(() -> NumberValue.parse(""))
        .hasMessage("The parameter cannot be converted to a numeric value");
  }

  private static void assertRefused(String message, String number) {
    assertThatThrownBy(() -> NumberValue.parse(number))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.NUMBER_OUT_OF_RANGE))
        .hasMessage(message);
  }
}
