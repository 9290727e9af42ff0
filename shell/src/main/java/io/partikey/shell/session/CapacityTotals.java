package io.partikey.shell.session;

/** What the statements of a session consumed together. */
public final class CapacityTotals {
  private long statements;
  private double readUnits;
  private double writeUnits;

  /** Adds a statement. */
  void add(Cost cost) {
    statements++;
    readUnits += cost.readUnits();
    writeUnits += cost.writeUnits();
  }

  /** How many statements ran. */
  public long statements() {
    return statements;
  }

  /** Read units of all of them. */
  public double readUnits() {
    return readUnits;
  }

  /** Write units of all of them. */
  public double writeUnits() {
    return writeUnits;
  }
}
