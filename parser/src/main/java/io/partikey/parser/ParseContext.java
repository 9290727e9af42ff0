package io.partikey.parser;

import io.partikey.grammar.CodePointOffsets;
import io.partikey.grammar.PartiqlBaseLexer;
import io.partikey.parser.ast.Hint;
import io.partikey.parser.ast.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What the builders know about the text of one statement: positions, hints, parameters. */
final class ParseContext {
  private static final Pattern HINT_WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final String text;
  private final CommonTokenStream tokens;
  private final Runnable checkpoint;
  private final CodePointOffsets offsets;
  private final Map<Integer, Integer> parameterOrdinals = new HashMap<>();

  ParseContext(String text, CommonTokenStream tokens, Runnable checkpoint) {
    this.text = text;
    this.checkpoint = checkpoint;
    this.tokens = tokens;
    this.offsets = CodePointOffsets.of(text);
    for (Token token : tokens.getTokens()) {
      if (token.getType() == PartiqlBaseLexer.QUESTION_MARK) {
        parameterOrdinals.put(token.getTokenIndex(), parameterOrdinals.size() + 1);
      }
    }
  }

  SourceSpan span(Token token) {
    return new SourceSpan(
        token.getLine(),
        token.getCharPositionInLine() + 1,
        offsets.charIndex(token.getStartIndex()),
        offsets.charIndex(token.getStopIndex() + 1));
  }

  /** Returns while the parsing may go on. */
  void check() {
    checkpoint.run();
  }

  /** The place of a rule; asked for each node that is built, and so a checkpoint too. */
  SourceSpan span(ParserRuleContext rule) {
    check();
    return span(rule.getStart()).through(span(rule.getStop()));
  }

  ParsingException error(Token token, String message) {
    return error(token, message, "");
  }

  ParsingException error(Token token, String message, String serviceReason) {
    return new ParsingException(message, span(token), text, serviceReason);
  }

  ParsingException error(SourceSpan span, String message) {
    return new ParsingException(message, span, text, "");
  }

  /** The number of a parameter in the order of the text, from 1. */
  int parameterOrdinal(Token questionMark) {
    Integer ordinal = parameterOrdinals.get(questionMark.getTokenIndex());
    if (ordinal == null) {
      throw new IllegalArgumentException("not a parameter: " + questionMark);
    }
    return ordinal;
  }

  /** The words of the hint comments between a verb and the next token that is no comment. */
  List<Hint> hintsAfter(Token verb) {
    List<Token> hidden = tokens.getHiddenTokensToRight(verb.getTokenIndex());
    if (hidden == null) {
      return List.of();
    }
    List<Hint> hints = new ArrayList<>();
    for (Token token : hidden) {
      if (token.getType() == PartiqlBaseLexer.HINT) {
        addHints(span(token), hints);
      }
    }
    return hints;
  }

  private void addHints(SourceSpan comment, List<Hint> hints) {
    Matcher words = HINT_WORD.matcher(comment.textIn(text));
    while (words.find()) {
      hints.add(new Hint(words.group(), comment));
    }
  }
}
