package io.partikey.shell.session;

import io.partikey.grammar.ClassifiedToken;
import io.partikey.grammar.TokenClassifier;
import io.partikey.grammar.TokenKind;
import java.util.Locale;
import java.util.Set;

/** Tells statements that change items, whose update count means something, from definitions. */
final class ChangesItems {
  private static final Set<String> VERBS =
      Set.of("INSERT", "UPSERT", "REPLACE", "UPDATE", "DELETE", "TRUNCATE");

  private ChangesItems() {}

  /** Whether the first word of the statement is that of a write. */
  static boolean test(String sql) {
    for (ClassifiedToken token : TokenClassifier.classify(sql)) {
      if (token.kind() != TokenKind.COMMENT) {
        String word = sql.substring(token.start(), token.end());
        return VERBS.contains(word.toUpperCase(Locale.ROOT));
      }
    }
    return false;
  }
}
