package io.partikey.shell.transfer;

import io.partikey.shell.session.Display;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The items that could not be read or written, and whether they are too many. Those that are passed
 * over are told at once. Thread-safe.
 */
final class Rejections {
  private final Display display;
  private final ProgressBar progress;
  private final long allowed;
  private long count;
  private @Nullable String fatal;

  Rejections(Display display, ProgressBar progress, long allowed) {
    this.display = display;
    this.progress = progress;
    this.allowed = allowed;
  }

  /**
   * Adds an item by its place and the reason.
   *
   * @return whether there may be more items
   */
  synchronized boolean add(String placeAndReason) {
    if (fatal != null) {
      return false;
    }
    if (count == allowed) {
      fatal = placeAndReason;
      return false;
    }
    count++;
    progress.clear();
    display.message(placeAndReason);
    return true;
  }

  /** Ends everything for a reason that is not that of an item. */
  synchronized void stop(String reason) {
    if (fatal == null) {
      fatal = reason;
    }
  }

  /** Why no more items are to be read, if that is so; those that were read are still written. */
  synchronized Optional<String> fatal() {
    return Optional.ofNullable(fatal);
  }

  /** How many more items may be passed over. */
  synchronized long remaining() {
    return allowed - count;
  }

  /** How many items were passed over. */
  synchronized long count() {
    return count;
  }
}
