package io.partikey.planner.dynamodb.mistake;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.error.StatementPosition;
import io.partikey.parser.ParsingException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What DynamoDB says of texts that are no statements: a table of mistakes, the first that fits
 * gives the message. Where none fits, only that the text is not well formed.
 */
public final class SyntaxMistakes {
  private static final String PLACE = " at {}";

  /** The place of the word before the bracket where the text stops being a statement. */
  private static final String PLACE_BEFORE = " at {before}";

  /** The message for conditions that stand where a statement is expected. */
  public static final String ONLY_IN_TRANSACTIONS =
      "EXISTS can only be used in ExecuteTransaction write requests.";

  /** Mistakes that DynamoDB reads as statements of another kind, with its whole message. */
  private static final List<Form> READ_OTHERWISE =
      List.of(
          mistake(
              t -> t.begins("INSERT", "INTO") && t.before().size() <= 5 && t.offends("["),
              "FROM clause may only contain a single table name in data manipulation statements"
                  + PLACE),
          mistake(
              t ->
                  t.begins("INSERT", "INTO")
                      && t.before().size() == 3
                      && t.offends("{")
                      && !ReservedWords.isReserved(t.previous(1)),
              "Unsupported operation: InsertOp"),
          mistake(t -> t.begins("INSERT") && t.offends("ON"), "Unsupported clause: ON CONFLICT"),
          mistake(
              t -> t.begins("INSERT") && t.offends("RETURNING"),
              "RETURNING is not supported in INSERT"),
          mistake(
              t -> t.before().contains("RETURNING") && t.follows("*") && t.offends(","),
              "Invalid syntax with multiple returning elements in RETURNING clause"),
          mistake(
              t ->
                  t.previous(3).equals("RETURNING")
                      && t.follows("OLD", "NEW")
                      && t.after().size() == 1,
              "Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause"),
          tupleKey("INT", "[0-9]+"),
          tupleKey("DECIMAL", "[0-9.]+([eE][+-]?[0-9]+)?"),
          tupleKey("BOOL", "TRUE|FALSE"),
          tupleKey("NULL", "NULL"),
          tupleKey("LiteralMissing", "MISSING"),
          tupleKey("Parameter", "\\?"),
          tupleKey("Seq", "\\[|<<"),
          tupleKey("Struct", "\\{"),
          mistake(
              t -> t.expectsKey() && isName(t.offending()),
              "Tuple keys must be of type String. Actual type: VariableReference under root"
                  + PLACE),
          mistake(
              t -> t.begins("DELETE", "FROM") && t.before().size() == 3 && t.offends("["),
              "Invalid list expression in source."),
          mistake(
              t -> t.begins("SELECT") && t.follows("FROM") && isConstant(t.offending()),
              "Unexpected from source"),
          mistake(
              t ->
                  t.begins("SELECT")
                      && t.previous(2).equals("FROM")
                      && isName(t.previous(1))
                      && t.offends("-", "("),
              "Unexpected from source"),
          ion("INT", "-?[0-9]+"),
          ion("DECIMAL", "-?[0-9]*\\.[0-9]*"),
          ion("TIMESTAMP", "[0-9]{4}(-.*)?T.*"),
          ion("STRING", "\".*\""),
          ion("NULL", "null"),
          ion("BOOL", "true|false"),
          mistake(
              t -> t.begins("SELECT") && t.before().size() == 1 && isIon(t.offending()),
              "Unexpected path component" + PLACE),
          mistake(
              t ->
                  t.begins("SELECT")
                      && isNumber(t.offending())
                      && t.after().size() > 1
                      && isName(t.after().get(1)),
              "Aliasing is not supported"),
          mistake(
              t -> t.begins("INSERT") && t.follows("TIME") && isConstant(t.offending()),
              "Unsupported data type: UNKNOWN under key root" + PLACE),
          mistake(
              t -> t.begins("CREATE", "INDEX") && t.offends("ON"),
              "Unsupported operation: CreateIndex"),
          conditionAlone(
              t -> t.before().isEmpty() && t.offends("NOT") && t.after().contains("EXISTS")),
          conditionAlone(t -> t.begins("SELECT") && t.follows("UNION", "INTERSECT", "EXCEPT")),
          mistake(
              t -> t.follows("MISSING") && t.offends("("),
              "Unrecognized function: missing" + PLACE_BEFORE),
          mistake(
              t -> t.before().isEmpty() && t.offends("SET"),
              "Only select from a single table or index is supported."),
          mistake(
              t -> t.before().isEmpty() && isConstant(t.offending()),
              "Unsupported operation: Literal"),
          mistake(t -> t.before().isEmpty() && t.offends("["), "Unsupported operation: Seq"),
          conditionAlone(
              t ->
                  t.before().isEmpty()
                      && isName(t.offending())
                      && t.after().size() > 1
                      && t.after().get(1).equals("(")),
          mistake(t -> t.before().isEmpty() && t.offends("EXEC"), "Unsupported operation: Exec"),
          mistake(
              t -> t.before().isEmpty() && t.after().size() > 2 && t.after().get(1).equals("IS"),
              "Unsupported operation: IsType"),
          mistake(
              t ->
                  t.before().isEmpty()
                      && t.after().size() == 1
                      && isName(t.offending())
                      && !ReservedWords.isReserved(t.offending()),
              "Unsupported operation: VariableReference"));

  /** Mistakes of form, with the word for the cause. */
  private static final List<Form> CAUSES =
      List.of(
          mistake(t -> isBroken(t.offending()), ""),
          mistake(t -> t.before().isEmpty(), "Expected data manipulation"),
          mistake(t -> t.begins("UPDATE") && t.before().size() == 2, "Expected data manipulation"),
          mistake(
              t -> t.begins("DELETE", "FROM") && t.before().size() == 2,
              "Expected identifier for simple path"),
          mistake(t -> t.follows("."), "Invalid path dot component"),
          mistake(t -> t.follows("IS"), "Expected type name"),
          mistake(t -> t.follows("NOT") && t.previous(2).equals("IS"), "Expected type name"),
          mistake(t -> t.offends("IS", "LIKE"), "Unexpected operator"),
          mistake(
              t -> t.follows("AND", "OR") && t.atEnd(),
              "Missing right-hand side expression of infix operator"),
          mistake(t -> t.follows("WHERE") && t.offends("ORDER"), "Unexpected keyword"),
          mistake(t -> t.atEnd() && t.follows("WHERE", "NOT", "(", "FROM"), "Unexpected term"),
          mistake(t -> t.follows("WHERE", "NOT", "FROM"), "Unexpected term"));

  private SyntaxMistakes() {}

  /**
   * A text that is no statement, and what DynamoDB says to it.
   *
   * @param fits whether it is such a text
   * @param stage what DynamoDB is looking at then
   * @param message the message; {@link #PLACE} stands for the place
   */
  private record Form(Predicate<TokensAround> fits, Stage stage, String message) {
    Mistake mistake(StatementPosition place, TokensAround tokens) {
      String placed =
          message
              .replace("{}", place.toString())
              .replace("{before}", before(place, tokens.previous(1)).toString());
      return new Mistake(stage, ErrorCode.VALIDATION, place, placed);
    }
  }

  private static Form mistake(Predicate<TokensAround> fits, String message) {
    return new Form(fits, Stage.KIND, message);
  }

  private static Form conditionAlone(Predicate<TokensAround> fits) {
    return new Form(fits, Stage.CONDITION_ALONE, ONLY_IN_TRANSACTIONS);
  }

  private static Form ion(String type, String form) {
    Pattern pattern = Pattern.compile("`(" + form + ")`");
    return mistake(
        t -> t.follows(":") && pattern.matcher(t.offending()).matches(),
        "Ion Literals are not supported: " + type + " under key root" + PLACE);
  }

  // Only of statements that are well formed otherwise: the place is the first to be wrong.
  private static Form tupleKey(String type, String form) {
    Pattern pattern = Pattern.compile(form);
    return mistake(
        t -> t.expectsKey() && pattern.matcher(t.offending()).matches(),
        "Tuple keys must be of type String. Actual type: " + type + " under root" + PLACE);
  }

  /** What DynamoDB says of a text that is no statement. */
  public static Mistake of(ParsingException error, String text) {
    TokensAround tokens = TokensAround.around(text, error.line(), error.column());
    StatementPosition place =
        new StatementPosition(error.line(), error.column(), tokens.offending().length());
    return find(READ_OTHERWISE, tokens)
        .map(form -> form.mistake(place, tokens))
        .orElseGet(
            () ->
                Mistake.notWellFormed(
                    Stage.FORM,
                    place,
                    find(CAUSES, tokens).map(Form::message).orElseGet(() -> leftOver(error))));
  }

  private static StatementPosition before(StatementPosition place, String word) {
    return new StatementPosition(
        place.line(), Math.max(1, place.column() - word.length()), word.length());
  }

  private static Optional<Form> find(List<Form> forms, TokensAround tokens) {
    return forms.stream().filter(form -> form.fits().test(tokens)).findFirst();
  }

  // Where the statement could have ended, what follows is left over.
  private static String leftOver(ParsingException error) {
    return error.errorMessage().contains("end of statement")
            && !error.errorMessage().startsWith("unexpected end")
        ? "Unexpected token after expression"
        : "";
  }

  private static boolean isName(String token) {
    return !token.isEmpty()
        && (Character.isJavaIdentifierStart(token.charAt(0)) || token.charAt(0) == '"');
  }

  private static boolean isNumber(String token) {
    return !token.isEmpty() && Character.isDigit(token.charAt(0));
  }

  private static boolean isConstant(String token) {
    return isNumber(token) || (token.length() > 1 && token.charAt(0) == '\'');
  }

  private static boolean isIon(String token) {
    return token.length() > 1 && token.charAt(0) == '`';
  }

  // A quote or comment that is not closed, or a character that no token begins with.
  private static boolean isBroken(String token) {
    return token.equals("'")
        || token.equals("\"")
        || token.equals("`")
        || token.equals("#")
        || token.equals("/");
  }
}
