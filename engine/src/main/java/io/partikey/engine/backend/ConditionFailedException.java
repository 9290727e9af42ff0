package io.partikey.engine.backend;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.Item;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The condition of a write did not hold; carries the item that failed it when it was asked for. */
public final class ConditionFailedException extends EngineException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable Item item;

  public ConditionFailedException(@Nullable Item item) {
    super(ErrorCode.CONDITION_FAILED, "The conditional request failed");
    this.item = item;
  }

  /** The item as it was when the condition failed, if the request asked for it. */
  public Optional<Item> item() {
    return Optional.ofNullable(item);
  }
}
