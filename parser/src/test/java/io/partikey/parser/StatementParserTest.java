package io.partikey.parser;

import static io.partikey.parser.SyntaxTreeAssert.roundTrip;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.Hint;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.parser.ast.Variable;
import io.partikey.testing.GoldenCases;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementParserTest {

  @Test
  void readsEveryKindOfStatement() throws IOException {
    GoldenCases.in(getClass(), "statements.txt").check(SyntaxTreeAssert::roundTrip);
  }

  @Test
  void readsWhatToolsSend() throws IOException {
    GoldenCases.in(getClass(), "tool-statements.txt").check(SyntaxTreeAssert::roundTrip);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1;", "SELECT 1 ; ", "SELECT 1;-- end", "\n\t/**/SELECT/**/1\f"})
  void allowsOneSemicolonAndAnythingBetweenTokens(String text) {
    assertThat(roundTrip(text)).isEqualTo("SELECT 1");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "-5, -5",
    "+5, 5",
    "- - 5, 5",
    "- + - - 5, -5",
    "-(-1), 1",
    "-/*c*/-5, 5",
    "4.2e6, 4.2e6",
    ".42e7, .42e7",
    "42e5, 42e5",
    "420e-1, 420e-1",
    "4.2e+6, 4.2e+6",
    "-.5, -.5",
    "1., 1.",
    "007, 007"
  })
  void foldsSignsIntoNumbersAndKeepsTheirText(String text, String number) {
    assertThat(StatementParser.parseExpression(text))
        .isInstanceOfSatisfying(
            NumberLiteral.class, literal -> assertThat(literal.text()).isEqualTo(number));
  }

  @Test
  void valueOfANumberIsExact() {
    NumberLiteral number = (NumberLiteral) StatementParser.parseExpression("-1.50e-3");

    assertThat(new BigDecimal(number.text())).isEqualByComparingTo("-0.0015");
  }

  @Test
  void twoHyphensBeginAComment() {
    assertThat(roundTrip("SELECT pk FROM t WHERE n = 1--1")).endsWith("n = 1");
  }

  @Test
  void blockCommentsDoNotNest() {
    assertThat(roundTrip("SELECT /* /* */ 1")).isEqualTo("SELECT 1");
  }

  @Test
  void keepsChainsOfAndAndOrFlatAndGroupsApart() {
    LogicalSyntax or =
        (LogicalSyntax) StatementParser.parseExpression("a OR b OR (c OR d) OR e AND f AND g");

    assertThat(or.operator()).isEqualTo(LogicalSyntax.Operator.OR);
    assertThat(or.operands()).hasSize(4);
    assertThat(or.operands().get(2))
        .isInstanceOfSatisfying(
            LogicalSyntax.class, group -> assertThat(group.operands()).hasSize(2));
    assertThat(or.operands().get(3))
        .isInstanceOfSatisfying(
            LogicalSyntax.class,
            and -> {
              assertThat(and.operator()).isEqualTo(LogicalSyntax.Operator.AND);
              assertThat(and.operands()).hasSize(3);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a + b * c ; a + b * c",
        "(a + b) * c ; (a + b) * c",
        "a - b - c ; a - b - c",
        "a - (b - c) ; a - (b - c)",
        "- a * b ; -a * b",
        "- (a * b) ; -(a * b)",
        "a || b + c ; a || b + c",
        "a + (b || c) ; a + (b || c)",
        "NOT a = 1 AND b = 2 ; NOT a = 1 AND b = 2",
        "NOT (a = 1 AND b = 2) ; NOT (a = 1 AND b = 2)",
        "(a = 1 OR b = 2) AND c = 3 ; (a = 1 OR b = 2) AND c = 3",
        "a = 1 OR (b = 2 AND c = 3) ; a = 1 OR b = 2 AND c = 3",
        "a = 1 = TRUE ; a = 1 = TRUE",
        "a = (b = 1) ; a = (b = 1)",
        "a BETWEEN 1 AND 2 AND b ; a BETWEEN 1 AND 2 AND b",
        "NOT a IN [1] ; NOT a IN [1]",
        "a NOT IN [1] ; a NOT IN [1]",
        "((a)) ; a",
        "a < b IS NULL ; a < b IS NULL"
      })
  void bindsOperatorsByPrecedence(String text, String canonical) {
    assertThat(roundTrip("SELECT * FROM t WHERE " + text))
        .isEqualTo("SELECT * FROM t WHERE " + canonical);
  }

  @Test
  void numbersParametersInTheOrderOfTheText() {
    Statement statement =
        StatementParser.parseStatement(
            "FROM t WHERE a = ? AND b LIKE '?' SET c = ?, \"d?\" = [?] REMOVE e -- ?\n");

    assertThat(statement.descendants())
        .filteredOn(ParameterSyntax.class::isInstance)
        .extracting(node -> ((ParameterSyntax) node).ordinal() + "@" + node.span().column())
        .containsExactly("1@18", "2@43", "3@54");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT /*+ ALLOW_SCAN, other */ * FROM t",
        "SELECT/*+ALLOW_SCAN*//* x *//*+other*/* FROM t",
        "INSERT /*+ ALLOW_SCAN other */ INTO t VALUE {}",
        "UPDATE /*+ ALLOW_SCAN other */ t SET a = 1",
        "FROM -- x\n /*+ ALLOW_SCAN other */ t SET a = 1",
        "DELETE /*+ ALLOW_SCAN other */ FROM t"
      })
  void takesHintsBehindTheVerb(String text) {
    assertThat(hints(StatementParser.parseStatement(text)))
        .extracting(Hint::name)
        .containsExactly("ALLOW_SCAN", "other");
  }

  @Test
  void hintsElsewhereAreComments() {
    assertThat(hints(StatementParser.parseStatement("SELECT * /*+ ALLOW_SCAN */ FROM t")))
        .isEmpty();
  }

  private static List<Hint> hints(Statement statement) {
    if (statement instanceof InsertStatement insert) {
      return insert.hints();
    }
    if (statement instanceof UpdateStatement update) {
      return update.hints();
    }
    if (statement instanceof DeleteStatement delete) {
      return delete.hints();
    }
    return select(statement).hints();
  }

  private static Select select(Statement statement) {
    return (Select) ((SelectStatement) statement).query().body();
  }

  @Test
  void keepsPositionsOfEverything() {
    String text = "SELECT 😀x,\n  upper(\"n\" || 'é') FROM \"T\"".replace("😀", "\"😀\".");
    ProjectionSyntax.Items items =
        (ProjectionSyntax.Items) select(StatementParser.parseStatement(text)).projection();

    assertThat(items.items())
        .extracting(SelectItem::span)
        .containsExactly(new SourceSpan(1, 8, 7, 13), new SourceSpan(2, 3, 17, 34));
    FunctionCallSyntax call =
        (FunctionCallSyntax) ((SelectItem.Column) items.items().get(1)).expression();
    assertThat(call.name().span().textIn(text)).isEqualTo("upper");
    assertThat(call.arguments().get(0).span().textIn(text)).isEqualTo("\"n\" || 'é'");
  }

  @Test
  void keepsThePositionOfOperators() {
    ArithmeticSyntax sum = (ArithmeticSyntax) StatementParser.parseExpression("a\n +b");

    assertThat(sum.operatorSpan()).hasToString("2:2:1");
    assertThat(sum.span()).isEqualTo(new SourceSpan(1, 1, 0, 5));
  }

  @Test
  void keepsWhetherNamesWereQuoted() {
    PathExpression path = (PathExpression) StatementParser.parseExpression("\"a\"\"b\".size");

    assertThat(path.root())
        .isInstanceOfSatisfying(
            Variable.class,
            variable -> {
              assertThat(variable.name().value()).isEqualTo("a\"b");
              assertThat(variable.name().quoted()).isTrue();
            });
    assertThat(path.descendants())
        .filteredOn(Identifier.class::isInstance)
        .extracting(node -> ((Identifier) node).quoted())
        .containsExactly(true, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Music | Music",
        "Music.ByGenre m | Music ByGenre",
        "\"main\".\"Music\".\"ByGenre\" | main Music ByGenre",
        "Music[0] | ''",
        "[1, 2] AS x | ''",
        "? AS x | ''"
      })
  void readsSourcesAsNamesWhereTheyAreNames(String source, String parts) {
    FromSource from =
        (FromSource) select(StatementParser.parseStatement("SELECT * FROM " + source)).from();

    assertThat(from).isNotNull();
    assertThat(from.tableName().map(QualifiedName::parts).orElse(List.of()))
        .extracting(Identifier::value)
        .containsExactly(parts.isEmpty() ? new String[0] : parts.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VALUE {'a': 1} | VALUE",
        "VALUES {'a': 1}, {'a': 2} | VALUES",
        "<<{'a': 1}, {'a': 2}>> | BAG",
        "VALUES <<{'a': 1}, {'a': 2}>> | BAG"
      })
  void keepsHowItemsWereWritten(String source, InsertSource.Items.Form form) {
    InsertStatement insert =
        (InsertStatement) StatementParser.parseStatement("INSERT INTO t " + source);

    assertThat(insert.source())
        .isInstanceOfSatisfying(
            InsertSource.Items.class, items -> assertThat(items.form()).isEqualTo(form));
  }

  @Test
  void readsStringsWithoutTheirQuotes() {
    ExpressionSyntax literal = StatementParser.parseExpression("'it''s \"so\" \\n'");

    assertThat(literal)
        .isInstanceOfSatisfying(
            StringLiteral.class, string -> assertThat(string.value()).isEqualTo("it's \"so\" \\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "status",
        "value",
        "count",
        "date",
        "user",
        "size",
        "key",
        "level",
        "year",
        "type",
        "data",
        "index",
        "role",
        "zone",
        "limit",
        "offset",
        "left",
        "set",
        "remove",
        "values",
        "first",
        "end",
        "table",
        "timestamp",
        "exists",
        "join",
        "union",
        "language",
        "new"
      })
  void leavesWordsFreeForAttributes(String word) {
    roundTrip("SELECT %1$s, a.%1$s AS %1$s FROM t WHERE %1$s = 1 ORDER BY %1$s".formatted(word));
    roundTrip("SELECT * FROM %1$s AS x WHERE x.%1$s = 1 LIMIT 1".formatted(word));
    roundTrip("UPDATE t SET %1$s = %1$s + 1 REMOVE %1$s WHERE %1$s = 1".formatted(word));
    roundTrip("INSERT INTO t (%1$s, b) VALUES (1, 2)".formatted(word));
  }

  @Test
  void takesSelectValueWhereAnExpressionFollows() {
    assertThat(select(StatementParser.parseStatement("SELECT value FROM t")).projection())
        .isInstanceOf(ProjectionSyntax.Items.class);
    assertThat(select(StatementParser.parseStatement("SELECT value, a FROM t")).projection())
        .isInstanceOf(ProjectionSyntax.Items.class);
    assertThat(select(StatementParser.parseStatement("SELECT VALUE a FROM t")).projection())
        .isInstanceOf(ProjectionSyntax.Value.class);
  }
}
