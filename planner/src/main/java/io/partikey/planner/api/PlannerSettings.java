package io.partikey.planner.api;

/**
 * What a connection chose that changes how its statements are read and planned.
 *
 * @param dialect the language
 * @param scan when an unkeyed read may run
 * @param nullAsMissing whether a JDBC null stands for MISSING (omitted by INSERT, removed by
 *     UPDATE) or for a stored NULL
 * @param documentColumn whether {@code SELECT *} ends in the column {@code $doc}
 * @param maxColumns most columns that {@code SELECT *} shows
 * @param consistentRead whether a SELECT of DynamoDB's dialect must see every write acknowledged
 *     before it, which costs double and which global indexes refuse
 */
public record PlannerSettings(
    Dialect dialect,
    ScanPolicy scan,
    boolean nullAsMissing,
    boolean documentColumn,
    int maxColumns,
    boolean consistentRead) {
  /** The defaults of a connection. */
  public static final PlannerSettings DEFAULT =
      new PlannerSettings(Dialect.SQL, ScanPolicy.REJECT, true, false, 400);

  /** Settings with reads that are eventually consistent, as they are unless asked otherwise. */
  public PlannerSettings(
      Dialect dialect,
      ScanPolicy scan,
      boolean nullAsMissing,
      boolean documentColumn,
      int maxColumns) {
    this(dialect, scan, nullAsMissing, documentColumn, maxColumns, false);
  }

  /** These settings for statements of DynamoDB's dialect. */
  public PlannerSettings forRequests(boolean newConsistentRead) {
    return new PlannerSettings(
        Dialect.DYNAMODB, scan, nullAsMissing, documentColumn, maxColumns, newConsistentRead);
  }
}
