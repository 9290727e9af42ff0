package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.backend.GetResult;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.table.TableStatistics;

/** Reads of single items that cost what DynamoDB takes for them in a transaction. */
final class TransactionCostView implements ReadView {
  private final ReadView view;

  TransactionCostView(ReadView view) {
    this.view = view;
  }

  @Override
  public GetResult getItems(GetRequest request) {
    GetResult result =
        view.getItems(new GetRequest(request.table(), request.keys(), request.attributes(), true));
    ConsumedCapacity once = result.consumed();
    return new GetResult(result.items(), once.plus(once));
  }

  @Override
  public Page query(QueryRequest request) {
    return view.query(request);
  }

  @Override
  public Page scan(ScanRequest request) {
    return view.scan(request);
  }

  @Override
  public TableStatistics statistics(String table) {
    return view.statistics(table);
  }

  @Override
  public void close() {
    view.close();
  }
}
