package io.partikey.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FunctionTest {
  private static final ValueTable TABLE = ValueTable.in("functions.txt");

  @TestFactory
  Stream<DynamicTest> functionsOfTheTable() {
    return TABLE.tests(FunctionTest::call);
  }

  @Test
  void everyFunctionIsInTheTable() {
    assertThat(FunctionCatalog.names())
        .allSatisfy(
            name -> assertThat(TABLE.lines()).anyMatch(line -> line.startsWith(name + "(")));
  }

  @Test
  void findsFunctionsByNamesInAnyCase() {
    assertThat(FunctionCatalog.find("UPPER")).contains(TextFunction.UPPER);
    assertThat(FunctionCatalog.find("If_Not_Exists")).contains(UpdateFunction.IF_NOT_EXISTS);
    assertThat(FunctionCatalog.find("sum")).isEmpty();
  }

  private static @Nullable AttributeValue call(String call) {
    int open = call.indexOf('(');
    ListValue arguments =
        (ListValue)
            Objects.requireNonNull(
                ValueTable.read("[" + call.substring(open + 1, call.length() - 1) + "]"));
    List<Expression> operands =
        arguments.elements().stream()
            .map(value -> (Expression) new Literal(ValueTable.orMissing(value)))
            .toList();
    return new FunctionCall(
            FunctionCatalog.resolve(call.substring(0, open), operands.size()), operands)
        .evaluate(Environment.of(Parameters.NONE));
  }
}
