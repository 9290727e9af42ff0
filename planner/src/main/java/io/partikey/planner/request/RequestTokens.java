package io.partikey.planner.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.DynamoJson;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the transactions that were done on a database in the last ten minutes. They are
 * kept in memory and end with the process. Thread-safe.
 */
public final class RequestTokens {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Cache<String, Done> done;
  private final ConcurrentMap<String, String> running = new ConcurrentHashMap<>();

  /** A transaction that was done. */
  private record Done(String fingerprint, ExecuteTransactionAnswer answer) {}

  /** No tokens yet. */
  public RequestTokens() {
    this(Ticker.systemTicker());
  }

  RequestTokens(Ticker ticker) {
    this.done = Caffeine.newBuilder().expireAfterWrite(KEPT).ticker(ticker).build();
  }

  /**
   * Runs a transaction unless one with its token was done.
   *
   * @throws EngineException if the token came with another transaction, or its own still runs
   */
  ExecuteTransactionAnswer once(ExecuteTransaction transaction, TransactionExecution execution) {
    String token = Objects.requireNonNull(transaction.clientRequestToken());
    String fingerprint = fingerprint(transaction);
    if (running.putIfAbsent(token, fingerprint) != null) {
      throw new EngineException(
          ErrorCode.TRANSACTION_IN_PROGRESS,
          "The transaction with the given request token is already in progress.");
    }
    try {
      @Nullable Done before = done.getIfPresent(token);
      if (before != null) {
        return replay(before, fingerprint, transaction, execution);
      }
      ExecuteTransactionAnswer answer = execution.execute(transaction);
      done.put(token, new Done(fingerprint, answer));
      return answer;
    } finally {
      running.remove(token);
    }
  }

  private static ExecuteTransactionAnswer replay(
      Done before,
      String fingerprint,
      ExecuteTransaction transaction,
      TransactionExecution execution) {
    if (!before.fingerprint().equals(fingerprint)) {
      throw new EngineException(
          ErrorCode.TOKEN_MISMATCH,
          "Specified idempotent token was used with different request parameters within the"
              + " idempotency window");
    }
    return new ExecuteTransactionAnswer(
        before.answer().responses(), execution.costOfReplay(transaction));
  }

  private static String fingerprint(ExecuteTransaction transaction) {
    Fingerprint fingerprint = new Fingerprint();
    for (RequestedStatement statement : transaction.statements()) {
      fingerprint.add(statement.statement());
      fingerprint.add(Boolean.toString(statement.returnFailedItem()));
      fingerprint.add(Integer.toString(statement.parameters().size()));
      statement.parameters().forEach(value -> fingerprint.add(DynamoJson.write(value)));
    }
    return fingerprint.text();
  }
}
