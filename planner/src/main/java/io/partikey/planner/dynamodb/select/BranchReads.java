package io.partikey.planner.dynamodb.select;

import io.partikey.engine.backend.Interval;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeyRules;
import io.partikey.engine.table.KeySchema;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The branches that DynamoDB splits a condition into, and the reads that they are: one for each
 * partition value and sort condition. Immutable.
 *
 * <p>Where a branch has conditions on a key attribute beside the one that it is read by, DynamoDB
 * reads the whole table and does not ask whether branches meet. Here the collections that are named
 * are read all the same, each once, and the whole condition filters them.
 *
 * @param key the key of the table or index
 * @param branches the branches, none without a condition
 */
record BranchReads(KeySchema key, List<Branch> branches) {
  private static final int MOST_READS = 50;
  private static final Comparator<AttributeValue> BY_VALUE =
      (left, right) -> ScalarOrder.compare(left, right).orElse(0);

  /** A read, and where it begins. */
  private record Stretch(AttributeValue partition, Interval sort) {
    KeyRead read() {
      return new KeyRead(partition, sort.condition(), sort.point().isPresent());
    }

    @Nullable AttributeValue from() {
      return sort.lower() == null ? null : sort.lower().value();
    }

    boolean isFromBehind() {
      return sort.lower() != null && !sort.lower().inclusive();
    }
  }

  BranchReads {
    branches = List.copyOf(branches);
  }

  /** The reads of a condition over attributes by name. */
  static BranchReads of(@Nullable Expression condition, KeySchema key) {
    if (condition == null) {
      return new BranchReads(key, List.of());
    }
    String partition = key.partition().get(0).name();
    Optional<String> sort = key.sort().stream().map(KeyAttribute::name).findFirst();
    return new BranchReads(
        key,
        new Branching(partition, sort)
            .branches(condition).stream().map(terms -> Branch.of(terms, partition, sort)).toList());
  }

  /** Whether every branch names a partition. */
  boolean isKeyed() {
    return !branches.isEmpty() && branches.stream().allMatch(Branch::isKeyed);
  }

  /** Whether DynamoDB reads the whole table or index for these values of parameters. */
  boolean isScan(Environment values) {
    return !isKeyed() || branches.stream().anyMatch(branch -> branch.isScan(values));
  }

  /** How many partition values there are. */
  int partitions(Environment values) {
    return (int)
        branches.stream()
            .flatMap(branch -> branch.partitionValues(values).stream())
            .distinct()
            .count();
  }

  /** A value that a key cannot have, in a condition that is no scan; sort keys come first. */
  Optional<Mistake> ofKeys(Environment values) {
    return Mistake.first(branches, branch -> ofSortKeys(branch, values))
        .or(() -> Mistake.first(branches, branch -> ofPartitionKeys(branch, values)));
  }

  private Optional<Mistake> ofSortKeys(Branch branch, Environment values) {
    return Mistake.first(
        branch.sortValues(values),
        value ->
            Mistake.raisedBy(
                Stage.KEY_VALUES, () -> KeyRules.checkSortValue(key.sort().get(0), value)));
  }

  private Optional<Mistake> ofPartitionKeys(Branch branch, Environment values) {
    return Mistake.first(
        branch.partitionValues(values),
        value ->
            Mistake.raisedBy(
                Stage.KEY_VALUES,
                () -> KeyRules.checkPartitionValue(key.partition().get(0), value)));
  }

  /** Two reads of a condition that is no scan which may meet, or too many reads. */
  Optional<Mistake> of(Environment values) {
    // In order of their beginnings, those that meet any other one meet their neighbour.
    List<Stretch> stretches = sorted(stretches(values), KeyOrder.UNORDERED);
    for (int i = 1; i < stretches.size(); i++) {
      if (meet(stretches.get(i - 1), stretches.get(i))) {
        return Optional.of(
            Mistake.of(
                Stage.OVERLAP,
                ErrorCode.VALIDATION,
                "Overlapping conditions with range keys are not supported in where clause"));
      }
    }
    return branches.size() > MOST_READS
        ? Optional.of(
            Mistake.of(
                Stage.READ_COUNT,
                ErrorCode.LIMIT_EXCEEDED,
                "Too many decomposed read operations for a given query."))
        : Optional.empty();
  }

  private static boolean meet(Stretch one, Stretch other) {
    return one.partition().equals(other.partition()) && one.sort().meets(other.sort());
  }

  /** The reads, in the order that they are made in. */
  List<KeyRead> reads(Environment values, KeyOrder order) {
    return sorted(isScan(values) ? collections(values) : stretches(values), order).stream()
        .map(Stretch::read)
        .toList();
  }

  private static List<Stretch> sorted(Collection<Stretch> unsorted, KeyOrder order) {
    List<Stretch> stretches = new ArrayList<>(unsorted);
    Comparator<Stretch> byPartition = Comparator.comparing(Stretch::partition, BY_VALUE);
    Comparator<Stretch> bySort =
        Comparator.<Stretch, AttributeValue>comparing(
                Stretch::from, Comparator.nullsFirst(BY_VALUE))
            .thenComparing(Stretch::isFromBehind);
    stretches.sort(
        (order.partitionAscending() ? byPartition : byPartition.reversed())
            .thenComparing(order.sortAscending() ? bySort : bySort.reversed()));
    return stretches;
  }

  private List<Stretch> stretches(Environment values) {
    return branches.stream()
        .flatMap(
            branch ->
                branch.partitionValues(values).stream()
                    .map(partition -> new Stretch(partition, branch.interval(values))))
        .toList();
  }

  // No collection comes twice, so that no item is answered twice.
  private Set<Stretch> collections(Environment values) {
    Set<Stretch> collections = new LinkedHashSet<>();
    KeyAttribute partitionKey = key.partition().get(0);
    for (Branch branch : branches) {
      boolean ranged =
          branches.size() == 1
              && branch.sortValues(values).stream()
                  .allMatch(value -> value.type() == key.sort().get(0).type());
      branch.partitionValues(values).stream()
          .filter(value -> value.type() == partitionKey.type())
          .limit(1)
          .map(value -> new Stretch(value, ranged ? branch.interval(values) : Interval.ALL))
          .forEach(collections::add);
    }
    return collections;
  }
}
