package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A type as CAST, IS and DDL name it, for example {@code STRING}, {@code DECIMAL(10, 2)} or {@code
 * STRING SET}.
 *
 * @param kind what the name means
 * @param arguments the numbers in parentheses: a length, or a precision and a scale
 */
public record ValueType(TypeKind kind, List<Integer> arguments) {
  public ValueType {
    arguments = List.copyOf(arguments);
  }

  /** The type of this kind without arguments. */
  public static ValueType of(TypeKind kind) {
    return new ValueType(kind, List.of());
  }

  /**
   * The type of a name and its arguments.
   *
   * @param name in any case, with one space between words
   * @throws EngineException with {@code FEATURE_NOT_SUPPORTED} if no type has this name
   */
  public static ValueType named(String name, List<Integer> arguments) {
    return new ValueType(
        TypeKind.find(name)
            .orElseThrow(
                () ->
                    new EngineException(
                        ErrorCode.FEATURE_NOT_SUPPORTED,
                        "There is no type \""
                            + name
                            + "\". Use STRING, NUMBER, INTEGER, BOOLEAN, BINARY, DATE, TIMESTAMP,"
                            + " LIST, MAP, STRING SET, NUMBER SET, BINARY SET or JSON.")),
        arguments);
  }

  /** The type as it is written. */
  @Override
  public String toString() {
    return arguments.isEmpty()
        ? kind.typeName()
        : arguments.stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", ", kind.typeName() + "(", ")"));
  }
}
