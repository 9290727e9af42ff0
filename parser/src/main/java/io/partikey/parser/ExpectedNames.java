package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseLexer;
import io.partikey.grammar.PartiqlBaseParser;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** The user's words for what the grammar calls rules and tokens. */
final class ExpectedNames {
  static final String END = "end of statement";
  static final String EXPRESSION = "<expression>";
  static final String QUERY = "'SELECT'";
  static final String TABLE = "<table>";
  static final String TYPE = "<type>";

  private static final String IDENTIFIER = "<identifier>";
  private static final String OPERATOR = "<operator>";

  private static final Map<Integer, String> RULES =
      Map.ofEntries(
          Map.entry(PartiqlBaseParser.RULE_atom, EXPRESSION),
          Map.entry(PartiqlBaseParser.RULE_bareAlias, "<alias>"),
          Map.entry(PartiqlBaseParser.RULE_collection, TABLE),
          Map.entry(PartiqlBaseParser.RULE_comparisonOperator, OPERATOR),
          Map.entry(PartiqlBaseParser.RULE_dataType, TYPE),
          Map.entry(PartiqlBaseParser.RULE_expression, EXPRESSION),
          Map.entry(PartiqlBaseParser.RULE_identifier, IDENTIFIER),
          Map.entry(PartiqlBaseParser.RULE_literal, "<literal>"),
          Map.entry(PartiqlBaseParser.RULE_negation, EXPRESSION),
          Map.entry(PartiqlBaseParser.RULE_number, "<number>"),
          Map.entry(PartiqlBaseParser.RULE_path, "<path>"),
          Map.entry(PartiqlBaseParser.RULE_pathStep, OPERATOR),
          Map.entry(PartiqlBaseParser.RULE_primaryExpression, EXPRESSION),
          Map.entry(PartiqlBaseParser.RULE_qualifiedName, TABLE),
          Map.entry(PartiqlBaseParser.RULE_query, QUERY),
          Map.entry(PartiqlBaseParser.RULE_string, "<string>"),
          Map.entry(PartiqlBaseParser.RULE_subquery, QUERY),
          Map.entry(PartiqlBaseParser.RULE_valueExpression, EXPRESSION));

  /** Rules whose tokens, once an expression has begun, are operators. */
  private static final Set<Integer> OPERATOR_RULES =
      Set.of(
          PartiqlBaseParser.RULE_conjunction,
          PartiqlBaseParser.RULE_expression,
          PartiqlBaseParser.RULE_predicate,
          PartiqlBaseParser.RULE_valueExpression);

  private ExpectedNames() {}

  /** The word for a rule; null if its tokens are to be named one by one. */
  static @Nullable String ofRule(int rule) {
    return RULES.get(rule);
  }

  /** The word for a token inside a rule, behind another token. */
  static String ofToken(int type, int rule, int previous) {
    if (type == Token.EOF) {
      return END;
    }
    if (type == PartiqlBaseLexer.IDENTIFIER || type == PartiqlBaseLexer.QUOTED_IDENTIFIER) {
      return IDENTIFIER;
    }
    if (isOperator(type, rule, previous)) {
      return OPERATOR;
    }
    String literal = PartiqlBaseParser.VOCABULARY.getLiteralName(type);
    return literal != null ? literal : PartiqlBaseParser.VOCABULARY.getDisplayName(type);
  }

  private static boolean isOperator(int type, int rule, int previous) {
    if (previous == PartiqlBaseLexer.NOT || previous == PartiqlBaseLexer.IS) {
      return false;
    }
    if (rule == PartiqlBaseParser.RULE_atom) {
      // A name may turn out to be a call; only behind CAST a parenthesis must follow.
      return type == PartiqlBaseLexer.LEFT_PARENTHESIS && previous != PartiqlBaseLexer.CAST;
    }
    if (rule == PartiqlBaseParser.RULE_predicate) {
      return type != PartiqlBaseLexer.AND && type != PartiqlBaseLexer.ESCAPE;
    }
    return OPERATOR_RULES.contains(rule);
  }
}
