package io.partikey.planner.dynamodb.select;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.backend.GetRequest;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.QueryRequest;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.bound.References;
import io.partikey.planner.execute.ConcatenationCursor;
import io.partikey.planner.execute.Cursor;
import io.partikey.planner.execute.Demand;
import io.partikey.planner.execute.ExecutingRows;
import io.partikey.planner.execute.ExecutionContext;
import io.partikey.planner.execute.FilterCursor;
import io.partikey.planner.execute.IndexEntries;
import io.partikey.planner.execute.ListCursor;
import io.partikey.planner.execute.MapCursor;
import io.partikey.planner.execute.PageCursor;
import io.partikey.planner.execute.PageSize;
import io.partikey.planner.execute.PlanRow;
import io.partikey.planner.execute.ResultLayout;
import io.partikey.planner.execute.Slicing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a SELECT of DynamoDB's dialect asks for, as DynamoDB does: read by read, each charged
 * by itself.
 *
 * <p>Where attributes are got from the table, the item of every entry of the index that is read is
 * got, whether it meets the condition or not.
 */
public final class SelectReading {
  private final ExecutionContext context;
  private final DynamoDbSelect select;
  private final ResultLayout layout;

  private SelectReading(ExecutionContext context, DynamoDbSelect select, ResultLayout layout) {
    this.context = context;
    this.select = select;
    this.layout = layout;
  }

  /**
   * The rows of a SELECT, all read from one snapshot, which is taken with the first read.
   *
   * @param layout how its rows are shown
   * @param request parameters, limits and where to read
   * @return the rows; the caller closes them
   */
  public static RowCursor open(
      DynamoDbSelect select, ResultLayout layout, ExecutionRequest request) {
    ExecutionContext context = new ExecutionContext(request, Dialect.DYNAMODB);
    long most = request.maxRows() > 0 ? request.maxRows() : Demand.ALL_ROWS;
    Demand demand = new Demand(most, request.fetchSize());
    Cursor<PlanRow> rows = new SelectReading(context, select, layout).rows(demand);
    return new ExecutingRows(context, new Slicing(0, most).apply(rows), layout, consumed -> {});
  }

  /**
   * One page of a SELECT.
   *
   * @param limit most items to read, 0 for as many as a page holds
   * @param from where the page before ended
   */
  public static SelectPage page(
      DynamoDbSelect select,
      ResultLayout layout,
      ExecutionRequest request,
      int limit,
      SelectPosition from) {
    try (ExecutionContext context = new ExecutionContext(request, Dialect.DYNAMODB)) {
      SelectReading reading = new SelectReading(context, select, layout);
      List<KeyRead> reads = select.isKeyed() ? select.reads(request.parameters()) : List.of();
      return select.isKeyed() && reads.isEmpty()
          ? new SelectPage(List.of(), Optional.empty(), context.consumed())
          : new SelectPageReader(reading, context, select.consistent(), limit).read(reads, from);
    }
  }

  /** What a SELECT shows of an item of its table. */
  public static Item show(
      DynamoDbSelect select, ResultLayout layout, ExecutionRequest request, Item item) {
    try (ExecutionContext context = new ExecutionContext(request, Dialect.DYNAMODB)) {
      return layout.item(new SelectReading(context, select, layout).row(item));
    }
  }

  private Cursor<PlanRow> rows(Demand demand) {
    Cursor<Item> items = items(demand);
    return select.fetches()
        ? new MapCursor<>(
            new FilterCursor<>(new MapCursor<>(items, this::withItem), this::meetsCondition),
            entry -> row(entry.item()))
        : new MapCursor<>(items, this::row);
  }

  /** An entry of an index and the item behind it. */
  private record Entry(Item entry, Item item) {}

  private Entry withItem(Item entry) {
    ItemKey key = IndexEntries.keyOf(select.table(), entry);
    return new Entry(entry, Objects.requireNonNull(get(key), "an entry without its item"));
  }

  private boolean meetsCondition(Entry entry) {
    return meetsCondition(entry.entry());
  }

  private boolean meetsCondition(Item item) {
    @Nullable Expression condition = select.condition();
    return condition == null || condition.isTrue(Environment.of(item, context.parameters()));
  }

  /** What is shown of an item or entry that was read, if it meets the condition. */
  Optional<Item> show(Item read) {
    Entry entry = select.fetches() ? withItem(read) : new Entry(read, read);
    return meetsCondition(entry) ? Optional.of(layout.item(row(entry.item()))) : Optional.empty();
  }

  private PlanRow row(Item item) {
    if (select.columns().isEmpty()) {
      return PlanRow.of(item.asMap());
    }
    Environment environment = Environment.of(item, context.parameters());
    List<@Nullable AttributeValue> values = new ArrayList<>();
    select.columns().forEach(column -> values.add(column.evaluate(environment)));
    return PlanRow.of(values);
  }

  private Cursor<Item> items(Demand demand) {
    PageSize size = new PageSize(demand, select.condition() == null);
    if (!select.isKeyed()) {
      return new PageCursor(page -> context.scan(scan(page)), firstPage(), size);
    }
    List<Supplier<Cursor<Item>>> reads = new ArrayList<>();
    for (KeyRead read : select.reads(context.parameters())) {
      reads.add(() -> items(read, size));
    }
    return new ConcatenationCursor<>(reads);
  }

  private Cursor<Item> items(KeyRead read, PageSize size) {
    return isGet(read)
        ? new FilterCursor<>(new ListCursor<>(get(read)), this::meetsCondition)
        : new PageCursor(page -> context.query(query(read, page)), firstPage(), size);
  }

  private PageRequest firstPage() {
    @Nullable Expression condition = select.condition();
    return new PageRequest(
        condition == null || select.fetches()
            ? null
            : new BoundExpression(condition, context.parameters()),
        select.fetches() ? AttributeSelection.ALL : shown(),
        0,
        null,
        select.consistent());
  }

  private AttributeSelection shown() {
    if (select.columns().isEmpty()) {
      return AttributeSelection.ALL;
    }
    Set<String> names = new HashSet<>();
    select.columns().forEach(column -> References.attributes(column).forEach(names::add));
    return AttributeSelection.of(names);
  }

  /** Whether a read is of one item by its full key. */
  boolean isGet(KeyRead read) {
    return select.index() == null && (select.table().sortKey().isEmpty() || read.point());
  }

  /** The item of a read by full key, if it is there. */
  List<Item> get(KeyRead read) {
    @Nullable Item item =
        get(
            read.sort().equal().isEmpty()
                ? ItemKey.of(read.partition())
                : ItemKey.of(read.partition(), read.sort().equal().get(0)));
    return item == null ? List.of() : List.of(item);
  }

  private @Nullable Item get(ItemKey key) {
    return context
        .get(
            new GetRequest(
                select.table().name(), List.of(key), AttributeSelection.ALL, select.consistent()))
        .items()
        .get(0);
  }

  /** A page of an item collection. */
  QueryRequest query(KeyRead read, PageRequest page) {
    return new QueryRequest(
        select.table().name(),
        indexName(),
        List.of(read.partition()),
        read.sort(),
        select.ascending(),
        page);
  }

  /** A page of the whole table or index. */
  ScanRequest scan(PageRequest page) {
    return new ScanRequest(select.table().name(), indexName(), page);
  }

  private @Nullable String indexName() {
    @Nullable IndexDescription index = select.index();
    return index == null ? null : index.name();
  }

  /** The names of the attributes that say where a page ended. */
  Set<String> positionNames() {
    Set<String> names = new HashSet<>();
    @Nullable IndexDescription index = select.index();
    for (KeyAttribute attribute : select.table().key().attributes()) {
      names.add(attribute.name());
    }
    if (index != null) {
      index.key().attributes().forEach(attribute -> names.add(attribute.name()));
    }
    return names;
  }
}
