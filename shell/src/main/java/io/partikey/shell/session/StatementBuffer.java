package io.partikey.shell.session;

import io.partikey.grammar.ScriptStatement;
import io.partikey.grammar.SplitScript;
import io.partikey.grammar.StatementSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines on their way to become statements and commands.
 *
 * <p>A statement ends with a semicolon, on whatever line it is. A command begins with a backslash
 * where no statement is open, and ends with its line.
 */
public final class StatementBuffer {
  private final Optional<String> source;
  private final StringBuilder pending = new StringBuilder();
  private int pendingLine = 1;
  private int nextLine = 1;
  private int handedOut;

  /** A buffer for lines of a file, or for lines that are typed. */
  public StatementBuffer(Optional<String> source) {
    this.source = source;
  }

  /** Takes a line and returns what it completes. */
  public List<Fragment> add(String line) {
    int number = nextLine++;
    if (line.stripLeading().startsWith("\\") && !isPending()) {
      clear();
      return List.of(new Fragment(line.strip(), source, number));
    }
    if (pending.isEmpty()) {
      pendingLine = number;
    }
    pending.append(line).append('\n');
    return line.indexOf(';') < 0 ? List.of() : completed();
  }

  private List<Fragment> completed() {
    SplitScript split = StatementSplitter.split(pending.toString());
    List<Fragment> fragments = new ArrayList<>();
    for (ScriptStatement statement :
        split.statements().subList(handedOut, split.statements().size())) {
      fragments.add(fragment(statement));
    }
    handedOut = split.statements().size();
    if (!split.isIncomplete()) {
      clear();
    }
    return fragments;
  }

  /** Whether a statement is open. */
  public boolean isPending() {
    return StatementSplitter.split(pending.toString()).isIncomplete();
  }

  /** The sign that waits for its counterpart, for example {@code '}. */
  public Optional<String> openSign() {
    return StatementSplitter.split(pending.toString()).open();
  }

  /** Takes what is left: the last statement of a script needs no semicolon. */
  public Optional<Fragment> finish() {
    Optional<Fragment> rest =
        StatementSplitter.split(pending.toString()).rest().map(this::fragment);
    clear();
    return rest;
  }

  private Fragment fragment(ScriptStatement statement) {
    return new Fragment(statement.text(), source, pendingLine + statement.line() - 1);
  }

  private void clear() {
    pending.setLength(0);
    handedOut = 0;
  }
}
