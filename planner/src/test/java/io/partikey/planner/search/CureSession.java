package io.partikey.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.planner.TestSession;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.api.StatementResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A database with the tables of a design and items for one statement. Every parameter is 1. */
record CureSession(TestSession session) implements AutoCloseable {
  static CureSession open(TableDesign design, String statement) {
    CureSession session = new CureSession(TestSession.open(PlannerSettings.DEFAULT));
    design.definitions().forEach(session::rows);
    CureData.of(design, statement).forEach(session::rows);
    return session;
  }

  /** Runs a statement; what it says if it is refused for want of a key. */
  Optional<EngineException> refusal(String statement) {
    try {
      rows(statement);
      return Optional.empty();
    } catch (EngineException refused) {
      assertThat(refused.code())
          .as("%s: %s", statement, refused.getMessage())
          .isEqualTo(ErrorCode.NOT_KEYED);
      return Optional.of(refused);
    }
  }

  /** Runs a statement; its rows as text. */
  List<String> rows(String statement) {
    CompiledStatement compiled = session.compile(statement);
    List<AttributeValue> parameters = new ArrayList<>();
    compiled
        .parameters()
        .forEach(
            each ->
                parameters.add(
                    each.type().equals(Optional.of(AttributeType.N))
                        ? NumberValue.of(1)
                        : new StringValue("1")));
    StatementResult result =
        compiled.execute(
            ExecutionRequest.of(
                session.backend(), Parameters.of(parameters.toArray(AttributeValue[]::new))));
    List<String> rows = new ArrayList<>();
    if (result instanceof StatementResult.Rows found) {
      try (RowCursor cursor = found.rows()) {
        for (Optional<Row> row = cursor.next(); row.isPresent(); row = cursor.next()) {
          rows.add(row.get().item().toString());
        }
      }
    }
    return rows;
  }

  /** What a statement would warn of. */
  List<String> warnings(String statement) {
    return session.compile(statement).warnings(session.backend());
  }

  @Override
  public void close() {
    session.close();
  }
}
