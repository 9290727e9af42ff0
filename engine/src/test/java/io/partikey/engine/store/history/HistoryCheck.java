package io.partikey.engine.store.history;

import io.partikey.engine.store.history.Anomaly.Kind;
import io.partikey.engine.store.history.Operation.Append;
import io.partikey.engine.store.history.Operation.Read;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The check of a history of appends to lists and reads of them. A list shows in which order its
 * elements were appended, so every dependency between the transactions is known, and the history is
 * serializable exactly if these have no cycle.
 */
final class HistoryCheck {
  private final List<HistoryTransaction> history;
  private final Map<Append, HistoryTransaction> writers = new HashMap<>();
  private final Map<Integer, List<Integer>> orders = new TreeMap<>();
  private final List<Anomaly> anomalies = new ArrayList<>();

  private HistoryCheck(List<HistoryTransaction> history) {
    this.history = history;
  }

  /** What is wrong with a history; empty if it is serializable. */
  static List<Anomaly> anomalies(List<HistoryTransaction> history) {
    HistoryCheck check = new HistoryCheck(history);
    check.run();
    return check.anomalies;
  }

  private void run() {
    for (HistoryTransaction transaction : history) {
      for (Operation operation : transaction.operations()) {
        if (operation instanceof Append append) {
          writers.put(append, transaction);
        }
      }
    }
    for (HistoryTransaction transaction : history) {
      if (transaction.committed()) {
        checkItself(transaction);
        reads(transaction).forEach(read -> checkRead(transaction, read));
      }
    }
    // An order that the reads do not agree on has no dependencies.
    if (anomalies.isEmpty()) {
      checkNothingLost();
      anomalies.addAll(new DependencyGraph(dependencies()).cycles());
    }
  }

  private static List<Read> reads(HistoryTransaction transaction) {
    return transaction.operations().stream()
        .filter(Read.class::isInstance)
        .map(Read.class::cast)
        .toList();
  }

  /** What a transaction reads of a key is what it read before, and then what it appended. */
  private void checkItself(HistoryTransaction transaction) {
    Map<Integer, List<Integer>> known = new HashMap<>();
    Map<Integer, List<Integer>> appended = new HashMap<>();
    for (Operation operation : transaction.operations()) {
      if (operation instanceof Append append) {
        appended.computeIfAbsent(append.key(), key -> new ArrayList<>()).add(append.element());
        known.computeIfPresent(append.key(), (key, list) -> plus(list, append.element()));
      } else if (operation instanceof Read read) {
        List<Integer> own = appended.getOrDefault(read.key(), List.of());
        @Nullable List<Integer> before = known.get(read.key());
        int tail = read.elements().size() - own.size();
        boolean endsWithOwn =
            tail >= 0 && read.elements().subList(tail, read.elements().size()).equals(own);
        if (!endsWithOwn || (before != null && !before.equals(read.elements()))) {
          report(
              Kind.INTERNAL, transaction + " reads key " + read.key() + " as " + read.elements());
        }
        known.put(read.key(), read.elements());
      }
    }
  }

  private static List<Integer> plus(List<Integer> list, int element) {
    List<Integer> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }

  private void checkRead(HistoryTransaction reader, Read read) {
    Set<Integer> seen = new HashSet<>();
    for (int element : read.elements()) {
      @Nullable HistoryTransaction writer = writers.get(new Append(read.key(), element));
      if (writer == null || !seen.add(element)) {
        report(Kind.GARBAGE, reader + " reads " + element + " of key " + read.key());
      } else if (!writer.committed()) {
        report(Kind.G1A_ABORTED_READ, reader.name() + " reads " + element + " of " + writer);
      }
    }
    if (!read.elements().isEmpty()) {
      int last = read.elements().get(read.elements().size() - 1);
      @Nullable HistoryTransaction writer = writers.get(new Append(read.key(), last));
      if (writer != null && writer != reader && last != lastAppend(writer, read.key())) {
        report(Kind.G1B_INTERMEDIATE_READ, reader.name() + " reads " + last + " of " + writer);
      }
    }
    orders.merge(
        read.key(), read.elements(), (known, now) -> longer(reader, read.key(), known, now));
  }

  private static int lastAppend(HistoryTransaction transaction, int key) {
    int last = 0;
    for (Operation operation : transaction.operations()) {
      if (operation instanceof Append append && append.key() == key) {
        last = append.element();
      }
    }
    return last;
  }

  private List<Integer> longer(
      HistoryTransaction reader, int key, List<Integer> known, List<Integer> now) {
    List<Integer> longer = known.size() >= now.size() ? known : now;
    List<Integer> shorter = longer == known ? now : known;
    if (!longer.subList(0, shorter.size()).equals(shorter)) {
      report(
          Kind.INCOMPATIBLE_ORDER,
          reader.name() + " reads key " + key + " as " + now + ", others as " + known);
    }
    return longer;
  }

  /** The history ends with a read of every key, so what was appended is in the longest list. */
  private void checkNothingLost() {
    writers.forEach(
        (append, writer) -> {
          List<Integer> order = orders.getOrDefault(append.key(), List.of());
          if (writer.committed() && !order.contains(append.element())) {
            report(
                Kind.LOST_APPEND, writer + " appended, but key " + append.key() + " is " + order);
          }
        });
  }

  private Set<Dependency> dependencies() {
    Set<Dependency> dependencies = new LinkedHashSet<>();
    orders.forEach(
        (key, order) -> {
          for (int i = 1; i < order.size(); i++) {
            dependencies.add(
                new Dependency(
                    writer(key, order.get(i - 1)),
                    writer(key, order.get(i)),
                    Dependency.Kind.WRITE_WRITE,
                    key));
          }
        });
    for (HistoryTransaction transaction : history) {
      if (transaction.committed()) {
        reads(transaction).forEach(read -> addDependencies(transaction, read, dependencies));
      }
    }
    return dependencies;
  }

  private void addDependencies(HistoryTransaction reader, Read read, Set<Dependency> dependencies) {
    int key = read.key();
    int length = read.elements().size();
    List<Integer> order = orders.getOrDefault(key, Collections.emptyList());
    if (length > 0) {
      HistoryTransaction writer = writer(key, read.elements().get(length - 1));
      dependencies.add(new Dependency(writer, reader, Dependency.Kind.WRITE_READ, key));
    }
    if (length < order.size()) {
      HistoryTransaction next = writer(key, order.get(length));
      dependencies.add(new Dependency(reader, next, Dependency.Kind.READ_WRITE, key));
    }
  }

  private HistoryTransaction writer(int key, int element) {
    return Objects.requireNonNull(writers.get(new Append(key, element)));
  }

  private void report(Kind kind, String description) {
    anomalies.add(new Anomaly(kind, description));
  }
}
