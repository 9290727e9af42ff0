package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.StringValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pattern match, {@code a LIKE 'x%' ESCAPE '!'}; false unless text, pattern and escape are
 * strings. A constant pattern is read once.
 */
public final class Like implements Predicate {
  private final Expression value;
  private final Expression pattern;
  private final @Nullable Expression escape;
  private final @Nullable LikePattern constant;

  /**
   * The match of a value with a pattern.
   *
   * @param escape the escape character, null for none
   * @throws io.partikey.engine.error.EngineException with {@code INVALID_ARGUMENT} if pattern and
   *     escape are constant and do not fit
   */
  public Like(Expression value, Expression pattern, @Nullable Expression escape) {
    this.value = value;
    this.pattern = pattern;
    this.escape = escape;
    boolean isConstant =
        pattern instanceof Literal && (escape == null || escape instanceof Literal);
    this.constant = isConstant ? compile(Environment.of(Parameters.NONE)) : null;
  }

  /** What is matched. */
  public Expression value() {
    return value;
  }

  /** The pattern. */
  public Expression pattern() {
    return pattern;
  }

  /** The escape character, if there is one. */
  public Optional<Expression> escape() {
    return Optional.ofNullable(escape);
  }

  /** The pattern with the parameters of an environment put in; empty if it is no string. */
  public Optional<LikePattern> patternIn(Environment environment) {
    return Optional.ofNullable(constant == null ? compile(environment) : constant);
  }

  @Override
  public boolean isTrue(Environment environment) {
    if (!(value.evaluate(environment) instanceof StringValue text)) {
      return false;
    }
    @Nullable LikePattern compiled = constant == null ? compile(environment) : constant;
    return compiled != null && compiled.matches(text.text());
  }

  private @Nullable LikePattern compile(Environment environment) {
    if (!(pattern.evaluate(environment) instanceof StringValue text)) {
      return null;
    }
    if (escape == null) {
      return LikePattern.compile(text.text(), null);
    }
    @Nullable AttributeValue escaping = escape.evaluate(environment);
    return escaping instanceof StringValue character
        ? LikePattern.compile(text.text(), character.text())
        : null;
  }

  @Override
  public List<Expression> children() {
    return Stream.concat(Stream.of(value, pattern), Stream.ofNullable(escape)).toList();
  }

  @Override
  public Like withChildren(List<Expression> children) {
    return new Like(children.get(0), children.get(1), children.size() > 2 ? children.get(2) : null);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitLike(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Like like && children().equals(like.children());
  }

  @Override
  public int hashCode() {
    return children().hashCode();
  }

  @Override
  public String toString() {
    return "Like" + children();
  }
}
