package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.planner.dynamodb.mistake.MistakeException;
import io.partikey.planner.dynamodb.mistake.SyntaxMistakes;
import io.partikey.planner.dynamodb.request.BatchExecuteStatementAnswer.Response;
import io.partikey.planner.dynamodb.request.BatchExecuteStatementAnswer.StatementError;
import io.partikey.planner.dynamodb.select.ReadStatement;
import io.partikey.planner.dynamodb.select.SelectPage;
import io.partikey.planner.dynamodb.select.SelectPosition;
import io.partikey.planner.dynamodb.write.CheckStatement;
import io.partikey.planner.dynamodb.write.WriteStatement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a batch one after the other. What is wrong with one statement is its own
 * answer; that reads stand beside writes, or two statements on one item, fails the batch before any
 * is run.
 */
final class BatchExecution {
  private final Preparation preparation;
  private final boolean readOnly;
  private ConsumedCapacity consumed = ConsumedCapacity.NONE;

  BatchExecution(Preparation preparation, boolean readOnly) {
    this.preparation = preparation;
    this.readOnly = readOnly;
  }

  /** A statement that is to be run, or why it is not, and of which kind it is in either case. */
  private record Member(
      StatementShape.Kind kind, @Nullable Work work, @Nullable EngineException refusal) {}

  /** A statement on one item. */
  private record Work(TableItem item, @Nullable Reading reading, @Nullable WriteRequest write) {}

  private record Reading(ReadStatement statement, Preparation.Prepared prepared) {}

  BatchExecuteStatementAnswer execute(BatchExecuteStatement batch) {
    List<Member> members = batch.statements().stream().map(this::member).toList();
    checkTogether(members);
    List<Response> responses = members.stream().map(this::run).toList();
    boolean anyDone = responses.stream().anyMatch(response -> response.error().isEmpty());
    return new BatchExecuteStatementAnswer(responses, anyDone ? consumed : ConsumedCapacity.NONE);
  }

  private Member member(RequestedStatement statement) {
    try {
      Work work = work(statement);
      return new Member(
          work.write() == null ? StatementShape.Kind.READ : StatementShape.Kind.WRITE, work, null);
    } catch (EngineException refusal) {
      StatementShape.Kind kind = StatementShape.of(statement.statement()).kind();
      if (kind == StatementShape.Kind.CHECK) {
        return new Member(kind, null, refused(SyntaxMistakes.ONLY_IN_TRANSACTIONS));
      }
      boolean notExact =
          kind == StatementShape.Kind.READ
              && !MistakeException.stageOf(refusal).precedesSingleItem();
      return new Member(kind, null, notExact ? notOneItem() : refusal);
    }
  }

  private Work work(RequestedStatement statement) {
    Preparation.Prepared prepared =
        preparation.prepare(
            statement.statement(), statement.parameters(), statement.consistentRead());
    prepared.requireAllowed(readOnly);
    if (prepared.compiled() instanceof WriteStatement write) {
      WriteRequest request =
          write
              .request(prepared.run())
              .orElseThrow(() -> refused("The provided key element does not match the schema"));
      return new Work(TableItem.of(request, write.table()), null, request);
    }
    if (prepared.compiled() instanceof CheckStatement) {
      throw refused(SyntaxMistakes.ONLY_IN_TRANSACTIONS);
    }
    if (!(prepared.compiled() instanceof ReadStatement read)) {
      throw notOneItem();
    }
    read.select().check(prepared.run().parameters());
    ItemKey key =
        read.select().exactKey(prepared.run().parameters()).orElseThrow(BatchExecution::notOneItem);
    return new Work(
        new TableItem(read.select().table().name(), key), new Reading(read, prepared), null);
  }

  private static EngineException notOneItem() {
    return refused(
        "Select statements within BatchExecuteStatement must specify the primary key in the where"
            + " clause.");
  }

  private static void checkTogether(List<Member> members) {
    if (has(members, StatementShape.Kind.READ) && has(members, StatementShape.Kind.WRITE)) {
      throw refused("Read and write requests together in the same batch is not supported.");
    }
    List<TableItem> items =
        members.stream()
            .flatMap(member -> Stream.ofNullable(member.work()))
            .map(Work::item)
            .toList();
    if (items.stream().distinct().count() < items.size()) {
      throw refused("Provided list of item keys contains duplicates");
    }
  }

  private static boolean has(List<Member> members, StatementShape.Kind kind) {
    return members.stream().anyMatch(member -> member.kind() == kind);
  }

  private static EngineException refused(String message) {
    return new EngineException(ErrorCode.VALIDATION, message);
  }

  private Response run(Member member) {
    preparation.cancellation().check();
    @Nullable Work work = member.work();
    if (work == null) {
      return failed(Optional.empty(), Objects.requireNonNull(member.refusal()));
    }
    @Nullable WriteRequest write = work.write();
    try {
      return write == null
          ? read(Objects.requireNonNull(work.reading()), work.item().table())
          : write(write);
    } catch (EngineException refusal) {
      boolean looked = write instanceof WriteRequest.Update && !isAboutKey(refusal);
      return failed(looked ? Optional.of(work.item().table()) : Optional.empty(), refusal);
    }
  }

  private static boolean isAboutKey(EngineException refusal) {
    return refusal.code() == ErrorCode.KEY_INVALID || refusal.code() == ErrorCode.KEY_MISSING;
  }

  private Response read(Reading reading, String table) {
    SelectPage page = reading.statement().page(reading.prepared().run(), 0, SelectPosition.START);
    consumed = consumed.plus(page.consumed());
    Optional<Item> item = page.items().stream().findFirst();
    return new Response(Optional.of(table), item, Optional.empty());
  }

  private Response write(WriteRequest request) {
    WriteResult result = preparation.backend().write(request, preparation.cancellation());
    consumed = consumed.plus(result.consumed());
    Optional<String> table = Optional.of(request.table());
    Optional<EngineException> refusal = StatementExecution.refusal(request, result, false);
    return refusal.isPresent()
        ? failed(table, refusal.get())
        : new Response(table, result.returned(), Optional.empty());
  }

  private static Response failed(Optional<String> table, EngineException refusal) {
    return new Response(
        table,
        Optional.empty(),
        Optional.of(new StatementError(shortCode(refusal.code()), refusal.getMessage())));
  }

  /** The code of an error as the answers of batches have it. */
  private static String shortCode(ErrorCode code) {
    return switch (code) {
      case UNKNOWN_TABLE -> "ResourceNotFound";
      case DUPLICATE_ITEM -> "DuplicateItem";
      case CONDITION_FAILED -> "ConditionalCheckFailed";
      case TRANSACTION_CONFLICT -> "TransactionConflict";
      case COLLECTION_SIZE_EXCEEDED -> "ItemCollectionSizeLimitExceeded";
      case THROTTLED -> "ProvisionedThroughputExceeded";
      case READ_ONLY -> "AccessDenied";
      case DISK_FULL, CORRUPT, STORAGE_FAILED, INTERNAL -> "InternalServerError";
      default -> "ValidationError";
    };
  }
}
