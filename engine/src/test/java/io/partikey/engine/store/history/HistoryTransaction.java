package io.partikey.engine.store.history;

import java.util.List;

/** A transaction of a history: what it did, in its order. Each is equal to itself only. */
final class HistoryTransaction {
  private final String name;
  private final boolean committed;
  private final List<Operation> operations;

  /**
   * A transaction that is over.
   *
   * @param name what reports call it
   * @param committed whether it was committed; if not, nothing of it may ever be seen
   */
  HistoryTransaction(String name, boolean committed, List<? extends Operation> operations) {
    this.name = name;
    this.committed = committed;
    this.operations = List.copyOf(operations);
  }

  String name() {
    return name;
  }

  boolean committed() {
    return committed;
  }

  List<Operation> operations() {
    return operations;
  }

  @Override
  public String toString() {
    return name + (committed ? " " : " (not committed) ") + operations;
  }
}
