package io.partikey.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script at its semicolons.
 *
 * <p>Semicolons in strings, quoted names, comments and between brackets do not count. Nothing else
 * is looked at: the parts need not be statements.
 */
public final class StatementSplitter {
  private final String script;
  private final CodePointOffsets offsets;
  private final List<ScriptStatement> statements = new ArrayList<>();
  private final Deque<Token> openBrackets = new ArrayDeque<>();
  private @Nullable Token first;
  private @Nullable Token last;

  private StatementSplitter(String script) {
    this.script = script;
    this.offsets = CodePointOffsets.of(script);
  }

  /** Splits the script; works for any text. */
  public static SplitScript split(String script) {
    return new StatementSplitter(script).split();
  }

  private SplitScript split() {
    String open = null;
    for (Token token : Tokens.of(script)) {
      open = openSign(token);
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      if (token.getType() == PartiqlBaseLexer.SEMICOLON && openBrackets.isEmpty()) {
        finishStatement();
      } else if (token.getType() != PartiqlBaseLexer.UNTERMINATED_COMMENT) {
        add(token);
      }
    }
    if (open == null && !openBrackets.isEmpty()) {
      open = openBrackets.getLast().getText();
    }
    return new SplitScript(statements, statement(), open);
  }

  private void add(Token token) {
    if (first == null) {
      first = token;
    }
    last = token;
    switch (token.getType()) {
      case PartiqlBaseLexer.LEFT_PARENTHESIS,
          PartiqlBaseLexer.LEFT_BRACKET,
          PartiqlBaseLexer.LEFT_BRACE,
          PartiqlBaseLexer.LEFT_BAG ->
          openBrackets.addLast(token);
      case PartiqlBaseLexer.RIGHT_PARENTHESIS,
          PartiqlBaseLexer.RIGHT_BRACKET,
          PartiqlBaseLexer.RIGHT_BRACE,
          PartiqlBaseLexer.RIGHT_BAG ->
          openBrackets.pollLast();
      default -> {}
    }
  }

  /** The beginning of a token that lacks its end; only the last token of a text can. */
  private static @Nullable String openSign(Token token) {
    return switch (token.getType()) {
      case PartiqlBaseLexer.UNTERMINATED_STRING -> "'";
      case PartiqlBaseLexer.UNTERMINATED_IDENTIFIER -> "\"";
      case PartiqlBaseLexer.UNTERMINATED_COMMENT -> "/*";
      default -> null;
    };
  }

  private void finishStatement() {
    ScriptStatement statement = statement();
    if (statement != null) {
      statements.add(statement);
    }
    first = null;
    last = null;
  }

  private @Nullable ScriptStatement statement() {
    if (first == null || last == null) {
      return null;
    }
    String text =
        script.substring(
            offsets.charIndex(first.getStartIndex()), offsets.charIndex(last.getStopIndex() + 1));
    return new ScriptStatement(text, first.getLine(), first.getCharPositionInLine() + 1);
  }
}
