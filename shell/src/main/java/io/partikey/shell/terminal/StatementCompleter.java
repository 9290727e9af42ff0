package io.partikey.shell.terminal;

import io.partikey.grammar.ClassifiedToken;
import io.partikey.grammar.PartiqlKeywords;
import io.partikey.grammar.TokenClassifier;
import io.partikey.grammar.TokenKind;
import io.partikey.shell.session.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.reader.Candidate;

/**
 * Offers the names and words that may stand at the cursor of a statement: tables where a table is
 * named, a table's indexes behind its name and a dot, else attributes of the tables of the
 * statement and keywords.
 */
final class StatementCompleter {
  private static final Set<String> BEFORE_TABLE =
      Set.of("FROM", "JOIN", "INTO", "UPDATE", "TABLE", "DESCRIBE", "DESC", "ON", "TRUNCATE");
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

  private final CatalogNames catalog;

  StatementCompleter(CatalogNames catalog) {
    this.catalog = catalog;
  }

  /** Adds what may stand in place of a word of the text. */
  void complete(WordAtCursor place, List<Candidate> candidates) {
    String statement = place.line();
    String word = place.word();
    String before = lastWord(statement.substring(0, place.start()));
    boolean inString = isInString(statement.substring(0, place.cursor()));
    if (inString) {
      return;
    }
    int dot = word.lastIndexOf('.');
    if (dot >= 0) {
      completeBehindDot(statement, word.substring(0, dot), candidates);
      return;
    }
    if (BEFORE_TABLE.contains(before)) {
      catalog.tables().forEach(name -> add(candidates, shown(name, word), "tables"));
      return;
    }
    catalog
        .attributes(tablesOf(statement))
        .forEach(name -> add(candidates, shown(name, word), "attributes"));
    boolean lower = !word.isEmpty() && word.equals(word.toLowerCase(Locale.ROOT));
    Stream.concat(PartiqlKeywords.reserved().stream(), PartiqlKeywords.nonReserved().stream())
        .map(keyword -> lower ? keyword.toLowerCase(Locale.ROOT) : keyword)
        .forEach(keyword -> add(candidates, keyword, "keywords"));
  }

  private void completeBehindDot(String statement, String owner, List<Candidate> candidates) {
    String name = unquoted(owner);
    boolean isTable = catalog.tables().contains(name);
    if (isTable) {
      catalog
          .indexes(name)
          .forEach(index -> add(candidates, owner + '.' + shown(index, owner), "indexes"));
    }
    Stream<String> tables = isTable ? Stream.of(name) : tablesOf(statement);
    catalog
        .attributes(tables)
        .forEach(attribute -> add(candidates, owner + '.' + shown(attribute, ""), "attributes"));
  }

  private Stream<String> tablesOf(String statement) {
    List<String> known = catalog.tables();
    return TokenClassifier.classify(statement).stream()
        .map(token -> unquoted(statement.substring(token.start(), token.end())))
        .filter(known::contains)
        .distinct();
  }

  private static String lastWord(String text) {
    List<ClassifiedToken> tokens = new ArrayList<>(TokenClassifier.classify(text));
    tokens.removeIf(token -> token.kind() == TokenKind.COMMENT);
    if (tokens.isEmpty()) {
      return "";
    }
    ClassifiedToken last = tokens.get(tokens.size() - 1);
    return text.substring(last.start(), last.end()).toUpperCase(Locale.ROOT);
  }

  private static boolean isInString(String text) {
    List<ClassifiedToken> tokens = TokenClassifier.classify(text);
    if (tokens.isEmpty()) {
      return false;
    }
    ClassifiedToken last = tokens.get(tokens.size() - 1);
    return last.kind() == TokenKind.ERROR && text.charAt(last.start()) == '\'';
  }

  /** The name with quotes if it needs them, or if the user began with one. */
  private static String shown(String name, String typed) {
    boolean isPlain = PLAIN_NAME.matcher(name).matches() && !PartiqlKeywords.isReserved(name);
    return isPlain && !typed.startsWith("\"") ? name : Names.quoted(name);
  }

  private static String unquoted(String name) {
    boolean isQuoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return isQuoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
  }

  private static void add(List<Candidate> candidates, String value, String group) {
    candidates.add(new Candidate(value, value, group, null, null, null, true));
  }
}
