package io.partikey.planner.compile;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.ItemKey;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.dynamodb.mistake.SyntaxMistakes;
import io.partikey.planner.dynamodb.select.DynamoDbSelect;
import io.partikey.planner.dynamodb.write.CheckStatement;
import java.util.List;
import java.util.Objects;

/** EXISTS of DynamoDB's dialect, which runs in transactions only. */
final class CompiledCheck implements CheckStatement {
  private final DynamoDbSelect select;
  private final StatementParameters parameters;

  CompiledCheck(DynamoDbSelect select, StatementParameters parameters) {
    this.select = select;
    this.parameters = parameters;
  }

  @Override
  public StatementKind kind() {
    return StatementKind.WRITE;
  }

  @Override
  public boolean returnsRows() {
    return false;
  }

  @Override
  public List<ResultColumn> columns(Backend backend) {
    return List.of();
  }

  @Override
  public List<ParameterDescription> parameters() {
    return parameters.descriptions();
  }

  @Override
  public StatementResult execute(ExecutionRequest request) {
    if (request.items() instanceof Transaction transaction) {
      return new StatementResult.Count(0, transaction.write(check(request)).consumed());
    }
    throw new EngineException(ErrorCode.VALIDATION, SyntaxMistakes.ONLY_IN_TRANSACTIONS);
  }

  @Override
  public WriteRequest.Check check(ExecutionRequest request) {
    Parameters complete = parameters.complete(request).parameters();
    ItemKey key =
        select
            .checkedKey(complete)
            .orElseThrow(
                () ->
                    new EngineException(
                        ErrorCode.VALIDATION,
                        "EXISTS() must contain a single item read with additional condition"));
    return new WriteRequest.Check(
        select.table().name(),
        key,
        new BoundExpression(Objects.requireNonNull(select.condition()), complete));
  }
}
