package io.partikey.engine.backend;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A transaction of several writes was refused as a whole; one reason for each write, in order. */
public final class TransactionCanceledException extends EngineException {
  private static final long serialVersionUID = 1;

  private final transient List<Reason> reasons;

  public TransactionCanceledException(List<Reason> reasons) {
    super(
        ErrorCode.TRANSACTION_CANCELED,
        "Transaction cancelled, please refer cancellation reasons for specific reasons "
            + reasons.stream().map(Reason::code).collect(Collectors.joining(", ", "[", "]")));
    this.reasons = List.copyOf(reasons);
  }

  /** One reason for each write of the transaction, in the order of the request. */
  public List<Reason> reasons() {
    return reasons;
  }

  /**
   * Why one write of the transaction was refused.
   *
   * @param code DynamoDB's short code, {@code None} when this write was not at fault
   * @param message the message, absent with {@code None}
   * @param item the item that failed the condition, if the request asked for it
   */
  public record Reason(String code, Optional<String> message, Optional<Item> item) {
    /** The reason of a write that was not at fault. */
    public static final Reason NONE = new Reason("None", Optional.empty(), Optional.empty());

    /** A reason with a message and perhaps the item that it is about. */
    public static Reason of(String code, String message, @Nullable Item item) {
      return new Reason(code, Optional.of(message), Optional.ofNullable(item));
    }
  }
}
