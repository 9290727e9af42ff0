package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.backend.GetResult;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.backend.TransactionCanceledException.Reason;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.item.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a transaction. Reads are of one moment; both reads and writes cost double.
 */
final class TransactionExecution {
  private final Preparation preparation;
  private final boolean readOnly;

  TransactionExecution(Preparation preparation, boolean readOnly) {
    this.preparation = preparation;
    this.readOnly = readOnly;
  }

  ExecuteTransactionAnswer execute(ExecuteTransaction transaction) {
    TransactionMembers members = TransactionMembers.of(transaction, preparation, readOnly);
    return members.reads().isEmpty()
        ? write(members.writes(), transaction.statements())
        : read(members);
  }

  /** Whether a transaction only reads. */
  boolean reads(ExecuteTransaction transaction) {
    return !TransactionMembers.of(transaction, preparation, readOnly).reads().isEmpty();
  }

  /** What it costs to find that a transaction was done before: reads of its items. */
  ConsumedCapacity costOfReplay(ExecuteTransaction transaction) {
    TransactionMembers members = TransactionMembers.of(transaction, preparation, readOnly);
    try (ReadView view = preparation.backend().openView()) {
      ConsumedCapacity consumed = ConsumedCapacity.NONE;
      for (TableItem item : members.items()) {
        consumed = consumed.plus(doubled(get(view, item).consumed()));
      }
      return consumed;
    }
  }

  private ExecuteTransactionAnswer read(TransactionMembers members) {
    try (ReadView view = preparation.backend().openView()) {
      List<Optional<Item>> found = new ArrayList<>();
      ConsumedCapacity consumed = ConsumedCapacity.NONE;
      TransactionSize size = new TransactionSize();
      for (int i = 0; i < members.reads().size(); i++) {
        TransactionMembers.Read read = members.reads().get(i);
        GetResult result = get(view, members.items().get(i));
        consumed = consumed.plus(doubled(result.consumed()));
        Optional<Item> item = Optional.ofNullable(result.items().get(0));
        item.ifPresent(size::add);
        found.add(item.map(whole -> read.statement().show(whole, read.prepared().run())));
      }
      return new ExecuteTransactionAnswer(found, consumed);
    }
  }

  private static GetResult get(ReadView view, TableItem item) {
    return view.getItems(
        new GetRequest(item.table(), List.of(item.key()), AttributeSelection.ALL, true));
  }

  private static ConsumedCapacity doubled(ConsumedCapacity once) {
    return once.plus(once);
  }

  private ExecuteTransactionAnswer write(
      List<WriteRequest> writes, List<RequestedStatement> statements) {
    TransactionSize.check(writes, preparation.backend());
    try {
      ConsumedCapacity consumed = ConsumedCapacity.NONE;
      for (WriteResult result :
          preparation.backend().writeAtomically(writes, preparation.cancellation())) {
        consumed = consumed.plus(result.consumed());
      }
      return new ExecuteTransactionAnswer(List.of(), consumed);
    } catch (TransactionCanceledException canceled) {
      throw new TransactionCanceledException(
          reasons(canceled.reasons(), writes, number -> statements.get(number).returnFailedItem()));
    }
  }

  /**
   * The reasons against writes as DynamoDB gives them.
   *
   * @param returnFailedItem whether the reason of a write has the item that failed its condition
   */
  static List<Reason> reasons(
      List<Reason> given, List<WriteRequest> writes, IntPredicate returnFailedItem) {
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Reason reason = given.get(i);
      boolean condition = reason.code().equals("ConditionalCheckFailed");
      boolean check = writes.get(i) instanceof WriteRequest.Check;
      @Nullable Item item =
          condition && !check && returnFailedItem.test(i) ? reason.item().orElse(null) : null;
      // DynamoDB ends this sentence with a full stop for EXISTS alone.
      reasons.add(
          new Reason(
              reason.code(),
              reason.message().map(message -> condition && check ? message + "." : message),
              Optional.ofNullable(item)));
    }
    return reasons;
  }
}
