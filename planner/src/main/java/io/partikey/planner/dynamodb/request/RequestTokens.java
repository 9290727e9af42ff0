package io.partikey.planner.dynamodb.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
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
 * The tokens of the transactions that were done in the last ten minutes, on whatever databases; of
 * a database itself nothing is kept. They are in memory and end with the process. Thread-safe.
 */
public final class RequestTokens {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Cache<Token, Done> done;
  private final ConcurrentMap<Token, String> running = new ConcurrentHashMap<>();

  /**
   * A token of a database.
   *
   * @param database the identity of the backend
   */
  private record Token(Object database, String text) {}

  /** A transaction that was done. */
  private record Done(String fingerprint, ExecuteTransactionAnswer answer) {}

  /** No tokens yet. */
  public RequestTokens() {
    this(Ticker.systemTicker(), Scheduler.systemScheduler());
  }

  RequestTokens(Ticker ticker, Scheduler scheduler) {
    this.done =
        Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .ticker(ticker)
            // Otherwise the last ones would stay until the next one comes.
            .scheduler(scheduler)
            .build();
  }

  /**
   * Runs a transaction unless one with its token was done.
   *
   * @param database the identity of the backend that it runs on
   * @throws EngineException if the token came with another transaction, or its own still runs
   */
  ExecuteTransactionAnswer once(
      Object database, ExecuteTransaction transaction, TransactionExecution execution) {
    Token token = new Token(database, Objects.requireNonNull(transaction.clientRequestToken()));
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

  /** How many are kept. */
  long kept() {
    done.cleanUp();
    return done.estimatedSize();
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
