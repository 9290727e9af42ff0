package io.partikey.benchmarks.compare;

/** What an operation does. */
enum Action {
  GET(false, "all columns of one order by its key"),
  COLLECTION(false, "the 100 orders of a customer"),
  QUERY(false, "20 orders of a customer, from a number on"),
  INDEX(false, "the 20 orders of a city, by the index"),
  JOIN(false, "the 100 orders of a customer, each with the name of its product by key"),
  INSERT(true, "one new order, a commit of its own"),
  UPDATE(true, "a counter of one order + 1, a commit of its own"),
  TRANSACTION(true, "counters of four orders + 1, in one transaction"),
  LOAD(true, "a new table with its index, filled by batches of 1,000"),
  IMPORT(true, "the same by \\import from CSV; peers as in load");

  private final boolean writes;
  private final String text;

  Action(boolean writes, String text) {
    this.writes = writes;
    this.text = text;
  }

  boolean writes() {
    return writes;
  }

  /** What it reads or writes. */
  String text() {
    return text;
  }

  /** Whether it makes the table that it fills. */
  boolean fillsATable() {
    return this == LOAD || this == IMPORT;
  }
}
