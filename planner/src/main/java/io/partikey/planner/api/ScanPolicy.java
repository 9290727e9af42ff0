package io.partikey.planner.api;

/** When a statement that no key bounds may run without the hint ALLOW_SCAN. */
public enum ScanPolicy {
  /** Never. */
  REJECT,
  /**
   * When LIMIT or the statement's most rows cap what it reads: one table or index, no filter, no
   * sort that a key does not serve, no DISTINCT and no aggregate.
   */
  BOUNDED,
  /** Always. */
  ALLOW
}
