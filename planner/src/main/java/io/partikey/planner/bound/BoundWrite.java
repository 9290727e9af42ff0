package io.partikey.planner.bound;

import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.table.TableDescription;
import java.util.List;

/** A write after binding. Expressions over an item refer to its attributes by name. */
public sealed interface BoundWrite {
  /** The table that is written. */
  TableDescription table();

  /**
   * INSERT, UPSERT or REPLACE of items given one by one.
   *
   * @param items one expression for each item, each giving a map
   */
  record InsertItems(TableDescription table, IfExists ifExists, List<Expression> items)
      implements BoundWrite {
    public InsertItems {
      items = List.copyOf(items);
    }
  }

  /** INSERT, UPSERT or REPLACE of the rows of a query, whose labels are the attribute names. */
  record InsertRows(TableDescription table, IfExists ifExists, BoundQuery source)
      implements BoundWrite {}

  /**
   * UPDATE of the items of a table for which a condition holds.
   *
   * @param conjuncts the condition, with AND taken apart; empty without WHERE
   * @param scanAllowed whether a hint or the connection allows to look for the items by a scan
   * @param position where the statement names the table
   * @param mistyped as of {@link TableSource}
   */
  record Update(
      TableDescription table,
      List<Expression> conjuncts,
      List<UpdateAction> actions,
      ReturnValues returning,
      boolean scanAllowed,
      StatementPosition position,
      List<KeyLiteral> mistyped)
      implements BoundWrite {
    public Update {
      mistyped = List.copyOf(mistyped);
      conjuncts = List.copyOf(conjuncts);
      actions = List.copyOf(actions);
    }
  }

  /** DELETE of the items of a table for which a condition holds; components as of UPDATE. */
  record Delete(
      TableDescription table,
      List<Expression> conjuncts,
      ReturnValues returning,
      boolean scanAllowed,
      StatementPosition position,
      List<KeyLiteral> mistyped)
      implements BoundWrite {
    public Delete {
      mistyped = List.copyOf(mistyped);
      conjuncts = List.copyOf(conjuncts);
    }
  }
}
