package io.partikey.planner.dynamodb.mistake;

/**
 * What DynamoDB looks at in a statement, in its order: of several mistakes that of the earliest
 * stage is named, and of one stage the first of the text.
 *
 * <pre>
 * SELECT   clauses, source, columns, WHERE; table, index, order, keys, columns, reads
 * INSERT   values, target; table, item
 * UPDATE   WHERE, SET and REMOVE, target, whether there is a WHERE; table, key, item
 * DELETE   WHERE, whether there is one, target; table, key, RETURNING, item
 * </pre>
 */
public enum Stage {
  /** The length of the text and the number of its parameters. */
  REQUEST,
  /** Whether the text is well formed. */
  FORM,
  /** Whether it is a condition without a statement, which only transactions have. */
  CONDITION_ALONE,
  /** Whether it is a statement that DynamoDB has. */
  KIND,
  /** Whether the index that is read has one attribute on each side of its key. */
  SINGLE_ATTRIBUTE_KEY,
  /** The clauses of a SELECT, and the forms of an INSERT. */
  CLAUSES,
  /** What a SELECT reads from. */
  SOURCE,
  /** What a SELECT shows. */
  COLUMNS,
  /** The items of an INSERT. */
  VALUES,
  /** What WHERE is made of. */
  WHERE,
  /** How many operands the functions of WHERE have. */
  WHERE_COUNTS,
  /** The types and bounds of the operands of WHERE. */
  WHERE_OPERANDS,
  /** What SET and REMOVE are made of. */
  CHANGES,
  /** The paths that SET and REMOVE are about, and the operands of SET. */
  CHANGE_OPERANDS,
  /** The sets that set_add and set_delete are given. */
  SET_ARGUMENTS,
  /** Whether a DELETE has a WHERE. */
  WHERE_OF_DELETE,
  /** What a write changes. */
  TARGET,
  /** Whether an UPDATE has a WHERE. */
  WHERE_OF_UPDATE,
  /** Whether there is such a table. */
  TABLE,
  /** Whether WHERE gives each attribute of a write's key one value. */
  KEY_VALUE_COUNT,
  /** Paths into key attributes in WHERE. */
  KEY_PATHS,
  /** Whether WHERE gives the whole key of a write. */
  WHOLE_KEY,
  /** The types of the key of a write. */
  KEY_TYPES,
  /** What a DELETE returns. */
  RETURNING,
  /** Whether there is such an index. */
  INDEX,
  /** Whether there is a WHERE where there is an ORDER BY. */
  ORDER_WITHOUT_WHERE,
  /** Whether an index is read that cannot be read consistently. */
  CONSISTENCY,
  /** Columns that the index does not project. */
  UNPROJECTED_COLUMNS,
  /** Whether a scan is ordered. */
  ORDER_OF_SCAN,
  /** The values that keys are read by. */
  KEY_VALUES,
  /** The types of what key attributes are compared with. */
  KEY_COMPARISONS,
  /** Paths into key attributes among the columns, and in the values of SET. */
  SHOWN_KEY_PATHS,
  /** The terms of ORDER BY. */
  ORDER_TERMS,
  /** Whether ORDER BY names the partition key where several partitions are read. */
  ORDER_OF_PARTITIONS,
  /** Whether two reads may meet. */
  OVERLAP,
  /** The number of reads. */
  READ_COUNT,
  /** Conditions on what the index does not project. */
  UNPROJECTED_CONDITIONS,
  /** Whether the connection may write. */
  PERMISSION,
  /** What is found in the end, and not by looking at the statement alone. */
  RUN;

  /** Whether DynamoDB knows the table, or the index, when it looks. */
  public boolean isAboutTable() {
    return this == SINGLE_ATTRIBUTE_KEY || compareTo(TABLE) > 0;
  }

  /**
   * Whether a mistake of this stage is named though the statement names no single item, where a
   * request is for statements that each name one.
   */
  public boolean precedesSingleItem() {
    return !isAboutTable()
        || this == KEY_PATHS
        || this == KEY_VALUES
        || this == SHOWN_KEY_PATHS
        || this == PERMISSION;
  }
}
