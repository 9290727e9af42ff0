package io.partikey.jdbc;

import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ItemLimits;
import io.partikey.engine.item.MemorySize;
import io.partikey.engine.item.NullValue;
import io.partikey.planner.api.Dialect;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The values that a prepared statement's parameters were set to, kept between executions. */
final class BoundParameters {
  private final @Nullable AttributeValue[] values;
  private final Dialect dialect;
  private final BitSet set = new BitSet();

  /**
   * @param count how many parameters the statement has
   * @param dialect whose words refuse more or fewer
   */
  BoundParameters(int count, Dialect dialect) {
    this.values = new AttributeValue[count];
    this.dialect = dialect;
  }

  int count() {
    return values.length;
  }

  /**
   * Sets a parameter, from 1; a null value is JDBC's null.
   *
   * @throws io.partikey.engine.error.EngineException if the value is nested too deep
   */
  void set(int index, @Nullable AttributeValue value) throws SQLException {
    checkIndex(index);
    if (value != null) {
      ItemLimits.checkValue(value);
    }
    values[index - 1] = value;
    set.set(index - 1);
  }

  /**
   * Refuses a parameter that there is not.
   *
   * @throws SQLException with state 22023; in the dialect of DynamoDB, for one beyond the last,
   *     with the service's message and state 07001
   */
  void checkIndex(int index) throws SQLException {
    if (index > values.length && dialect == Dialect.DYNAMODB) {
      throw SqlExceptions.wrongParameterCount();
    }
    if (index < 1 || index > values.length) {
      throw SqlExceptions.invalidArgument(
          "There is no parameter "
              + index
              + "; the statement has "
              + (values.length == 1 ? "1 parameter" : values.length + " parameters"));
    }
  }

  /** About how many bytes of memory the values take. */
  long memoryBytes() {
    long bytes = (long) values.length * Long.BYTES;
    for (@Nullable AttributeValue value : values) {
      bytes += value == null ? 0 : MemorySize.of(value);
    }
    return bytes;
  }

  void clear() {
    set.clear();
    Arrays.fill(values, null);
  }

  /**
   * The values for an execution.
   *
   * @param nullRemoves whether JDBC's null stands for a missing attribute, not for a stored NULL
   * @throws SQLException with state 07001 if a parameter was not set
   */
  Parameters toParameters(boolean nullRemoves) throws SQLException {
    int missing = set.nextClearBit(0);
    if (missing < values.length && dialect == Dialect.DYNAMODB) {
      throw SqlExceptions.wrongParameterCount();
    }
    if (missing < values.length) {
      throw SqlExceptions.parameterMissing("The parameter " + (missing + 1) + " was not set");
    }
    @Nullable AttributeValue[] bound = values.clone();
    if (!nullRemoves) {
      Arrays.setAll(bound, i -> values[i] == null ? NullValue.NULL : values[i]);
    }
    return Parameters.of(bound);
  }
}
