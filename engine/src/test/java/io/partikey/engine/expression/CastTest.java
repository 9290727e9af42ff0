package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CastTest {
  private static final Pattern CAST = Pattern.compile("(.*) AS ([\\w ]+)(?:\\(([\\d, ]+)\\))?");

  @TestFactory
  Stream<DynamicTest> castsOfTheTable() {
    return ValueTable.in("casts.txt").tests(CastTest::cast);
  }

  private static @Nullable AttributeValue cast(String text) {
    Matcher cast = CAST.matcher(text);
    if (!cast.matches()) {
      throw new IllegalArgumentException(text);
    }
    List<Integer> arguments =
        cast.group(3) == null
            ? List.of()
            : Stream.of(cast.group(3).split(", ")).map(Integer::valueOf).toList();
    return new Cast(
            new Literal(ValueTable.read(cast.group(1))), ValueType.named(cast.group(2), arguments))
        .evaluate(Environment.of(Parameters.NONE));
  }
}
