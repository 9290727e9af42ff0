package io.partikey.engine.store.catalog;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.rocks.RowBatch;
import io.partikey.engine.store.rocks.RowStore;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * The formats of rows and records. A database has the one that its head names; older ones become
 * the current one step by step, newer ones are refused:
 *
 * <pre>
 * format 1 --step 0--> format 2 --step 1--> ... --> current format
 * </pre>
 *
 * <p>A step and the new format are one batch, so that an upgrade that is interrupted goes on where
 * it was. A step that is too large for a batch commits batches of its own before, and comes to the
 * same end from whatever of them was done; the new format is written with the last. A format is
 * another one when programs of before would misread what is written now.
 *
 * @param steps what leads from each format to the next
 */
record DatabaseFormat(List<Step> steps) {
  /** The format of this version, which is the first. */
  static final DatabaseFormat CURRENT = new DatabaseFormat(List.of());

  DatabaseFormat {
    steps = List.copyOf(steps);
  }

  /** Makes a batch turn the rows and records of one format into those of the next. */
  @FunctionalInterface
  interface Step {
    void upgrade(RowStore store, RowBatch batch);
  }

  /** The number of the format that is written. */
  int number() {
    return 1 + steps.size();
  }

  /**
   * Brings a database to the current format.
   *
   * @param formatOf reads the format of a database, 0 if it is new
   * @throws EngineException with {@code CANNOT_OPEN} if it is newer, or if it is older and cannot
   *     be written
   */
  void upgrade(RowStore store, ToIntFunction<RowStore> formatOf) {
    int format = formatOf.applyAsInt(store);
    if (format == 0 || format == number()) {
      return;
    }
    if (format > number()) {
      throw refusal(
          store,
          format,
          "this version of PartiKey knows formats up to "
              + number()
              + ". Open it with the newer version that wrote it");
    }
    if (store.isReadOnly()) {
      throw refusal(
          store,
          format,
          "this version of PartiKey reads format "
              + number()
              + ". Open it once without readOnly, where its directory can be written, to upgrade"
              + " it");
    }
    for (Step step : steps.subList(format - 1, steps.size())) {
      try (RowBatch batch = store.newBatch()) {
        step.upgrade(store, batch);
        Definitions.nameNextFormat(store, batch);
        store.commit(batch, true);
      }
    }
  }

  private static EngineException refusal(RowStore store, int format, String reason) {
    String name = store.name();
    return new EngineException(
        ErrorCode.CANNOT_OPEN,
        name.substring(0, 1).toUpperCase(Locale.ROOT)
            + name.substring(1)
            + " cannot be opened: it has format "
            + format
            + ", and "
            + reason
            + ".");
  }
}
