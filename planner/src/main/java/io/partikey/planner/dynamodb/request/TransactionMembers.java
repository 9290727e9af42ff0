package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.backend.TransactionCanceledException.Reason;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.dynamodb.mistake.MistakeException;
import io.partikey.planner.dynamodb.mistake.Stage;
import io.partikey.planner.dynamodb.select.ReadStatement;
import io.partikey.planner.dynamodb.write.CheckStatement;
import io.partikey.planner.dynamodb.write.WriteStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a transaction, checked as far as they can be before any item is looked at.
 *
 * <pre>
 * what is wrong                                    answer
 * the text, its operands, what no transaction has  refused, with the number of the statement
 * reads beside writes, two statements on an item   refused
 * an unknown table, a write that names no item     cancelled, the reason in its place
 * </pre>
 */
final class TransactionMembers {
  private final List<Read> reads = new ArrayList<>();
  private final List<WriteRequest> writes = new ArrayList<>();
  private final List<Supplier<TableItem>> named = new ArrayList<>();
  private final List<TableItem> items = new ArrayList<>();
  private final List<Reason> reasons = new ArrayList<>();
  private final List<EngineException> refusals = new ArrayList<>();

  /** A read of one item. */
  record Read(ReadStatement statement, Preparation.Prepared prepared, ItemKey key) {}

  private TransactionMembers() {}

  /**
   * The statements of a transaction.
   *
   * @throws EngineException if a statement or their combination is refused
   * @throws TransactionCanceledException if a statement cannot be run
   */
  static TransactionMembers of(
      ExecuteTransaction transaction, Preparation preparation, boolean readOnly) {
    TransactionMembers members = new TransactionMembers();
    int readCount = 0;
    for (int i = 0; i < transaction.statements().size(); i++) {
      readCount += members.add(transaction.statements().get(i), i, preparation, readOnly) ? 1 : 0;
    }
    members.throwIfRefused();
    if (readCount > 0 && readCount < transaction.statements().size()) {
      throw refused(
          "ExecuteTransaction API does not support both read and write operations in the same"
              + " request.");
    }
    members.named.forEach(item -> members.items.add(item.get()));
    if (members.items.stream().distinct().count() < members.items.size()) {
      throw refused("Transaction request cannot include multiple operations on one item");
    }
    if (members.reasons.stream().anyMatch(reason -> reason.message().isPresent())) {
      throw new TransactionCanceledException(members.reasons);
    }
    return members;
  }

  /** What is read, in order; none in a transaction of writes. */
  List<Read> reads() {
    return reads;
  }

  /** What is written and checked, in order; none in a transaction of reads. */
  List<WriteRequest> writes() {
    return writes;
  }

  /** The items, in order. */
  List<TableItem> items() {
    return items;
  }

  // Whether it is a read.
  private boolean add(
      RequestedStatement statement, int number, Preparation preparation, boolean readOnly) {
    try {
      Preparation.Prepared prepared =
          preparation.prepare(statement.statement(), statement.parameters(), false);
      prepared.requireAllowed(readOnly);
      if (prepared.isRead()) {
        addRead(prepared);
      } else {
        addWrite(prepared);
      }
      reasons.add(Reason.NONE);
      return prepared.isRead();
    } catch (EngineException refusal) {
      refuse(refusal, number, StatementShape.of(statement.statement()));
      return false;
    }
  }

  // DynamoDB reads all the texts before it looks at what they say.
  private void throwIfRefused() {
    refusals.stream()
        .filter(refusal -> refusal.code() == ErrorCode.SYNTAX_ERROR)
        .findFirst()
        .or(() -> refusals.stream().findFirst())
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  private void refuse(EngineException refusal, int number, StatementShape shape) {
    Stage stage = MistakeException.stageOf(refusal);
    Optional<Reason> reason = reason(refusal);
    if (stage.isAboutTable() && shape.onIndex()) {
      refusals.add(numbered(onIndex(shape), number));
    } else if (reason.isPresent()) {
      reasons.add(reason.get());
    } else if (!stage.precedesSingleItem() && shape.kind() == StatementShape.Kind.READ) {
      refusals.add(numbered(notOneItem(), number));
    } else if (stage == Stage.CONDITION_ALONE) {
      refusals.add(refused("Unsupported operation in transaction."));
    } else {
      refusals.add(stage == Stage.PERMISSION ? refusal : numbered(refusal, number));
    }
  }

  private static EngineException onIndex(StatementShape shape) {
    return refused(
        shape.kind() == StatementShape.Kind.CHECK
            ? "Operations on indices are not supported in transactions"
            : "Reads on indices are not supported within transactions.");
  }

  private void addRead(Preparation.Prepared prepared) {
    if (!(prepared.compiled() instanceof ReadStatement read)) {
      throw notOneItem();
    }
    @Nullable IndexDescription index = read.select().index();
    if (index != null) {
      throw refused("Reads on indices are not supported within transactions.");
    }
    read.select().check(prepared.run().parameters());
    ItemKey key =
        read.select()
            .equalKey(prepared.run().parameters())
            .orElseThrow(TransactionMembers::notOneItem);
    named.add(() -> new TableItem(read.select().table().name(), key));
    reads.add(new Read(read, prepared, key));
  }

  private void addWrite(Preparation.Prepared prepared) {
    if (prepared.compiled() instanceof CheckStatement check) {
      WriteRequest.Check request = check.check(prepared.run());
      named.add(() -> new TableItem(request.table(), request.key()));
      writes.add(request);
      return;
    }
    if (prepared.compiled().returnsRows()) {
      throw refused("RETURNING clause is not supported in ExecuteTransaction.");
    }
    WriteStatement write = (WriteStatement) prepared.compiled();
    WriteRequest request =
        write
            .request(prepared.run())
            .orElseThrow(() -> new EngineException(ErrorCode.NOT_KEYED, "names no item"));
    if (request instanceof WriteRequest.Put put) {
      requireKey(put.item(), write.table());
    }
    writes.add(request);
    named.add(() -> TableItem.of(request, write.table()));
  }

  private static void requireKey(Item item, TableDescription table) {
    for (KeyAttribute attribute : table.key().attributes()) {
      @Nullable AttributeValue value = item.get(attribute.name());
      if (value == null) {
        throw new EngineException(
            ErrorCode.KEY_MISSING,
            "One or more parameter values were invalid: Missing the key "
                + attribute.name()
                + " in the item");
      }
      if (value.type() != attribute.type()) {
        throw new EngineException(
            ErrorCode.KEY_MISSING,
            "Key attribute's data type should match its data type in table's schema: Key "
                + attribute.name());
      }
    }
  }

  static EngineException notOneItem() {
    return refused(
        "Select statements within ExecuteTransaction must specify the primary key in the where"
            + " clause.");
  }

  private static EngineException refused(String message) {
    return new EngineException(ErrorCode.VALIDATION, message);
  }

  private static Optional<Reason> reason(EngineException refusal) {
    return switch (refusal.code()) {
      case UNKNOWN_TABLE -> Optional.of(Reason.of("ResourceNotFound", refusal.getMessage(), null));
      case NOT_KEYED, KEY_INVALID ->
          Optional.of(
              Reason.of(
                  "ValidationError", "The provided key element does not match the schema", null));
      case KEY_MISSING -> Optional.of(Reason.of("ValidationError", refusal.getMessage(), null));
      default -> Optional.empty();
    };
  }

  private static EngineException numbered(EngineException refusal, int number) {
    return new EngineException(
        refusal.code(),
        "Validation failed in TransactStatements[" + number + "]: " + refusal.getMessage(),
        refusal.position().orElse(null),
        refusal);
  }
}
