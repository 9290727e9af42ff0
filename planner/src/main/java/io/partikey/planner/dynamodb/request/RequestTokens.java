package io.partikey.planner.dynamodb.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.MemorySize;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the transactions that were done in the last ten minutes, on whatever databases; of
 * a database itself nothing is kept. They are in memory and end with the process. Thread-safe.
 *
 * <p>A token is never forgotten early, or what it stands for could be done twice: where the memory
 * for tokens is used up, a transaction with a new one is refused before anything of it is done. The
 * answers to reads, which are as large as what was read, are kept as long as there is memory for
 * them; without its answer a read is read again, since it changes nothing.
 */
public final class RequestTokens {
  private static final Duration KEPT = Duration.ofMinutes(10);

  // About what a token of 36 characters takes with its fingerprint and their place in a map.
  private static final int TOKEN_BYTES = 400;

  private final long limit = MemoryLimit.TOKENS.bytes();
  private final Cache<Token, String> done;
  private final Cache<Token, List<Optional<Item>>> answers;
  private final ConcurrentMap<Token, String> running = new ConcurrentHashMap<>();

  /**
   * A token of a database.
   *
   * @param database the identity of the backend
   */
  private record Token(Object database, String text) {}

  /** No tokens yet. */
  public RequestTokens() {
    this(Ticker.systemTicker(), Scheduler.systemScheduler());
  }

  RequestTokens(Ticker ticker, Scheduler scheduler) {
    // Otherwise the last ones would stay until the next one comes.
    this.done =
        Caffeine.newBuilder().expireAfterWrite(KEPT).ticker(ticker).scheduler(scheduler).build();
    this.answers =
        Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .ticker(ticker)
            .scheduler(scheduler)
            .maximumWeight(limit)
            .weigher(RequestTokens::bytes)
            .build();
  }

  private static int bytes(Token token, List<Optional<Item>> answer) {
    long bytes =
        TOKEN_BYTES + answer.stream().flatMap(Optional::stream).mapToLong(MemorySize::of).sum();
    return (int) Math.min(Integer.MAX_VALUE, bytes);
  }

  /**
   * Runs a transaction unless one with its token was done.
   *
   * @param database the identity of the backend that it runs on
   * @throws EngineException if the token came with another transaction, or its own still runs, or
   *     with {@code LIMIT_EXCEEDED} if it is new and there are too many
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
      @Nullable String before = done.getIfPresent(token);
      if (before == null) {
        makeRoom();
        ExecuteTransactionAnswer answer = execution.execute(transaction);
        keep(token, fingerprint, answer);
        return answer;
      }
      if (!before.equals(fingerprint)) {
        throw new EngineException(
            ErrorCode.TOKEN_MISMATCH,
            "Specified idempotent token was used with different request parameters within the"
                + " idempotency window");
      }
      return replay(token, transaction, execution);
    } finally {
      running.remove(token);
    }
  }

  /** How many are kept. */
  long kept() {
    done.cleanUp();
    return done.estimatedSize();
  }

  private void makeRoom() {
    if (done.estimatedSize() * TOKEN_BYTES >= limit && kept() * TOKEN_BYTES >= limit) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "The tokens of the "
              + kept()
              + " transactions of the last ten minutes take the "
              + MemoryLimit.inWords(limit)
              + " that the system property "
              + MemoryLimit.TOKENS.property()
              + " gives them. Nothing was done. Send it again in some minutes, or without a"
              + " token.");
    }
  }

  private void keep(Token token, String fingerprint, ExecuteTransactionAnswer answer) {
    done.put(token, fingerprint);
    if (!answer.responses().isEmpty()) {
      answers.put(token, answer.responses());
    }
  }

  private ExecuteTransactionAnswer replay(
      Token token, ExecuteTransaction transaction, TransactionExecution execution) {
    @Nullable List<Optional<Item>> answer = answers.getIfPresent(token);
    return answer == null && execution.reads(transaction)
        ? execution.execute(transaction)
        : new ExecuteTransactionAnswer(
            answer == null ? List.of() : answer, execution.costOfReplay(transaction));
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
