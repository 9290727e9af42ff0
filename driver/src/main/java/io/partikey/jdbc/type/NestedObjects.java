package io.partikey.jdbc.type;

import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ItemLimits;
import io.partikey.engine.item.MemorySize;
import io.partikey.engine.item.NullValue;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Counts how deep the conversion of one object is inside of it, and what it has made so far:
 * objects may lie in themselves, and a few that share their elements may be very many values.
 */
final class NestedObjects {
  private int level = 1;
  private long bytes;
  private long limit = -1;

  /**
   * The value of an element; that of null is NULL.
   *
   * @throws EngineException with {@code LIMIT_EXCEEDED} if it lies too deep, or is too much with
   *     those before
   */
  AttributeValue element(@Nullable Object element) throws SQLException {
    level++;
    if (level > ItemLimits.MAX_VALUE_LEVELS) {
      throw ItemLimits.tooDeep();
    }
    AttributeValue value =
        element == null ? NullValue.NULL : ParameterConversions.toValue(element, this);
    count(MemorySize.ENTRY + (value.type().isDocument() ? 0 : MemorySize.of(value)));
    level--;
    return value;
  }

  private void count(long more) {
    if (limit < 0) {
      limit = MemoryLimit.BATCH.bytes();
    }
    bytes += more;
    if (bytes > limit) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "The object has so many elements that its value takes more than the "
              + MemoryLimit.inWords(limit)
              + " of memory that parameters may have. Set smaller ones, or start Java with a higher"
              + " limit: -D"
              + MemoryLimit.BATCH.property()
              + "=MEGABYTES.");
    }
  }
}
