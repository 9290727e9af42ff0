package io.partikey.planner.search;

import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.bound.ExpressionRewriter;
import io.partikey.planner.bound.KeyLiteral;
import io.partikey.planner.bound.OutputColumn;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.QueryBlock;
import io.partikey.planner.bound.References;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.plan.WritePlan.Target;
import io.partikey.planner.search.context.AccessSurvey;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.cost.PlanAssembly;
import io.partikey.planner.search.key.AccessPath;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.key.SourceConditions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans writes of one statement. An update or delete that names one full key goes to that item;
 * another one changes the items that a query with the same condition finds.
 */
final class WriteSearch {
  private final SearchContext context;

  WriteSearch(SearchContext context) {
    this.context = context;
  }

  /** The plan of a write; raises {@code NOT_KEYED} with advice. */
  WritePlan plan(BoundWrite write) {
    if (write instanceof BoundWrite.InsertItems insert) {
      return new WritePlan.PutItems(insert.table(), insert.ifExists(), insert.items());
    }
    if (write instanceof BoundWrite.InsertRows insert) {
      return new WritePlan.PutRows(
          insert.table(),
          insert.ifExists(),
          new QuerySearch(context, false).planUncapped(insert.source().relation()),
          names(insert.source()));
    }
    if (write instanceof BoundWrite.Update update) {
      Located located =
          locate(
              update.table(),
              update.conjuncts(),
              update.scanAllowed(),
              update.position(),
              update.mistyped());
      return new WritePlan.UpdateItems(
          update.table(),
          located.target(),
          located.condition(),
          update.actions(),
          update.returning());
    }
    BoundWrite.Delete delete = (BoundWrite.Delete) write;
    Located located =
        locate(
            delete.table(),
            delete.conjuncts(),
            delete.scanAllowed(),
            delete.position(),
            delete.mistyped());
    return new WritePlan.DeleteItems(
        delete.table(), located.target(), located.condition(), delete.returning());
  }

  private static @Nullable List<String> names(BoundQuery source) {
    List<String> names = new ArrayList<>();
    for (OutputColumn column : source.output()) {
      if (!(column instanceof OutputColumn.Value value)) {
        return null;
      }
      names.add(value.column().label());
    }
    return names;
  }

  /** Which items are changed, and what must hold of each of them beside that. */
  private record Located(Target target, @Nullable Expression condition) {}

  private Located locate(
      TableDescription table,
      List<Expression> conjuncts,
      boolean scanAllowed,
      StatementPosition position,
      List<KeyLiteral> mistyped) {
    Set<String> attributes = new LinkedHashSet<>();
    conjuncts.stream().flatMap(References::attributes).forEach(attributes::add);
    TableSource source =
        new TableSource(
            table,
            null,
            table.name(),
            List.copyOf(attributes),
            true,
            scanAllowed,
            position,
            mistyped,
            QueryBlock.ONLY);
    SourceConditions conditions = new SourceConditions(source, conjuncts);
    if (conditions.isNever()) {
      return new Located(new Target(null, null, PlanAssembly.noRows(1)), null);
    }
    Optional<AccessPath> get =
        new AccessPaths(context.with(AccessSurvey.NONE))
            .of(conditions).stream().filter(path -> path.kind() == AccessPath.Kind.GET).findFirst();
    return get.isPresent()
        ? ofKey(get.get())
        : new Located(
            new Target(
                null,
                null,
                new QuerySearch(context, true).planUncapped(itemsOf(source, conjuncts))),
            condition(conjuncts));
  }

  private static Located ofKey(AccessPath get) {
    List<Expression> sorts = get.key().sorts();
    Target target =
        new Target(
            get.key().partitions().get(0).get(0), sorts.isEmpty() ? null : sorts.get(0), null);
    return new Located(target, condition(get.residual()));
  }

  private static @Nullable Expression condition(List<Expression> conjuncts) {
    return conjuncts.isEmpty() ? null : Logical.and(conjuncts);
  }

  /** The whole items of a table for which conditions hold, as a relation of one column. */
  private static Relation itemsOf(TableSource source, List<Expression> conjuncts) {
    List<Expression> onColumns = conjuncts.stream().map(each -> onColumns(source, each)).toList();
    return new Projection(
        new Selection(source, onColumns), List.of(new ColumnReference(source.width() - 1)));
  }

  private static Expression onColumns(TableSource source, Expression condition) {
    return ExpressionRewriter.rewrite(
        condition,
        node ->
            node instanceof AttributeReference attribute
                ? new ColumnReference(source.attributes().indexOf(attribute.name()))
                : node);
  }
}
