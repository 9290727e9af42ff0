package io.partikey.planner.equivalence;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.StringValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** LIKE, by regular expressions. */
final class ReferencePatterns {
  private ReferencePatterns() {}

  /** Whether a value is a string of a pattern, in which an escape may stand before % and _. */
  static boolean matches(
      Optional<AttributeValue> value, Optional<AttributeValue> pattern, Optional<Integer> escape) {
    return value.orElse(NullValue.NULL) instanceof StringValue text
        && pattern.orElse(NullValue.NULL) instanceof StringValue like
        && pattern(like.text(), escape.orElse(-1)).matcher(text.text()).matches();
  }

  private static Pattern pattern(String like, int escape) {
    StringBuilder expression = new StringBuilder();
    boolean escaped = false;
    for (int each : like.codePoints().toArray()) {
      if (each == escape && !escaped) {
        escaped = true;
        continue;
      }
      if (each == '%' && !escaped) {
        expression.append(".*");
      } else if (each == '_' && !escaped) {
        expression.append('.');
      } else {
        expression.append(Pattern.quote(Character.toString(each)));
      }
      escaped = false;
    }
    return Pattern.compile(expression.toString(), Pattern.DOTALL);
  }
}
