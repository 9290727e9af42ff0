package io.partikey.planner.compile;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.Item;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.dynamodb.select.DynamoDbSelect;
import io.partikey.planner.dynamodb.select.ReadStatement;
import io.partikey.planner.dynamodb.select.SelectPage;
import io.partikey.planner.dynamodb.select.SelectPosition;
import io.partikey.planner.dynamodb.select.SelectReading;
import io.partikey.planner.execute.ResultLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT of DynamoDB's dialect, ready to run: read by read as DynamoDB does, without a search for
 * anything cheaper.
 */
final class CompiledDynamoDbSelect implements ReadStatement {
  private final DynamoDbSelect select;
  private final @Nullable String refusalUnlessCapped;
  private final OutputLayout output;
  private final StatementParameters parameters;

  /**
   * A statement.
   *
   * @param refusalUnlessCapped what it is refused with when nothing caps its rows, null for a
   *     statement that may run either way
   */
  CompiledDynamoDbSelect(
      DynamoDbSelect select,
      @Nullable String refusalUnlessCapped,
      OutputLayout output,
      StatementParameters parameters) {
    this.select = select;
    this.refusalUnlessCapped = refusalUnlessCapped;
    this.output = output;
    this.parameters = parameters;
  }

  @Override
  public StatementKind kind() {
    return StatementKind.QUERY;
  }

  @Override
  public boolean returnsRows() {
    return true;
  }

  @Override
  public List<ResultColumn> columns(Backend backend) {
    return output.on(backend).columns();
  }

  @Override
  public List<ParameterDescription> parameters() {
    return parameters.descriptions();
  }

  @Override
  public StatementResult execute(ExecutionRequest request) {
    requireCap(request.maxRows());
    ExecutionRequest complete = parameters.complete(request);
    ResultLayout layout = output.on(request.backend());
    return new StatementResult.Rows(layout.columns(), SelectReading.open(select, layout, complete));
  }

  private void requireCap(long cap) {
    if (refusalUnlessCapped != null && cap == 0) {
      throw new EngineException(ErrorCode.NOT_KEYED, refusalUnlessCapped);
    }
  }

  @Override
  public DynamoDbSelect select() {
    return select;
  }

  @Override
  public SelectPage page(ExecutionRequest request, int limit, SelectPosition from) {
    requireCap(limit);
    ExecutionRequest complete = parameters.complete(request);
    return SelectReading.page(select, output.on(request.backend()), complete, limit, from);
  }

  @Override
  public Item show(Item item, ExecutionRequest request) {
    return SelectReading.show(select, output.on(request.backend()), request, item);
  }
}
