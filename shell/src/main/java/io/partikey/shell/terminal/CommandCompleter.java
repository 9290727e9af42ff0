package io.partikey.shell.terminal;

import io.partikey.shell.command.Commands;
import io.partikey.shell.format.ResultFormat;
import io.partikey.shell.session.ScanMode;
import io.partikey.shell.transfer.ImportOptions;
import java.util.List;
import org.jline.builtins.Completers.FileNameCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;

/** Offers what may stand at the cursor of a command. */
final class CommandCompleter {
  private static final List<String> ON_OFF = List.of("on", "off");

  private final CatalogNames catalog;
  private final StatementCompleter statements;
  private final FileNameCompleter files = new FileNameCompleter();

  CommandCompleter(CatalogNames catalog, StatementCompleter statements) {
    this.catalog = catalog;
    this.statements = statements;
  }

  /** Adds what may stand in place of a word. */
  void complete(LineReader reader, WordAtCursor place, List<Candidate> candidates) {
    String[] before = place.line().substring(0, place.start()).strip().split("\\s+", -1);
    if (before[0].isEmpty()) {
      Commands.names().forEach(name -> candidates.add(new Candidate(name)));
      return;
    }
    int argument = before.length;
    switch (before[0]) {
      case "\\d", "\\di" -> addAll(candidates, catalog.tables());
      case "\\i" -> files.complete(reader, place, candidates);
      case "\\import" -> completeImport(reader, place, argument, candidates);
      case "\\export" -> completeExport(reader, place, argument, candidates);
      case "\\explain" -> statements.complete(statementOf(place), candidates);
      case "\\format" -> addAll(candidates, ResultFormat.optionNames());
      case "\\?" -> addAll(candidates, Commands.names());
      case "\\scan" -> addAll(candidates, ScanMode.optionNames());
      case "\\timing", "\\capacity", "\\page" -> addAll(candidates, ON_OFF);
      default -> {}
    }
  }

  private void completeImport(
      LineReader reader, WordAtCursor place, int argument, List<Candidate> candidates) {
    if (argument == 1) {
      files.complete(reader, place, candidates);
    } else if (argument == 2) {
      addAll(candidates, catalog.tables());
    } else {
      ImportOptions.NAMES.forEach(
          name -> candidates.add(new Candidate(name, name, null, null, null, null, false)));
    }
  }

  private void completeExport(
      LineReader reader, WordAtCursor place, int argument, List<Candidate> candidates) {
    if (argument == 1) {
      files.complete(reader, place, candidates);
      return;
    }
    if (argument == 2) {
      addAll(candidates, catalog.tables());
    }
    statements.complete(statementOf(place), candidates);
  }

  /** The same place with a name of a statement rather than a word of a command at it. */
  private static WordAtCursor statementOf(WordAtCursor place) {
    String blanked = place.line().replace('\\', ' ');
    return WordAtCursor.of(blanked, place.cursor());
  }

  private static void addAll(List<Candidate> candidates, List<String> words) {
    words.forEach(word -> candidates.add(new Candidate(word)));
  }
}
