package io.partikey.engine.store.history;

import io.partikey.engine.store.history.Anomaly.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dependencies between the transactions of a history, which must have no cycle. */
final class DependencyGraph {
  private final Map<HistoryTransaction, List<Dependency>> outgoing = new LinkedHashMap<>();

  DependencyGraph(Collection<Dependency> dependencies) {
    for (Dependency each : new LinkedHashSet<>(dependencies)) {
      if (each.from() != each.to()) {
        outgoing.computeIfAbsent(each.from(), from -> new ArrayList<>()).add(each);
      }
    }
  }

  /** One cycle of the worst kind that there is, the shortest of those found; none if none. */
  List<Anomaly> cycles() {
    return find(Kind.G0_WRITE_CYCLE, Dependency.Kind.WRITE_WRITE)
        .or(
            () ->
                find(
                    Kind.G1C_CIRCULAR_INFORMATION_FLOW,
                    Dependency.Kind.WRITE_WRITE,
                    Dependency.Kind.WRITE_READ))
        .or(this::findSingle)
        .or(() -> find(Kind.G2_ANTI_DEPENDENCY_CYCLE, Dependency.Kind.values()))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<Anomaly> find(Kind anomaly, Dependency.Kind... kinds) {
    Set<Dependency.Kind> followed = EnumSet.copyOf(List.of(kinds));
    Set<HistoryTransaction> candidates = onCycles(followed);
    return shortest(
        anomaly,
        dependencies(candidates).stream().filter(each -> followed.contains(each.kind())).toList(),
        followed,
        candidates);
  }

  /**
   * A cycle with one read of what was overwritten, and else writes and reads of what they wrote.
   */
  private Optional<Anomaly> findSingle() {
    Set<HistoryTransaction> candidates = onCycles(EnumSet.allOf(Dependency.Kind.class));
    return shortest(
        Kind.G_SINGLE_READ_SKEW,
        dependencies(candidates).stream()
            .filter(each -> each.kind() == Dependency.Kind.READ_WRITE)
            .toList(),
        EnumSet.of(Dependency.Kind.WRITE_WRITE, Dependency.Kind.WRITE_READ),
        candidates);
  }

  /** The shortest cycle that begins with one of some dependencies and then follows some kinds. */
  private Optional<Anomaly> shortest(
      Kind anomaly,
      List<Dependency> beginnings,
      Set<Dependency.Kind> followed,
      Set<HistoryTransaction> within) {
    @Nullable List<Dependency> shortest = null;
    for (Dependency beginning : beginnings) {
      List<Dependency> back = path(beginning.to(), beginning.from(), followed, within);
      if (!back.isEmpty() && (shortest == null || back.size() + 1 < shortest.size())) {
        shortest = new ArrayList<>(List.of(beginning));
        shortest.addAll(back);
      }
    }
    return Optional.ofNullable(shortest)
        .map(
            cycle ->
                new Anomaly(
                    anomaly,
                    cycle.stream().map(Dependency::toString).collect(Collectors.joining(", "))));
  }

  private List<Dependency> dependencies(Set<HistoryTransaction> among) {
    return among.stream()
        .flatMap(from -> outgoing.getOrDefault(from, List.of()).stream())
        .filter(each -> among.contains(each.to()))
        .toList();
  }

  private List<Dependency> path(
      HistoryTransaction from,
      HistoryTransaction to,
      Set<Dependency.Kind> followed,
      Set<HistoryTransaction> within) {
    Map<HistoryTransaction, Dependency> reachedBy = new HashMap<>();
    Deque<HistoryTransaction> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && !reachedBy.containsKey(to)) {
      for (Dependency each : outgoing.getOrDefault(open.remove(), List.of())) {
        boolean further =
            followed.contains(each.kind())
                && within.contains(each.to())
                && each.to() != from
                && reachedBy.putIfAbsent(each.to(), each) == null;
        if (further) {
          open.add(each.to());
        }
      }
    }
    Deque<Dependency> path = new ArrayDeque<>();
    for (HistoryTransaction at = to; at != from && reachedBy.containsKey(at); ) {
      Dependency last = Objects.requireNonNull(reachedBy.get(at));
      path.addFirst(last);
      at = last.from();
    }
    return List.copyOf(path);
  }

  /**
   * Those that may lie on a cycle: what is left when again and again everything is taken away that
   * nothing leads to.
   */
  private Set<HistoryTransaction> onCycles(Set<Dependency.Kind> followed) {
    Map<HistoryTransaction, Integer> incoming = new LinkedHashMap<>();
    for (List<Dependency> each : outgoing.values()) {
      for (Dependency dependency : each) {
        if (followed.contains(dependency.kind())) {
          incoming.merge(dependency.from(), 0, Integer::sum);
          incoming.merge(dependency.to(), 1, Integer::sum);
        }
      }
    }
    Deque<HistoryTransaction> first = new ArrayDeque<>();
    incoming.forEach(
        (transaction, count) -> {
          if (count == 0) {
            first.add(transaction);
          }
        });
    while (!first.isEmpty()) {
      HistoryTransaction free = first.remove();
      incoming.remove(free);
      for (Dependency each : outgoing.getOrDefault(free, List.of())) {
        if (followed.contains(each.kind()) && incoming.merge(each.to(), -1, Integer::sum) == 0) {
          first.add(each.to());
        }
      }
    }
    return incoming.keySet();
  }
}
