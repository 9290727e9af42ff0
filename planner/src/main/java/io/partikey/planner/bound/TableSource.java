package io.partikey.planner.bound;

import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of a table, or of an index that the statement names.
 *
 * <p>Its columns are the attributes, in order, and then, if {@code wholeItem}, one more column with
 * the item as a map.
 *
 * @param table the table
 * @param namedIndex the index that the statement names, null when it names the table alone
 * @param alias what the statement calls it, for messages and EXPLAIN
 * @param attributes the top-level attributes that the statement uses, each once
 * @param wholeItem whether the whole item is used
 * @param scanAllowed whether a hint or the connection allows to scan it
 * @param position where the statement names it
 * @param mistyped the literals that the statement compares with attributes of its keys and that are
 *     of another type
 * @param block the SELECT that names it
 */
public record TableSource(
    TableDescription table,
    @Nullable IndexDescription namedIndex,
    String alias,
    List<String> attributes,
    boolean wholeItem,
    boolean scanAllowed,
    StatementPosition position,
    List<KeyLiteral> mistyped,
    QueryBlock block)
    implements Relation {
  public TableSource {
    attributes = List.copyOf(attributes);
    mistyped = List.copyOf(mistyped);
  }

  /**
   * The table of a statement with one block, whose keys it compares with no literal of another
   * type.
   */
  public TableSource(
      TableDescription table,
      @Nullable IndexDescription namedIndex,
      String alias,
      List<String> attributes,
      boolean wholeItem,
      boolean scanAllowed,
      StatementPosition position) {
    this(
        table,
        namedIndex,
        alias,
        attributes,
        wholeItem,
        scanAllowed,
        position,
        List.of(),
        QueryBlock.ONLY);
  }

  /** The key of the index that the statement names, otherwise of the table. */
  public KeySchema key() {
    return namedIndex == null ? table.key() : namedIndex.key();
  }

  /** What the same words would be of another definition of the table, or of one of its indexes. */
  public TableSource reading(TableDescription newTable, @Nullable IndexDescription newIndex) {
    return new TableSource(
        newTable, newIndex, alias, attributes, wholeItem, scanAllowed, position, mistyped, block);
  }

  /** This table with other columns. */
  public TableSource withColumns(List<String> newAttributes, boolean newWholeItem) {
    return new TableSource(
        table,
        namedIndex,
        alias,
        newAttributes,
        newWholeItem,
        scanAllowed,
        position,
        mistyped,
        block);
  }

  @Override
  public int width() {
    return attributes.size() + (wholeItem ? 1 : 0);
  }

  @Override
  public List<Relation> inputs() {
    return List.of();
  }

  @Override
  public <R> R accept(RelationVisitor<R> visitor) {
    return visitor.visitTableSource(this);
  }
}
