package io.partikey.planner.explain;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ExpressionText;
import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.Aggregate;
import io.partikey.planner.plan.Distinct;
import io.partikey.planner.plan.Filter;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.Limit;
import io.partikey.planner.plan.LookupJoin;
import io.partikey.planner.plan.MultiGet;
import io.partikey.planner.plan.NoRows;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.PlanNodeVisitor;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.Scan;
import io.partikey.planner.plan.SemiLookup;
import io.partikey.planner.plan.SingleRow;
import io.partikey.planner.plan.Sort;
import io.partikey.planner.plan.TableCount;
import io.partikey.planner.plan.UnionAll;
import io.partikey.planner.plan.Unnest;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One node as EXPLAIN writes it: its name, and what tells it from others of that name. */
final class NodeText implements PlanNodeVisitor<String, String> {
  private final ColumnNames columns;
  private final IntFunction<String> outerColumns;

  /**
   * The text of a node.
   *
   * @param columns names for the columns of nodes
   * @param outerColumns names of the columns of an outer row, which an access may use
   */
  NodeText(ColumnNames columns, List<String> outerColumns) {
    this.columns = columns;
    this.outerColumns = ColumnNames.named(outerColumns);
  }

  String of(PlanNode node) {
    return node.accept(this, node.getClass().getSimpleName());
  }

  @Override
  public String visitAccess(Access access, String name) {
    return ofAccess(access);
  }

  @Override
  public String visitTableCount(TableCount count, String name) {
    return name + " " + target(count.table(), count.index());
  }

  @Override
  public String visitSingleRow(SingleRow row, String name) {
    return name;
  }

  @Override
  public String visitNoRows(NoRows none, String name) {
    return name;
  }

  @Override
  public String visitFilter(Filter filter, String name) {
    return name + " [" + columns.text(filter.condition(), filter.input()) + "]";
  }

  @Override
  public String visitProject(Project project, String name) {
    return name + list("", texts(project.expressions(), project.input()));
  }

  @Override
  public String visitLookupJoin(LookupJoin join, String name) {
    return join.keepOuter() ? name + " left" : name;
  }

  @Override
  public String visitSemiLookup(SemiLookup semi, String name) {
    return name + (semi.negated() ? " not exists" : " exists");
  }

  @Override
  public String visitUnnest(Unnest unnest, String name) {
    return name
        + " ["
        + columns.text(unnest.collection(), unnest.input())
        + "]"
        + (unnest.keepEmpty() ? " left" : "");
  }

  @Override
  public String visitAggregate(Aggregate aggregate, String name) {
    return name
        + list("keys", texts(aggregate.keys(), aggregate.input()))
        + list("", aggregate.calls().stream().map(c -> columns.text(c, aggregate.input())));
  }

  @Override
  public String visitDistinct(Distinct distinct, String name) {
    return name;
  }

  @Override
  public String visitSort(Sort sort, String name) {
    return name
        + list("", sort.keys().stream().map(key -> sortKey(key, sort.input())))
        + limit(sort.limit());
  }

  @Override
  public String visitLimit(Limit limit, String name) {
    return name + counted("", limit.limit()) + counted("offset ", limit.offset());
  }

  @Override
  public String visitUnionAll(UnionAll union, String name) {
    return name;
  }

  private String ofAccess(Access access) {
    return name(access)
        + " "
        + target(access.table(), index(access))
        + alias(access)
        + key(access)
        + list("filter", Stream.ofNullable(access.residual()).map(this::outerText))
        + modes(access);
  }

  private static String alias(Access access) {
    @Nullable String alias = access.layout().alias();
    return alias == null ? "" : " AS " + LiteralText.name(alias);
  }

  private static String name(Access access) {
    boolean ofIndex = access instanceof Query query && query.index() != null;
    return (ofIndex ? "Index" : "") + access.getClass().getSimpleName();
  }

  private static @Nullable IndexDescription index(Access access) {
    if (access instanceof Query query) {
      return query.index();
    }
    return access instanceof Scan scan ? scan.index() : null;
  }

  /** The name of a table or index. */
  static String target(TableDescription table, @Nullable IndexDescription index) {
    return LiteralText.name(table.name())
        + (index == null ? "" : "." + LiteralText.name(index.name()));
  }

  private String key(Access access) {
    KeyText keys = new KeyText(outerColumns);
    if (access instanceof KeyGet get) {
      return keys.of(get);
    }
    if (access instanceof MultiGet get) {
      return keys.of(get);
    }
    return access instanceof Query query ? keys.of(query) : "";
  }

  private String modes(Access access) {
    if (access instanceof Query query) {
      return (query.ascending() ? "" : " descending")
          + (query.merged() ? " merged" : "")
          + (query.fetch() ? " fetch" : "")
          + limit(query.limit());
    }
    return access instanceof Scan scan ? (scan.fetch() ? " fetch" : "") + limit(scan.limit()) : "";
  }

  private String limit(@Nullable Expression limit) {
    return counted("limit=", limit);
  }

  private String counted(String label, @Nullable Expression count) {
    return count == null ? "" : " " + label + outerText(count);
  }

  private Stream<String> texts(List<Expression> expressions, PlanNode input) {
    return expressions.stream().map(expression -> columns.text(expression, input));
  }

  private String sortKey(SortKey key, PlanNode input) {
    return columns.text(key.expression(), input)
        + (key.descending() ? " DESC" : "")
        + (key.missingFirst() ? " NULLS FIRST" : "");
  }

  private static String list(String label, Stream<String> texts) {
    String joined = texts.collect(Collectors.joining(", "));
    if (joined.isEmpty()) {
      return "";
    }
    return " " + label + (label.isEmpty() ? "[" : "=[") + joined + "]";
  }

  private String outerText(Expression expression) {
    return ExpressionText.of(expression, outerColumns);
  }
}
