package io.partikey.planner.search.advice;

import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bound.KeyLiteral;
import io.partikey.planner.bound.TableSource;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change to a statement, or to a table that it reads, that may bound what it reads. */
sealed interface Change {
  /**
   * Whether another change does something to the same read, so that both together make no sense.
   */
  boolean overlaps(Change other);

  /** A change to one read of the statement. */
  sealed interface OfRead extends Change permits Conditions, Pairing, Reading {
    /** The read. */
    TableSource source();

    @Override
    default boolean overlaps(Change other) {
      return other instanceof OfRead read && Mention.of(read.source()).equals(Mention.of(source()));
    }
  }

  /**
   * Conditions that attributes equal values, to be added.
   *
   * @param attributes of which key attributes, at least one
   * @param gap the key that they complete
   * @param columnsOf the tables of which columns will do in the place of values
   */
  record Conditions(
      TableSource source, List<String> attributes, KeyGap gap, List<TableSource> columnsOf)
      implements OfRead {
    public Conditions {
      attributes = List.copyOf(attributes);
      columnsOf = List.copyOf(columnsOf);
    }

    Conditions(TableSource source, KeyGap gap) {
      this(source, gap.missing(), gap, List.of());
    }

    /** The same, with columns of these tables allowed. */
    Conditions with(List<TableSource> tables) {
      return new Conditions(source, attributes, gap, tables);
    }

    /** The same with some column of another table in the place of every value. */
    Pairing paired(TableSource other) {
      String any = other.table().partitionKey().name();
      return new Pairing(
          source, attributes, other, Collections.nCopies(attributes.size(), any), gap);
    }
  }

  /**
   * Conditions that attributes equal those of another table that is read before, to be added.
   *
   * @param attributes of which key attributes, at least one
   * @param columns for each the attribute of the other table
   * @param gap the key that they complete
   */
  record Pairing(
      TableSource source,
      List<String> attributes,
      TableSource before,
      List<String> columns,
      KeyGap gap)
      implements OfRead {
    public Pairing {
      attributes = List.copyOf(attributes);
      columns = List.copyOf(columns);
    }
  }

  /**
   * The table, or another index of it, to be read.
   *
   * @param index the index, null for the table
   * @param held the attributes without which items are not in the index, none if it has all items
   */
  record Reading(TableSource source, @Nullable IndexDescription index, List<String> held)
      implements OfRead {
    public Reading {
      held = List.copyOf(held);
    }
  }

  /** A literal to be written as a value of the type of the key that it is compared with. */
  record Retyped(TableSource source, KeyLiteral literal) implements Change {
    @Override
    public boolean overlaps(Change other) {
      return equals(other);
    }
  }

  /** An index to be created. */
  record NewIndex(TableDescription table, IndexDescription index) implements Change {
    @Override
    public boolean overlaps(Change other) {
      return equals(other);
    }
  }
}
