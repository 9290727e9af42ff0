package io.partikey.planner.dynamodb.mistake;

import io.partikey.engine.error.EngineException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The error of a statement in which there is a mistake. */
public final class MistakeException extends EngineException {
  private static final long serialVersionUID = 1;

  private final Stage stage;

  /** The refusal of a statement. */
  public MistakeException(Mistake mistake) {
    this(mistake, null);
  }

  /** The refusal of a statement, with what led to it. */
  public MistakeException(Mistake mistake, @Nullable Throwable cause) {
    super(mistake.code(), mistake.message(), mistake.position(), cause);
    this.stage = mistake.stage();
  }

  /** What was looked at when an error occurred; what runs the statement where it is no refusal. */
  public static Stage stageOf(EngineException error) {
    return error instanceof MistakeException refusal ? refusal.stage : Stage.RUN;
  }

  /** Refuses a statement in which there is a mistake. */
  public static void raise(Optional<Mistake> mistake) {
    mistake.ifPresent(
        found -> {
          throw new MistakeException(found);
        });
  }
}
