package io.partikey.planner.dynamodb.rules;

import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.MistakeException;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What DynamoDB looks at in one statement, stage by stage. However the looks are added, they are
 * taken in the order of {@link Stage}, up to the first that finds a mistake: a look may rely on
 * those of earlier stages.
 */
public final class Examination {
  private final Map<Stage, Look> looks = new EnumMap<>(Stage.class);
  private final String text;

  /** An examination of a statement's text, which looks at nothing yet. */
  public Examination(String text) {
    this.text = text;
  }

  /** A look at a part of a statement: the mistake that it finds, if there is one. */
  @FunctionalInterface
  public interface Look {
    Optional<Mistake> mistake();
  }

  /** A look at a part of the text. */
  @FunctionalInterface
  interface LookAtClause {
    Optional<Mistake> mistake(Clause clause);
  }

  /** Adds a look. */
  public Examination look(Stage stage, Look look) {
    looks.put(stage, look);
    return this;
  }

  /** Adds a look at a part of the text. */
  Examination lookAtText(Stage stage, LookAtClause look) {
    return look(stage, () -> look.mistake(new Clause(stage, text)));
  }

  /**
   * Refuses the statement if there is a mistake.
   *
   * @throws MistakeException with the first one
   */
  public void require() {
    MistakeException.raise(Mistake.first(looks.values(), Look::mistake));
  }
}
