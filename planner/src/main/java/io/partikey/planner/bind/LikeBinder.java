package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.Like;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.item.StringValue;
import io.partikey.parser.ast.LikeSyntax;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds LIKE. A constant pattern says what a sort key begins with or is equal to, so it is turned
 * into what keys can serve.
 *
 * <pre>
 * a LIKE 'abc'     a = 'abc'
 * a LIKE 'abc%'    begins_with(a, 'abc')
 * a LIKE 'abc%z'   begins_with(a, 'abc') AND a LIKE 'abc%z'
 * </pre>
 */
final class LikeBinder {
  private LikeBinder() {}

  /**
   * The condition that a value is of a pattern.
   *
   * @param bounds whether what the value begins with may bound a key
   */
  static Expression like(
      LikeSyntax written,
      Expression value,
      Expression pattern,
      @Nullable Expression escape,
      boolean bounds) {
    Like like = like(written, () -> new Like(value, pattern, escape));
    boolean constant = pattern instanceof Literal && (escape == null || escape instanceof Literal);
    return constant && bounds
        ? like.patternIn(Environment.of(Parameters.NONE))
            .flatMap(
                compiled ->
                    compiled.isLiteral()
                        ? Optional.<Expression>of(
                            new Comparison(
                                ComparisonOperator.EQUAL, value, text(compiled.prefix())))
                        : prefixed(compiled.prefix(), compiled.isPrefix(), like))
            .orElse(like)
        : like;
  }

  private static Optional<Expression> prefixed(String prefix, boolean alone, Like like) {
    if (prefix.isEmpty()) {
      return Optional.empty();
    }
    Expression begins =
        new FunctionCall(ScalarFunction.BEGINS_WITH, List.of(like.value(), text(prefix)));
    return Optional.of(alone ? begins : Logical.and(List.of(begins, like)));
  }

  private static Expression text(String text) {
    return new Literal(new StringValue(text));
  }

  private static Like like(LikeSyntax written, Supplier<Like> make) {
    try {
      return make.get();
    } catch (EngineException invalid) {
      throw BindingErrors.at(written.pattern().span(), invalid.code(), invalid.getMessage());
    }
  }
}
