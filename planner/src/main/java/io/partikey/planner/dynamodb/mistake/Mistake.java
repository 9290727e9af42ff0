package io.partikey.planner.dynamodb.mistake;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.error.StatementPosition;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.bind.Positions;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a statement, in DynamoDB's words.
 *
 * @param stage what DynamoDB was looking at
 * @param code the kind of error
 * @param position where it is in the statement, null where DynamoDB does not say
 * @param message DynamoDB's message
 */
public record Mistake(
    Stage stage, ErrorCode code, @Nullable StatementPosition position, String message) {
  private static final String NOT_WELL_FORMED =
      "Statement wasn't well formed, can't be processed: ";

  /** A statement that is well formed and refused all the same. */
  public static Mistake at(Stage stage, SourceSpan span, String message) {
    return new Mistake(stage, ErrorCode.VALIDATION, Positions.of(span), message);
  }

  /** A mistake that has no place in the text. */
  public static Mistake of(Stage stage, ErrorCode code, String message) {
    return new Mistake(stage, code, null, message);
  }

  /**
   * A text that DynamoDB's parser does not read.
   *
   * @param position where it stops to be a statement, null for the whole text
   * @param cause DynamoDB's word for it, empty where it has none
   */
  public static Mistake notWellFormed(
      Stage stage, @Nullable StatementPosition position, String cause) {
    return new Mistake(stage, ErrorCode.SYNTAX_ERROR, position, NOT_WELL_FORMED + cause);
  }

  /** What the engine has to say against a part of a statement, if it has. */
  public static Optional<Mistake> raisedBy(Stage stage, Runnable check) {
    try {
      check.run();
      return Optional.empty();
    } catch (EngineException raised) {
      return Optional.of(
          new Mistake(stage, raised.code(), raised.position().orElse(null), raised.getMessage()));
    }
  }

  /** The first mistake that a rule finds in some parts of a statement. */
  public static <T> Optional<Mistake> first(
      Iterable<? extends T> parts, Function<? super T, Optional<Mistake>> rule) {
    for (T part : parts) {
      Optional<Mistake> mistake = rule.apply(part);
      if (mistake.isPresent()) {
        return mistake;
      }
    }
    return Optional.empty();
  }
}
