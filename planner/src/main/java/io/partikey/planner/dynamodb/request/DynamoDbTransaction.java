package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.Transaction;
import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.dynamodb.select.ReadStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of DynamoDB's dialect that is given statement by statement: up to 100 statements on
 * one item each, no two on the same, all reads or all writes. Writes are gathered and done together
 * by commit, which is where their conditions are looked at; until then each counts as done. Reads
 * are answered at once, all of one moment.
 *
 * <p>Used by one thread at a time.
 */
public final class DynamoDbTransaction implements Transaction {
  private final Backend backend;
  private final List<WriteRequest> writes = new ArrayList<>();
  private final List<TableItem> written = new ArrayList<>();
  private final Set<TableItem> read = new HashSet<>();
  private @Nullable Transaction moment;

  /** A transaction that begins now. */
  public DynamoDbTransaction(Backend backend) {
    this.backend = backend;
  }

  /** A number of writes. */
  private record Mark(int writes) implements Savepoint {}

  /**
   * Lets a statement in, before it runs here.
   *
   * @param parameters the values of its parameters
   * @throws EngineException if DynamoDB has no such statement in a transaction, or not beside those
   *     before it
   */
  public void admit(CompiledStatement statement, Parameters parameters) {
    if (statement.kind() == StatementKind.QUERY) {
      if (!writes.isEmpty()) {
        throw readsBesideWrites();
      }
      admitRead(statement, parameters);
      return;
    }
    if (!read.isEmpty()) {
      throw readsBesideWrites();
    }
    if (statement.returnsRows()) {
      throw refused("RETURNING clause is not supported in ExecuteTransaction.");
    }
  }

  private void admitRead(CompiledStatement statement, Parameters parameters) {
    if (!(statement instanceof ReadStatement select)) {
      throw TransactionMembers.notOneItem();
    }
    if (select.select().index() != null) {
      throw refused("Reads on indices are not supported within transactions.");
    }
    ItemKey key = select.select().exactKey(parameters).orElseThrow(TransactionMembers::notOneItem);
    RequestShape.checkTransactionCount(read.size() + 1);
    if (!read.add(new TableItem(select.select().table().name(), key))) {
      throw repeatedItem();
    }
  }

  @Override
  public ReadView openView() {
    if (moment == null) {
      moment = backend.begin();
    }
    return new TransactionCostView(moment.openView());
  }

  @Override
  public WriteResult write(WriteRequest request) {
    TableDescription table =
        backend
            .catalog()
            .table(request.table())
            .orElseThrow(
                () -> new EngineException(ErrorCode.UNKNOWN_TABLE, "Requested resource not found"));
    TableItem item = TableItem.of(request, table);
    RequestShape.checkTransactionCount(writes.size() + 1);
    if (written.contains(item)) {
      throw repeatedItem();
    }
    writes.add(request);
    written.add(item);
    return new WriteResult(WriteResult.Outcome.APPLIED, Optional.empty(), ConsumedCapacity.NONE);
  }

  @Override
  public List<WriteResult> writeAtomically(List<WriteRequest> requests) {
    return requests.stream().map(this::write).toList();
  }

  /**
   * Does the writes.
   *
   * @throws TransactionCanceledException with one reason for each write, in order, if any cannot be
   *     done
   */
  @Override
  public void commit(Cancellation cancellation) {
    try {
      if (!writes.isEmpty()) {
        TransactionSize.check(writes, backend);
        backend.writeAtomically(writes, cancellation);
      }
    } catch (TransactionCanceledException canceled) {
      throw new TransactionCanceledException(
          TransactionExecution.reasons(canceled.reasons(), writes, number -> false));
    } finally {
      rollback();
    }
  }

  @Override
  public void commit() {
    commit(Cancellation.NEVER);
  }

  @Override
  public void rollback() {
    writes.clear();
    written.clear();
    read.clear();
    if (moment != null) {
      moment.close();
      moment = null;
    }
  }

  @Override
  public Savepoint savepoint() {
    return new Mark(writes.size());
  }

  @Override
  public void rollbackTo(Savepoint savepoint) {
    int kept = ((Mark) savepoint).writes();
    writes.subList(kept, writes.size()).clear();
    written.subList(kept, written.size()).clear();
  }

  @Override
  public void close() {
    rollback();
  }

  private static EngineException readsBesideWrites() {
    return refused(
        "ExecuteTransaction API does not support both read and write operations in the same"
            + " request.");
  }

  private static EngineException repeatedItem() {
    return refused("Transaction request cannot include multiple operations on one item");
  }

  private static EngineException refused(String message) {
    return new EngineException(ErrorCode.VALIDATION, message);
  }
}
