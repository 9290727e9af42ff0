package io.partikey.planner.equivalence;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.MapValue;
import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.Projection;
import io.partikey.parser.ast.Query;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.parser.ast.UnionAll;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.CompiledStatement;
import io.partikey.planner.ExecutionRequest;
import io.partikey.planner.Row;
import io.partikey.planner.RowCursor;
import io.partikey.planner.StatementResult;
import io.partikey.planner.UncachedPlanner;
import io.partikey.planner.search.SearchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs a query in every way that must answer the same. */
final class Runs {
  private final RandomDatabase database;
  private final RandomConditions.Statement statement;
  private final Query query;
  private final boolean showsValue;

  Runs(RandomDatabase database, RandomConditions.Statement statement) {
    this.database = database;
    this.statement = statement;
    this.query = ((SelectStatement) StatementParser.parseStatement(statement.text())).query();
    this.showsValue = showsValue(query);
  }

  // A row of columns is compared as an item, a value that is no row as it is.
  private static boolean showsValue(Query query) {
    if (query.body() instanceof UnionAll union) {
      return showsValue(union.inputs().get(0));
    }
    return ((Select) query.body()).projection() instanceof Projection.Value value
        && !(value.expression() instanceof TupleLiteral)
        && !(value.expression() instanceof Variable);
  }

  /** What became of a query. */
  enum Outcome {
    /** All agreed. */
    SAME,
    /** The language does not have it. */
    UNSUPPORTED,
    /** The reference interpreter cannot compute it. */
    ERROR
  }

  /**
   * Compares a query's answers; raises what is wrong.
   *
   * @param omitted the rules to leave out, one at a time
   */
  Outcome compare(Set<SearchRule> omitted) {
    ReferenceAnswer expected;
    try {
      expected =
          new ReferenceQueries(database.reference(), statement.parameters()).answer(query, null);
    } catch (EngineException invalid) {
      return Outcome.ERROR;
    }
    try {
      check("keyed", expected, database.keyed(), Set.of());
      if (!statement.text().matches(".*\\b(One|Two|Six)\\.(By|Local).*")) {
        check("flat", expected, database.flat(), Set.of());
      }
      for (SearchRule rule : omitted) {
        check("without " + rule, expected, database.keyed(), Set.of(rule));
      }
    } catch (EngineException refused) {
      if (refused.code() == ErrorCode.FEATURE_NOT_SUPPORTED) {
        return Outcome.UNSUPPORTED;
      }
      throw new AssertionError(refused.code() + ": " + refused.getMessage(), refused);
    }
    return Outcome.SAME;
  }

  private void check(
      String way, ReferenceAnswer expected, Backend backend, Set<SearchRule> omitted) {
    CompiledStatement compiled =
        new UncachedPlanner(backend, RandomDatabase.SETTINGS).compile(statement.text(), omitted);
    Optional<String> difference =
        expected.differenceFrom(rows(compiled, backend, statement.parameters()));
    if (difference.isPresent()) {
      throw new AssertionError(
          way + ": " + difference.get() + "\n" + UncachedPlanner.explain(compiled, backend));
    }
  }

  private List<Optional<AttributeValue>> rows(
      CompiledStatement compiled, Backend backend, List<AttributeValue> parameters) {
    ExecutionRequest request =
        ExecutionRequest.of(backend, Parameters.of(parameters.toArray(AttributeValue[]::new)));
    List<Optional<AttributeValue>> rows = new ArrayList<>();
    try (RowCursor cursor = ((StatementResult.Rows) compiled.execute(request)).rows()) {
      for (Optional<Row> row = cursor.next(); row.isPresent(); row = cursor.next()) {
        rows.add(showsValue ? Optional.ofNullable(row.get().get(0)) : item(row.get()));
      }
    }
    return rows;
  }

  private static Optional<AttributeValue> item(Row row) {
    return Optional.of(new MapValue(row.item().attributes()));
  }
}
