package io.partikey.shell.terminal;

import io.partikey.shell.session.Session;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes statements and commands. */
final class ShellCompleter implements Completer {
  private final StatementCompleter statements;
  private final CommandCompleter commands;

  ShellCompleter(Supplier<Session> session) {
    CatalogNames catalog = new CatalogNames(session);
    this.statements = new StatementCompleter(catalog);
    this.commands = new CommandCompleter(catalog, statements);
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    WordAtCursor place = WordAtCursor.of(line.line(), line.cursor());
    if (line.line().stripLeading().startsWith("\\")) {
      commands.complete(reader, place, candidates);
      return;
    }
    statements.complete(place, candidates);
  }
}
