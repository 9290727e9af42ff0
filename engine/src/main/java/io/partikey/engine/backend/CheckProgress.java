package io.partikey.engine.backend;

/** Told how far the check of a database is, now and then, by the thread that checks. */
@FunctionalInterface
public interface CheckProgress {
  /** Nobody wants to know. */
  CheckProgress NONE = (fraction, items) -> {};

  /**
   * The check went on.
   *
   * @param fraction the part that is done, from 0 to 1
   * @param items how many items and index entries were checked
   */
  void checked(double fraction, long items);
}
