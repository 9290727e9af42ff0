package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reads that the service takes a SELECT apart into: one for each partition value and sort
 * condition. It refuses reads of one collection that may meet, and too many of them. A condition
 * that does not bound the partition key in every branch is one scan, of which nothing is asked.
 * Immutable.
 *
 * @param key the key of the table or index
 * @param branches the branches, none for a scan
 */
record ServiceReads(@Nullable KeySchema key, List<ServiceBranch> branches) {
  /** One scan. */
  static final ServiceReads SCAN = new ServiceReads(null, List.of());

  private static final int MOST_READS = 50;

  ServiceReads {
    branches = List.copyOf(branches);
  }

  /** The reads of a condition over attributes by name. */
  static ServiceReads of(@Nullable Expression condition, KeySchema key) {
    if (condition == null) {
      return SCAN;
    }
    String partition = key.partition().get(0).name();
    Optional<String> sort = key.sort().stream().map(KeyAttribute::name).findFirst();
    List<ServiceBranch> branches = new ArrayList<>();
    for (List<Expression> terms : new ServiceBranching(partition, sort).branches(condition)) {
      Optional<ServiceBranch> branch = ServiceBranch.of(terms, partition, sort);
      if (branch.isEmpty()) {
        return SCAN;
      }
      branches.add(branch.get());
    }
    return new ServiceReads(key, branches);
  }

  /** How many branches bound the partition key; 0 for a scan. */
  int partitions() {
    return (int) branches.stream().map(ServiceBranch::partition).distinct().count();
  }

  /**
   * Checks the reads for the values of parameters.
   *
   * @throws EngineException with the service's message
   */
  void check(Parameters parameters) {
    if (key == null) {
      return;
    }
    Environment values = Environment.of(parameters);
    for (ServiceBranch branch : branches) {
      checkKeys(branch, key, values);
    }
    for (int second = 1; second < branches.size(); second++) {
      for (int first = 0; first < second; first++) {
        if (meet(branches.get(first), branches.get(second), values)) {
          throw new EngineException(
              ErrorCode.VALIDATION,
              "Overlapping conditions with range keys are not supported in where clause");
        }
      }
    }
    if (branches.size() > MOST_READS) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED, "Too many decomposed read operations for a given query.");
    }
  }

  private static void checkKeys(ServiceBranch branch, KeySchema key, Environment values) {
    @Nullable AttributeValue partition = branch.partition().evaluate(values);
    if (partition != null) {
      checkKey(key.partition().get(0), partition);
    }
    for (AttributeValue sort : branch.sortValues(values)) {
      checkKey(key.sort().get(0), sort);
    }
  }

  private static void checkKey(KeyAttribute attribute, AttributeValue value) {
    if (value.type() != attribute.type()) {
      throw new EngineException(
          ErrorCode.KEY_INVALID,
          "Key attribute's data type should match its data type in table's schema: Key "
              + attribute.name());
    }
    boolean emptyText = value instanceof StringValue text && text.text().isEmpty();
    boolean emptyBinary = value instanceof BinaryValue binary && binary.length() == 0;
    if (emptyText || emptyBinary) {
      throw new EngineException(
          ErrorCode.KEY_INVALID,
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty "
              + (emptyText ? "string" : "binary")
              + " value. Key: "
              + attribute.name());
    }
  }

  // A value that comes twice in the list of an IN is read once.
  private static boolean meet(ServiceBranch one, ServiceBranch other, Environment values) {
    @Nullable AttributeValue partition = one.partition().evaluate(values);
    if (partition == null || !partition.equals(other.partition().evaluate(values))) {
      return false;
    }
    SortInterval interval = one.interval(values);
    SortInterval otherInterval = other.interval(values);
    boolean repeated = one.listed() && other.listed() && interval.equals(otherInterval);
    return !repeated && interval.meets(otherInterval);
  }
}
