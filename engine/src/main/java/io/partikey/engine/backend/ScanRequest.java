package io.partikey.engine.backend;

import org.jspecify.annotations.Nullable;

/**
 * Reads one page of a whole table or index.
 *
 * @param table the table
 * @param index the index, null for the table itself
 * @param page filter, selection, limit and continuation
 */
public record ScanRequest(String table, @Nullable String index, PageRequest page) {
  /** This request for another page. */
  public ScanRequest withPage(PageRequest newPage) {
    return new ScanRequest(table, index, newPage);
  }
}
