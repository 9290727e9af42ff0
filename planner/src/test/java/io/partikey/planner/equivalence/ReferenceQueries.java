package io.partikey.planner.equivalence;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FromItem;
import io.partikey.parser.ast.FromQuery;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.JoinSyntax;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.OrderBy;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.UnionAllSyntax;
import io.partikey.parser.ast.Variable;
import io.partikey.parser.format.PartiqlFormatter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries in the plainest way: every item of every table, every pair of a join, then WHERE,
 * GROUP BY, HAVING, the select list, DISTINCT, ORDER BY, OFFSET and LIMIT, straight from the syntax
 * tree.
 */
final class ReferenceQueries {
  private final ReferenceDatabase database;
  private final ReferenceExpressions expressions;

  ReferenceQueries(ReferenceDatabase database, List<AttributeValue> parameters) {
    this.database = database;
    this.expressions =
        new ReferenceExpressions(parameters, (query, frame) -> answer(query, frame).rows());
  }

  ReferenceExpressions expressions() {
    return expressions;
  }

  /** What a query answers. */
  ReferenceAnswer answer(QuerySyntax query, @Nullable Frame outer) {
    List<ReferenceAnswer.Entry> entries =
        query.body() instanceof Select select
            ? select(select, query.orderBy(), outer)
            : union((UnionAllSyntax) query.body(), query.orderBy(), outer);
    return ReferenceAnswer.of(
        entries,
        query.orderBy() == null ? List.of() : query.orderBy().items(),
        count(query.offset() == null ? null : query.offset().count(), 0),
        count(query.limit() == null ? null : query.limit().count(), Integer.MAX_VALUE));
  }

  private int count(@Nullable ExpressionSyntax count, int none) {
    return count == null
        ? none
        : ((NumberValue) expressions.value(count, Frame.inside(null)).orElseThrow())
            .value()
            .intValueExact();
  }

  private List<ReferenceAnswer.Entry> union(
      UnionAllSyntax union, @Nullable OrderBy orderBy, @Nullable Frame outer) {
    @Nullable List<String> labels = labels(union.inputs().get(0));
    List<ReferenceAnswer.Entry> entries = new ArrayList<>();
    for (QuerySyntax input : union.inputs()) {
      @Nullable List<String> own = labels(input);
      for (Optional<AttributeValue> row : answer(input, outer).rows()) {
        Optional<AttributeValue> renamed =
            labels == null || own == null ? row : Optional.of(renamed(row, own, labels));
        entries.add(new ReferenceAnswer.Entry(renamed, unionKeys(orderBy, renamed, labels)));
      }
    }
    return entries;
  }

  private static MapValue renamed(
      Optional<AttributeValue> row, List<String> from, List<String> to) {
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    for (int i = 0; i < from.size(); i++) {
      String label = to.get(i);
      Frame.member(row, from.get(i)).ifPresent(value -> members.put(label, value));
    }
    return new MapValue(members);
  }

  private static List<Optional<AttributeValue>> unionKeys(
      @Nullable OrderBy orderBy, Optional<AttributeValue> row, @Nullable List<String> labels) {
    List<Optional<AttributeValue>> keys = new ArrayList<>();
    if (orderBy != null) {
      orderBy
          .items()
          .forEach(
              item ->
                  keys.add(
                      Frame.member(
                          row,
                          item.expression() instanceof NumberLiteral ordinal
                              ? Objects.requireNonNull(labels)
                                  .get(new BigDecimal(ordinal.text()).intValueExact() - 1)
                              : ((Variable) item.expression()).name().value())));
    }
    return keys;
  }

  private static @Nullable List<String> labels(QuerySyntax query) {
    if (query.body() instanceof UnionAllSyntax union) {
      return labels(union.inputs().get(0));
    }
    if (!(((Select) query.body()).projection() instanceof ProjectionSyntax.Items items)) {
      return null;
    }
    List<String> labels = new ArrayList<>();
    for (SelectItem item : items.items()) {
      if (!(item instanceof SelectItem.Column column)) {
        return null;
      }
      labels.add(ReferenceLabels.of(column));
    }
    return labels;
  }

  private List<ReferenceAnswer.Entry> select(
      Select select, @Nullable OrderBy orderBy, @Nullable Frame outer) {
    List<Frame> frames =
        select.from() == null
            ? List.of(Frame.inside(outer))
            : frames(select.from(), Frame.inside(outer));
    List<Frame> kept =
        frames.stream()
            .filter(each -> select.where() == null || expressions.isTrue(select.where(), each))
            .toList();
    if (isGrouped(select, orderBy)) {
      kept = grouped(select, kept, outer);
    }
    List<ReferenceAnswer.Entry> entries = new ArrayList<>();
    for (Frame frame : kept) {
      entries.add(
          new ReferenceAnswer.Entry(
              row(select.projection(), frame), sortKeys(orderBy, select, frame)));
    }
    if (!select.distinct()) {
      return entries;
    }
    Map<Optional<AttributeValue>, ReferenceAnswer.Entry> distinct = new LinkedHashMap<>();
    entries.forEach(entry -> distinct.putIfAbsent(entry.row(), entry));
    return List.copyOf(distinct.values());
  }

  private List<Frame> grouped(Select select, List<Frame> rows, @Nullable Frame outer) {
    Map<List<Optional<AttributeValue>>, List<Frame>> groups = new LinkedHashMap<>();
    List<ExpressionSyntax> keys = select.groupBy() == null ? List.of() : select.groupBy().keys();
    if (keys.isEmpty()) {
      groups.put(List.of(), new ArrayList<>());
    }
    for (Frame row : rows) {
      List<Optional<AttributeValue>> key =
          keys.stream().map(each -> nullIfMissing(expressions.value(each, row))).toList();
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
    }
    return groups.entrySet().stream()
        .map(group -> Frame.ofGroup(outer, group.getValue(), named(keys, group.getKey())))
        .filter(group -> select.having() == null || expressions.isTrue(select.having(), group))
        .toList();
  }

  private static Optional<AttributeValue> nullIfMissing(Optional<AttributeValue> value) {
    return value.or(() -> Optional.of(NullValue.NULL));
  }

  private static Map<String, Optional<AttributeValue>> named(
      List<ExpressionSyntax> keys, List<Optional<AttributeValue>> values) {
    Map<String, Optional<AttributeValue>> named = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      named.put(PartiqlFormatter.format(keys.get(i)), values.get(i));
    }
    return named;
  }

  private static boolean isGrouped(Select select, @Nullable OrderBy orderBy) {
    return select.groupBy() != null
        || select.having() != null
        || aggregates(select.projection())
        || (orderBy != null && aggregates(orderBy));
  }

  private static boolean aggregates(Node node) {
    return node instanceof AggregateCallSyntax
        || (!(node instanceof QuerySyntax)
            && node.children().stream().anyMatch(ReferenceQueries::aggregates));
  }

  private Optional<AttributeValue> row(ProjectionSyntax projection, Frame frame) {
    if (projection instanceof ProjectionSyntax.Value value) {
      return expressions.value(value.expression(), frame);
    }
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    for (SelectItem item : ((ProjectionSyntax.Items) projection).items()) {
      if (item instanceof SelectItem.Column column) {
        expressions
            .value(column.expression(), frame)
            .ifPresent(value -> members.putIfAbsent(ReferenceLabels.of(column), value));
      } else if (item instanceof SelectItem.QualifiedStar star) {
        String name = ((Variable) star.qualifier()).name().value();
        show(frame.variable(name).orElseThrow(), members);
      } else {
        frame.variables().forEach(variable -> show(variable, members));
      }
    }
    return Optional.of(new MapValue(members));
  }

  private static void show(Frame.Variable variable, Map<String, AttributeValue> members) {
    variable
        .shown()
        .ifPresent(
            value -> {
              if (value instanceof MapValue map) {
                map.members().forEach(members::putIfAbsent);
              } else {
                members.putIfAbsent(variable.name(), value);
              }
            });
  }

  private List<Optional<AttributeValue>> sortKeys(
      @Nullable OrderBy orderBy, Select select, Frame frame) {
    List<Optional<AttributeValue>> keys = new ArrayList<>();
    if (orderBy != null) {
      orderBy
          .items()
          .forEach(
              item ->
                  keys.add(
                      expressions.value(ReferenceLabels.meant(item.expression(), select), frame)));
    }
    return keys;
  }

  private List<Frame> frames(FromItem item, Frame left) {
    if (item instanceof JoinSyntax join) {
      return frames(join.left(), left).stream()
          .flatMap(each -> pairs(join, each).stream())
          .toList();
    }
    if (item instanceof FromQuery query) {
      String alias = Objects.requireNonNull(query.alias()).name().value();
      return answer(query.query(), null).rows().stream().map(row -> left.with(alias, row)).toList();
    }
    FromSource source = (FromSource) item;
    return isCollection(source, left)
        ? elements(source, left)
        : database.variables(ReferenceLabels.of(source), table(source), index(source)).stream()
            .map(variable -> left.with(List.of(variable)))
            .toList();
  }

  private static String table(FromSource source) {
    return source.tableName().orElseThrow().parts().get(0).value();
  }

  private static Optional<String> index(FromSource source) {
    List<Identifier> parts = source.tableName().orElseThrow().parts();
    return parts.size() == 1 ? Optional.empty() : Optional.of(parts.get(1).value());
  }

  private List<Frame> pairs(JoinSyntax join, Frame left) {
    List<Frame> pairs =
        frames(join.right(), left).stream()
            .filter(pair -> join.condition() == null || expressions.isTrue(join.condition(), pair))
            .toList();
    return pairs.isEmpty() && join.kind() == JoinSyntax.Kind.LEFT
        ? List.of(left.with(missing(join.right(), left)))
        : pairs;
  }

  private static List<Frame.Variable> missing(FromItem item, Frame left) {
    if (item instanceof JoinSyntax join) {
      List<Frame.Variable> both = new ArrayList<>(missing(join.left(), left));
      both.addAll(missing(join.right(), left));
      return both;
    }
    if (item instanceof FromQuery query) {
      String alias = Objects.requireNonNull(query.alias()).name().value();
      return List.of(new Frame.Variable(alias, Optional.empty()));
    }
    FromSource source = (FromSource) item;
    List<Frame.Variable> variables = new ArrayList<>();
    variables.add(new Frame.Variable(ReferenceLabels.of(source), Optional.empty()));
    if (source.position() != null) {
      variables.add(new Frame.Variable(source.position().value(), Optional.empty()));
    }
    return variables;
  }

  private static boolean isCollection(FromSource source, Frame left) {
    ExpressionSyntax root =
        source.source() instanceof PathExpression path ? path.root() : source.source();
    return !(root instanceof Variable variable)
        || left.variables().stream().anyMatch(v -> v.name().equals(variable.name().value()));
  }

  private List<Frame> elements(FromSource source, Frame left) {
    List<Frame> frames = new ArrayList<>();
    List<AttributeValue> elements =
        expressions.value(source.source(), left).map(ReferenceQueries::elements).orElse(List.of());
    for (AttributeValue element : elements) {
      Frame frame = left.with(ReferenceLabels.of(source), Optional.of(element));
      frames.add(
          source.position() == null
              ? frame
              : frame.with(source.position().value(), Optional.of(NumberValue.of(frames.size()))));
    }
    return frames;
  }

  private static List<AttributeValue> elements(AttributeValue collection) {
    boolean many =
        collection instanceof ListValue
            || collection instanceof StringSetValue
            || collection instanceof NumberSetValue
            || collection instanceof BinarySetValue;
    return many ? ReferenceOrder.elements(collection) : List.of(collection);
  }
}
