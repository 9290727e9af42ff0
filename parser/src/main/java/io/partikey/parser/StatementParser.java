package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseLexer;
import io.partikey.grammar.PartiqlBaseParser;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.Statement;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Parses statements of PartiQL as DynamoDB and PartiKey speak it.
 *
 * <p>What one dialect accepts and the other refuses is accepted here. Parsing is linear in the
 * length of the text, and safe for any text: what is nested too deep is refused, not overflown.
 */
public final class StatementParser {
  private StatementParser() {}

  /**
   * Parses one statement; one trailing semicolon is allowed.
   *
   * @throws ParsingException if the text is not a statement
   */
  public static Statement parseStatement(String text) {
    return parseStatement(text, () -> {});
  }

  /**
   * Parses one statement, unless it is told to stop.
   *
   * @param checkpoint run often on the way; what it raises ends the parsing and is passed on
   * @throws ParsingException if the text is not a statement
   */
  public static Statement parseStatement(String text, Runnable checkpoint) {
    return parse(
        text,
        checkpoint,
        PartiqlBaseParser::singleStatement,
        (builder, tree) -> builder.statement(tree.statement()));
  }

  /**
   * Parses an expression that stands alone, e.g. {@code a.b[0] = ?}.
   *
   * @throws ParsingException if the text is not an expression
   */
  public static ExpressionSyntax parseExpression(String text) {
    return parse(
        text,
        () -> {},
        PartiqlBaseParser::standaloneExpression,
        (builder, tree) -> builder.expression(tree.expression()));
  }

  private static <T, N> N parse(
      String text,
      Runnable checkpoint,
      Function<PartiqlBaseParser, T> rule,
      BiFunction<StatementBuilder, T, N> build) {
    try {
      PartiqlBaseLexer lexer = new CheckingLexer(text, checkpoint);
      lexer.removeErrorListeners();
      CommonTokenStream tokens = new CommonTokenStream(lexer);
      tokens.fill();
      ParseContext context = new ParseContext(text, tokens, checkpoint);
      LexicalMistakes.check(tokens, context);
      NestingLimit.check(tokens, context);
      return build.apply(new StatementBuilder(context), tree(tokens, context, rule));
    } catch (StackOverflowError e) {
      throw new ParsingException(
          "the statement is nested too deep to be read", new SourceSpan(1, 1, 0, 0), text, "");
    }
  }

  /** Parses with the fast prediction first; only text that it refuses is read a second time. */
  private static <T> T tree(
      CommonTokenStream tokens, ParseContext context, Function<PartiqlBaseParser, T> rule) {
    PartiqlBaseParser parser = new CheckingParser(tokens, context);
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return rule.apply(parser);
    } catch (ParseCancellationException e) {
      tokens.seek(0);
      parser.reset();
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      parser.setErrorHandler(new SyntaxErrorStrategy(context, tokens));
      return rule.apply(parser);
    }
  }

  /** The lexer with a checkpoint before each token, of which it makes no more than memory holds. */
  private static final class CheckingLexer extends PartiqlBaseLexer {
    /** About what a token takes with the tree that is made of it. */
    private static final int TOKEN_BYTES = 1024;

    private static final long MOST_TOKENS = Runtime.getRuntime().maxMemory() / TOKEN_BYTES;

    private final String text;
    private final Runnable checkpoint;
    private long tokens;

    CheckingLexer(String text, Runnable checkpoint) {
      super(CharStreams.fromString(text));
      this.text = text;
      this.checkpoint = checkpoint;
    }

    @Override
    public Token nextToken() {
      checkpoint.run();
      Token token = super.nextToken();
      if (++tokens > MOST_TOKENS) {
        int start = token.getStartIndex();
        throw new ParsingException(
            "the statement is too long; words and signs beyond the first "
                + MOST_TOKENS
                + " do not fit into the memory that this program has. Bind long lists as parameters"
                + " (IN ?), or start Java with a larger heap",
            new SourceSpan(token.getLine(), token.getCharPositionInLine() + 1, start, start),
            text,
            "");
      }
      return token;
    }
  }

  /** The parser with a checkpoint before each rule. */
  private static final class CheckingParser extends PartiqlBaseParser {
    private final ParseContext context;

    CheckingParser(CommonTokenStream tokens, ParseContext context) {
      super(tokens);
      this.context = context;
    }

    @Override
    public void enterRule(ParserRuleContext rule, int state, int index) {
      context.check();
      super.enterRule(rule, state, index);
    }
  }
}
