package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.ConditionFailedException;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.Item;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.dynamodb.mistake.SyntaxMistakes;
import io.partikey.planner.dynamodb.select.ReadStatement;
import io.partikey.planner.dynamodb.select.SelectPage;
import io.partikey.planner.dynamodb.select.SelectPosition;
import io.partikey.planner.dynamodb.write.WriteStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one statement by itself. */
final class StatementExecution {
  private final Preparation preparation;
  private final boolean readOnly;

  StatementExecution(Preparation preparation, boolean readOnly) {
    this.preparation = preparation;
    this.readOnly = readOnly;
  }

  ExecuteStatementAnswer execute(ExecuteStatement request) {
    Preparation.Prepared prepared = prepare(request);
    prepared.requireAllowed(readOnly);
    if (prepared.compiled() instanceof ReadStatement read) {
      return page(read, prepared, request);
    }
    if (prepared.compiled() instanceof WriteStatement write) {
      Optional<WriteRequest> single = write.request(prepared.run());
      if (single.isPresent()) {
        return write(single.get(), request.returnFailedItem());
      }
    }
    return whole(prepared.compiled().execute(prepared.run()));
  }

  // EXISTS is no statement by itself, whatever else is wrong with it.
  private Preparation.Prepared prepare(ExecuteStatement request) {
    try {
      return preparation.prepare(
          request.statement(), request.parameters(), request.consistentRead());
    } catch (EngineException refusal) {
      if (StatementShape.of(request.statement()).kind() == StatementShape.Kind.CHECK) {
        throw new EngineException(ErrorCode.VALIDATION, SyntaxMistakes.ONLY_IN_TRANSACTIONS);
      }
      throw refusal;
    }
  }

  private static ExecuteStatementAnswer page(
      ReadStatement read, Preparation.Prepared prepared, ExecuteStatement request) {
    @Nullable String token = request.nextToken();
    SelectPosition from =
        token == null
            ? SelectPosition.START
            : NextToken.read(token, request.statement(), request.parameters());
    @Nullable Integer limit = request.limit();
    SelectPage page = read.page(prepared.run(), limit == null ? 0 : limit, from);
    return new ExecuteStatementAnswer(
        page.items(),
        page.next().map(next -> NextToken.of(next, request.statement(), request.parameters())),
        page.consumed());
  }

  private ExecuteStatementAnswer write(WriteRequest request, boolean returnFailedItem) {
    WriteResult result = preparation.backend().write(request, preparation.cancellation());
    refusal(request, result, returnFailedItem)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    return new ExecuteStatementAnswer(
        result.returned().map(List::of).orElse(List.of()), Optional.empty(), result.consumed());
  }

  /** Why a write was not done; empty if it was, or if there was nothing to delete. */
  static Optional<EngineException> refusal(
      WriteRequest request, WriteResult result, boolean returnFailedItem) {
    @Nullable Item failed = returnFailedItem ? result.returned().orElse(null) : null;
    return switch (result.outcome()) {
      case APPLIED -> Optional.empty();
      case NOT_FOUND ->
          request instanceof WriteRequest.Delete
              ? Optional.empty()
              : Optional.of(new ConditionFailedException(null));
      case CONDITION_FAILED -> Optional.of(new ConditionFailedException(failed));
      case DUPLICATE ->
          Optional.of(
              new EngineException(
                  ErrorCode.DUPLICATE_ITEM, "Duplicate primary key exists in table"));
    };
  }

  // What is no read or write of DynamoDB, e.g. a condition that is never true.
  private static ExecuteStatementAnswer whole(StatementResult result) {
    if (result instanceof StatementResult.Count count) {
      return new ExecuteStatementAnswer(List.of(), Optional.empty(), count.consumed());
    }
    List<Item> items = new ArrayList<>();
    try (RowCursor rows = ((StatementResult.Rows) result).rows()) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        items.add(row.get().item());
      }
      return new ExecuteStatementAnswer(items, Optional.empty(), rows.consumed());
    }
  }
}
