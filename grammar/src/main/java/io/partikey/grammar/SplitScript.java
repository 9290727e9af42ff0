package io.partikey.grammar;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A script in parts.
 *
 * @param statements the statements that end in a semicolon; empty ones are left out
 * @param lastStatement what stands behind the last semicolon, or null if that is nothing
 * @param openSign the sign that waits for its counterpart at the end of the script, e.g. {@code '}
 *     or {@code (}; null if there is none
 */
public record SplitScript(
    List<ScriptStatement> statements,
    @Nullable ScriptStatement lastStatement,
    @Nullable String openSign) {

  /** Takes a copy of the list. */
  public SplitScript {
    statements = List.copyOf(statements);
  }

  /** What stands behind the last semicolon: a statement that goes on or that needs none. */
  public Optional<ScriptStatement> rest() {
    return Optional.ofNullable(lastStatement);
  }

  /** The sign that waits for its counterpart at the end of the script. */
  public Optional<String> open() {
    return Optional.ofNullable(openSign);
  }

  /** Tells whether a reader of lines should ask for another one. */
  public boolean isIncomplete() {
    return lastStatement != null || openSign != null;
  }
}
