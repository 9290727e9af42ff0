package io.partikey.planner.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.parser.ast.UnionAllSyntax;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.compile.UncachedPlanner;
import io.partikey.planner.search.context.Optimization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs a query in every way that must answer the same, and explains each. */
final class Runs {
  private static final KeySchema FLAT_KEY =
      new KeySchema(List.of(new KeyAttribute("id", AttributeType.N)), List.of());

  private final RandomDatabase database;
  private final RandomConditions.Statement statement;
  private final QuerySyntax query;
  private final boolean explained;
  private final boolean showsValue;
  private final ReferenceQueries reference;

  /**
   * Runs of a statement.
   *
   * @param explained whether each is explained and analyzed too
   */
  Runs(RandomDatabase database, RandomConditions.Statement statement, boolean explained) {
    this.explained = explained;
    this.database = database;
    this.statement = statement;
    this.query = ((SelectStatement) StatementParser.parseStatement(statement.text())).query();
    this.showsValue = showsValue(query);
    this.reference = new ReferenceQueries(database.reference(), statement.parameters());
  }

  // A row of columns is compared as an item, a value that is no row as it is.
  private static boolean showsValue(QuerySyntax query) {
    if (query.body() instanceof UnionAllSyntax union) {
      return showsValue(union.inputs().get(0));
    }
    return ((Select) query.body()).projection() instanceof ProjectionSyntax.Value value
        && !(value.expression() instanceof TupleLiteral)
        && !(value.expression() instanceof Variable name && name.name().value().equals("a"));
  }

  /** What became of a query. */
  enum Outcome {
    /** All agreed. */
    SAME,
    /** All refused a value of another type than the key that it is compared with. */
    REFUSED,
    /** A plan met an index that leaves out what the query asks for, and said so. */
    LEFT_OUT,
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
  Outcome compare(Set<Optimization> omitted) {
    ReferenceAnswer expected;
    try {
      expected = reference.answer(query, null);
    } catch (EngineException invalid) {
      return Outcome.ERROR;
    }
    boolean refused =
        new ReferenceKeyRule(database.reference()::key, reference.expressions()).refuses(query);
    boolean flatRefused =
        new ReferenceKeyRule(name -> FLAT_KEY, reference.expressions()).refuses(query);
    Outcome outcome = check("keyed", expected, database.keyed(), Set.of(), refused);
    if (!statement.text().matches(".*\\b(One|Two|Six)\\.(By|Local|Late).*")
        && outcome != Outcome.UNSUPPORTED) {
      check("flat", expected, database.flat(), Set.of(), flatRefused);
    }
    for (Optimization rule : omitted) {
      check("without " + rule, expected, database.keyed(), Set.of(rule), refused);
    }
    return outcome;
  }

  private Outcome check(
      String way,
      ReferenceAnswer expected,
      Backend backend,
      Set<Optimization> omitted,
      boolean refused) {
    try {
      check(way, expected, backend, omitted);
    } catch (EngineException error) {
      if (error.code() == ErrorCode.FEATURE_NOT_SUPPORTED) {
        return Outcome.UNSUPPORTED;
      }
      if (refused && error.code() == ErrorCode.KEY_INVALID) {
        return Outcome.REFUSED;
      }
      if (error.getMessage().contains(".Late has no entry of the items whose ")) {
        return Outcome.LEFT_OUT;
      }
      throw new AssertionError(way + ": " + error.code() + ": " + error.getMessage(), error);
    }
    if (refused) {
      throw new AssertionError(way + ": compares a key with another type");
    }
    return Outcome.SAME;
  }

  private void check(
      String way, ReferenceAnswer expected, Backend backend, Set<Optimization> omitted) {
    CompiledStatement compiled = compile(backend, "", omitted);
    List<Optional<AttributeValue>> rows = rows(compiled, backend);
    Optional<String> difference = expected.differenceFrom(rows);
    if (difference.isPresent()) {
      throw new AssertionError(
          way + ": " + difference.get() + "\n" + UncachedPlanner.explain(compiled, backend));
    }
    if (explained) {
      explain(way, compiled, backend, omitted, rows.size());
    }
  }

  private void explain(
      String way,
      CompiledStatement compiled,
      Backend backend,
      Set<Optimization> omitted,
      int rows) {
    List<String> analyzed =
        Explanations.lines(compile(backend, "EXPLAIN ANALYZE ", omitted), request(backend));
    assertThat(Explanations.rows(analyzed)).as(() -> way + "\n" + analyzed).isEqualTo(rows);
    assertThat(analyzed).hasSameSizeAs(UncachedPlanner.explain(compiled, backend).split("\n"));
  }

  private CompiledStatement compile(Backend backend, String before, Set<Optimization> omitted) {
    return new UncachedPlanner(backend, RandomDatabase.SETTINGS)
        .compile(before + statement.text(), omitted);
  }

  private ExecutionRequest request(Backend backend) {
    return ExecutionRequest.of(
        backend, Parameters.of(statement.parameters().toArray(AttributeValue[]::new)));
  }

  private List<Optional<AttributeValue>> rows(CompiledStatement compiled, Backend backend) {
    List<Optional<AttributeValue>> rows = new ArrayList<>();
    StatementResult.Rows result = (StatementResult.Rows) compiled.execute(request(backend));
    assertThat(compiled.parameters()).hasSameSizeAs(statement.parameters());
    assertThat(result.columns()).isEqualTo(compiled.columns(backend));
    try (RowCursor cursor = result.rows()) {
      for (Optional<Row> row = cursor.next(); row.isPresent(); row = cursor.next()) {
        rows.add(showsValue ? Optional.ofNullable(row.get().get(0)) : item(row.get()));
        if (!showsValue) {
          assertThat(result.columns())
              .extracting(column -> column.label())
              .containsAll(row.get().item().attributes().keySet());
        }
      }
    }
    return rows;
  }

  private static Optional<AttributeValue> item(Row row) {
    return Optional.of(new MapValue(row.item().attributes()));
  }
}
