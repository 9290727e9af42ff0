package io.partikey.grammar;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;

/** The words of the language, and which of them cannot be names unless they are quoted. */
public final class PartiqlKeywords {
  private static final IntervalSet NAMES =
      PartiqlBaseParser._ATN.nextTokens(
          PartiqlBaseParser._ATN.ruleToStartState[PartiqlBaseParser.RULE_identifier]);
  private static final SortedSet<String> RESERVED = words(false);
  private static final SortedSet<String> NON_RESERVED = words(true);

  private PartiqlKeywords() {}

  /** The words that need double quotes to be a name, in upper case, sorted. */
  public static SortedSet<String> reserved() {
    return RESERVED;
  }

  /** The words that may also be names, in upper case, sorted. */
  public static SortedSet<String> nonReserved() {
    return NON_RESERVED;
  }

  /** Tells whether the word needs double quotes to be a name; case does not matter. */
  public static boolean isReserved(String word) {
    return RESERVED.contains(word.toUpperCase(Locale.ROOT));
  }

  /**
   * Tells whether Amazon DynamoDB takes the word for a keyword and so needs double quotes around
   * it; case does not matter. The service reserves far more than this grammar does.
   */
  public static boolean isServiceReserved(String word) {
    return ServiceReservedWords.WORDS.contains(word.toUpperCase(Locale.ROOT));
  }

  /** The words that Amazon DynamoDB reserves, in upper case. */
  public static Set<String> serviceReserved() {
    return ServiceReservedWords.WORDS;
  }

  /** Tells whether tokens of the type are words of the grammar. */
  static boolean isKeyword(int tokenType) {
    String literal = PartiqlBaseParser.VOCABULARY.getLiteralName(tokenType);
    return literal != null && Character.isLetter(literal.charAt(1));
  }

  private static SortedSet<String> words(boolean names) {
    Vocabulary vocabulary = PartiqlBaseParser.VOCABULARY;
    SortedSet<String> words = new TreeSet<>();
    for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
      if (isKeyword(type) && NAMES.contains(type) == names) {
        String literal = vocabulary.getLiteralName(type);
        words.add(literal.substring(1, literal.length() - 1));
      }
    }
    return Collections.unmodifiableSortedSet(words);
  }
}
