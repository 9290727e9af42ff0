package io.partikey.planner.bind;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.Aggregation;
import io.partikey.planner.bound.Deduplication;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.KeyLiteral;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.QueryBlock;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SemiJoin;
import io.partikey.planner.bound.Slice;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Union;
import io.partikey.planner.bound.Unit;
import io.partikey.planner.bound.Unnesting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A relation of a query that is being bound: columns are symbols. Mirrors {@link Relation}, whose
 * columns are positions; {@link #place} makes one of the other.
 *
 * <p>Since symbols do not move, a table's columns can be added while expressions that use them are
 * bound, and an expression over one relation is true of every relation on top that keeps its rows.
 */
sealed interface Draft {
  /** Whether the relation has this column. */
  boolean has(int symbol);

  /** The relations that this one is computed from. */
  List<Draft> inputs();

  /** The tables that the rows are made of. */
  default Stream<Table> tables() {
    return inputs().stream().flatMap(Draft::tables);
  }

  /** The relation with positions instead of symbols. Called once, when all is bound. */
  Placed place();

  /** One row without columns. */
  record SingleRow() implements Draft {
    @Override
    public List<Draft> inputs() {
      return List.of();
    }

    @Override
    public boolean has(int symbol) {
      return false;
    }

    @Override
    public Placed place() {
      return new Placed(new Unit(), List.of());
    }
  }

  /** The items of a table or index. Attributes become columns when they are first used. */
  final class Table implements Draft {
    private final Symbols symbols;
    private final TableSource source;
    private final Map<String, ColumnReference> attributes = new LinkedHashMap<>();
    private final Set<Integer> columns = new HashSet<>();
    private final List<KeyLiteral> mistyped = new ArrayList<>();
    private final int block;
    private final List<Integer> around;
    private boolean derived;
    private @Nullable ColumnReference item;

    /**
     * A table whose columns are none yet.
     *
     * @param block the number of the block that names it
     * @param around the numbers of the blocks whose columns that block may use
     */
    Table(Symbols symbols, TableSource source, int block, List<Integer> around) {
      this.symbols = symbols;
      this.source = source;
      this.block = block;
      this.around = List.copyOf(around);
    }

    /** The table without its columns. */
    TableSource source() {
      return source;
    }

    /** The column of an attribute. */
    ColumnReference attribute(String name) {
      @Nullable ColumnReference known = attributes.get(name);
      if (known != null) {
        return known;
      }
      ColumnReference column = symbols.create(new Symbols.Origin(this, Optional.of(name)));
      attributes.put(name, column);
      columns.add(column.index());
      return column;
    }

    /** The column of the whole item. */
    ColumnReference item() {
      @Nullable ColumnReference known = item;
      if (known == null) {
        known = symbols.create(new Symbols.Origin(this, Optional.empty()));
        item = known;
        columns.add(known.index());
      }
      return known;
    }

    /** Notes a literal of another type than the key attribute that it is compared with. */
    void comparesWith(KeyLiteral literal) {
      mistyped.add(literal);
    }

    /** The literals that were noted so far. */
    List<KeyLiteral> mistyped() {
      return List.copyOf(mistyped);
    }

    /** The number of the block that names it. */
    int block() {
      return block;
    }

    /** Notes that the block that names it stands in FROM. */
    void derive() {
      derived = true;
    }

    boolean isItem(Expression expression) {
      return expression.equals(item);
    }

    @Override
    public List<Draft> inputs() {
      return List.of();
    }

    @Override
    public Stream<Table> tables() {
      return Stream.of(this);
    }

    @Override
    public boolean has(int symbol) {
      return columns.contains(symbol);
    }

    @Override
    public Placed place() {
      List<Integer> places = new ArrayList<>();
      attributes.values().forEach(column -> places.add(column.index()));
      @Nullable ColumnReference whole = item;
      if (whole != null) {
        places.add(whole.index());
      }
      return new Placed(
          new TableSource(
              source.table(),
              source.namedIndex(),
              source.alias(),
              List.copyOf(attributes.keySet()),
              whole != null,
              source.scanAllowed(),
              source.position(),
              mistyped,
              new QueryBlock(block, derived, around)),
          places);
    }
  }

  /** The rows for which conditions hold. */
  record Selected(Draft input, List<Expression> conjuncts) implements Draft {
    @Override
    public List<Draft> inputs() {
      return List.of(input);
    }

    @Override
    public boolean has(int symbol) {
      return input.has(symbol);
    }

    @Override
    public Placed place() {
      Placed placed = input.place();
      return placed.with(new Selection(placed.relation(), placed.place(conjuncts)));
    }
  }

  /** Rows computed from rows, by symbol. */
  record Projected(Draft input, Map<Integer, Expression> columns) implements Draft {
    @Override
    public List<Draft> inputs() {
      return List.of(input);
    }

    @Override
    public boolean has(int symbol) {
      return columns.containsKey(symbol);
    }

    @Override
    public Placed place() {
      Placed placed = input.place();
      Relation relation =
          new Projection(placed.relation(), placed.place(List.copyOf(columns.values())));
      return new Placed(relation, List.copyOf(columns.keySet()));
    }
  }

  /** Pairs of rows for which conditions hold. */
  record Joined(Join.Kind kind, Draft left, Draft right, List<Expression> conjuncts)
      implements Draft {
    @Override
    public List<Draft> inputs() {
      return List.of(left, right);
    }

    @Override
    public boolean has(int symbol) {
      return left.has(symbol) || right.has(symbol);
    }

    @Override
    public Placed place() {
      Placed l = left.place();
      Placed r = right.place();
      Placed both = new Placed(l.relation(), l.symbolsWith(r));
      return both.with(new Join(kind, l.relation(), r.relation(), both.place(conjuncts)));
    }
  }

  /** The left rows with, or without, a pair on the right. */
  record SemiJoined(Draft left, Draft right, List<Expression> conjuncts, boolean negated)
      implements Draft {
    @Override
    public List<Draft> inputs() {
      return List.of(left, right);
    }

    @Override
    public boolean has(int symbol) {
      return left.has(symbol);
    }

    @Override
    public Placed place() {
      Placed l = left.place();
      Placed r = right.place();
      Placed both = new Placed(l.relation(), l.symbolsWith(r));
      return l.with(new SemiJoin(l.relation(), r.relation(), both.place(conjuncts), negated));
    }
  }

  /** Each row once for each element of a collection of its own. */
  record Unnest(
      Draft input,
      Expression collection,
      int element,
      @Nullable Integer position,
      boolean keepEmpty)
      implements Draft {
    @Override
    public List<Draft> inputs() {
      return List.of(input);
    }

    @Override
    public boolean has(int symbol) {
      return symbol == element || (position != null && position == symbol) || input.has(symbol);
    }

    @Override
    public Placed place() {
      Placed placed = input.place();
      List<Integer> columns = new ArrayList<>(placed.symbols());
      columns.add(element);
      if (position != null) {
        columns.add(position);
      }
      Relation relation =
          new Unnesting(placed.relation(), placed.place(collection), position != null, keepEmpty);
      return new Placed(relation, columns);
    }
  }

  /** One row for each group of rows with equal keys. */
  record Grouping(Draft input, Map<Integer, Expression> keys, Map<Integer, AggregateCall> calls)
      implements Draft {
    @Override
    public List<Draft> inputs() {
      return List.of(input);
    }

    @Override
    public boolean has(int symbol) {
      return keys.containsKey(symbol) || calls.containsKey(symbol);
    }

    @Override
    public Placed place() {
      Placed placed = input.place();
      List<Integer> columns = new ArrayList<>(keys.keySet());
      columns.addAll(calls.keySet());
      Relation relation =
          new Aggregation(
              placed.relation(),
              placed.place(List.copyOf(keys.values())),
              calls.values().stream().map(call -> place(call, placed)).toList());
      return new Placed(relation, columns);
    }

    private static AggregateCall place(AggregateCall call, Placed input) {
      @Nullable Expression argument = call.argument();
      @Nullable Expression filter = call.filter();
      return new AggregateCall(
          call.function(),
          argument == null ? null : input.place(argument),
          call.distinct(),
          filter == null ? null : input.place(filter));
    }
  }

  /** The rows without repetition. */
  record Distinct(Draft input) implements Draft {
    @Override
    public List<Draft> inputs() {
      return List.of(input);
    }

    @Override
    public boolean has(int symbol) {
      return input.has(symbol);
    }

    @Override
    public Placed place() {
      Placed placed = input.place();
      return placed.with(new Deduplication(placed.relation()));
    }
  }

  /** The rows in an order. */
  record Ordered(Draft input, List<SortKey> keys) implements Draft {
    @Override
    public List<Draft> inputs() {
      return List.of(input);
    }

    @Override
    public boolean has(int symbol) {
      return input.has(symbol);
    }

    @Override
    public Placed place() {
      Placed placed = input.place();
      List<SortKey> at =
          keys.stream()
              .map(
                  key ->
                      new SortKey(
                          placed.place(key.expression()), key.descending(), key.missingFirst()))
              .toList();
      return placed.with(new Ordering(placed.relation(), at));
    }
  }

  /** Some of the rows. */
  record Sliced(Draft input, @Nullable Expression limit, @Nullable Expression offset)
      implements Draft {
    @Override
    public List<Draft> inputs() {
      return List.of(input);
    }

    @Override
    public boolean has(int symbol) {
      return input.has(symbol);
    }

    @Override
    public Placed place() {
      Placed placed = input.place();
      return placed.with(new Slice(placed.relation(), limit, offset));
    }
  }

  /**
   * The rows of several relations one after the other.
   *
   * @param branches the relations, each a projection to as many columns
   * @param symbols the columns of the whole
   */
  record United(List<Projected> branches, List<Integer> symbols) implements Draft {
    @Override
    public List<Draft> inputs() {
      return List.copyOf(branches);
    }

    @Override
    public boolean has(int symbol) {
      return symbols.contains(symbol);
    }

    @Override
    public Placed place() {
      List<Relation> placed = branches.stream().map(branch -> branch.place().relation()).toList();
      return new Placed(new Union(placed), symbols);
    }
  }
}
