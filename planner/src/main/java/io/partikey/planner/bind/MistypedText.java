package io.partikey.planner.bind;

import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.expression.LiteralText;
import io.partikey.planner.bound.KeyLiteral;
import java.util.List;
import java.util.stream.Collectors;

/** How to write literals that are of another type than the key attribute beside them, in words. */
public final class MistypedText {
  private MistypedText() {}

  /**
   * What to write: {@code '17' for 17 at 1:38: mail is a STRING}.
   *
   * @param literals literals that spell a value of the right type, at least one
   */
  public static String of(List<KeyLiteral> literals) {
    return literals.stream().map(MistypedText::written).collect(Collectors.joining(" and "))
        + ": "
        + literals.stream().map(MistypedText::type).distinct().collect(Collectors.joining(" and "));
  }

  private static String written(KeyLiteral literal) {
    return LiteralText.of(literal.converted().orElseThrow())
        + " for "
        + LiteralText.of(literal.value())
        + " at "
        + place(literal.position());
  }

  private static String type(KeyLiteral literal) {
    return LiteralText.name(literal.attribute())
        + " is a "
        + TypeNames.inDefinitions(literal.type());
  }

  /** A place as line and column. */
  static String place(StatementPosition position) {
    return position.line() + ":" + position.column();
  }
}
