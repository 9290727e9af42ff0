package io.partikey.planner;

/**
 * What a connection chose that changes how its statements are read and planned.
 *
 * @param dialect the language
 * @param scan when an unkeyed read may run
 * @param nullAsMissing whether a JDBC null stands for MISSING (omitted by INSERT, removed by
 *     UPDATE) or for a stored NULL
 * @param documentColumn whether {@code SELECT *} ends in the column {@code $doc}
 * @param maxColumns most columns that {@code SELECT *} shows
 */
public record PlannerSettings(
    Dialect dialect,
    ScanPolicy scan,
    boolean nullAsMissing,
    boolean documentColumn,
    int maxColumns) {
  /** The defaults of a connection. */
  public static final PlannerSettings DEFAULT =
      new PlannerSettings(Dialect.SQL, ScanPolicy.REJECT, true, false, 400);
}
