package io.partikey.planner.bind;

import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ExpressionText;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.Aggregation;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.OutputColumn;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SemiJoin;
import io.partikey.planner.bound.Slice;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Unnesting;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bound statements as text, one node a line. */
final class BoundText {
  private final StringBuilder text = new StringBuilder();

  private BoundText() {}

  static String of(Bound<?> bound) {
    BoundText printer = new BoundText();
    if (bound.statement() instanceof BoundQuery query) {
      printer.query(query, 0);
    } else {
      printer.write((BoundWrite) bound.statement());
    }
    printer.parameters(bound);
    return printer.text.toString();
  }

  private void parameters(Bound<?> bound) {
    if (!bound.parameters().isEmpty()) {
      line(
          0,
          bound.parameters().stream()
              .map(BoundText::of)
              .collect(Collectors.joining(", ", "parameters: ", "")));
    }
    if (!bound.moments().isEmpty()) {
      line(0, "moments: " + bound.moments());
    }
  }

  private static String of(ParameterDescription parameter) {
    return parameter.type().map(Enum::name).orElse("?");
  }

  private void query(BoundQuery query, int depth) {
    line(
        depth,
        query.output().stream().map(BoundText::of).collect(Collectors.joining(", ", "→ ", "")));
    relation(query.relation(), depth);
  }

  private static String of(OutputColumn output) {
    if (output instanceof OutputColumn.Star star) {
      return "*" + star.table().name() + (star.index() == null ? "" : "." + star.index().name());
    }
    return output instanceof OutputColumn.Whole whole
        ? "value " + of(whole.column())
        : of(((OutputColumn.Value) output).column());
  }

  private static String of(ResultColumn column) {
    return column.label()
        + (column.types().isEmpty()
            ? ""
            : column.types().stream()
                .sorted()
                .map(Enum::name)
                .collect(Collectors.joining("|", ":", "")))
        + column.table().map(table -> "@" + table).orElse("")
        + (column.key() ? " key" : "");
  }

  private void relation(Relation relation, int depth) {
    line(depth, relation.getClass().getSimpleName() + details(relation));
    for (Relation input : relation.inputs()) {
      relation(input, depth + 1);
    }
  }

  private static String details(Relation relation) {
    if (relation instanceof TableSource table) {
      return " " + of(table);
    }
    if (relation instanceof Selection selection) {
      return " " + and(selection.conjuncts());
    }
    if (relation instanceof Projection projection) {
      return " " + list(projection.expressions());
    }
    if (relation instanceof Join join) {
      return " " + join.kind() + " " + and(join.conjuncts());
    }
    if (relation instanceof SemiJoin join) {
      return (join.negated() ? " NOT " : " ") + and(join.conjuncts());
    }
    if (relation instanceof Unnesting unnest) {
      return " "
          + ExpressionText.of(unnest.collection())
          + (unnest.withPosition() ? " with position" : "")
          + (unnest.keepEmpty() ? " keep empty" : "");
    }
    if (relation instanceof Aggregation aggregation) {
      return " by "
          + "["
          + list(aggregation.keys())
          + "] "
          + aggregation.calls().stream().map(BoundText::of).collect(Collectors.joining(", "));
    }
    if (relation instanceof Ordering ordering) {
      return " " + ordering.keys().stream().map(BoundText::of).collect(Collectors.joining(", "));
    }
    return relation instanceof Slice slice
        ? " limit " + of(slice.limit()) + " offset " + of(slice.offset())
        : "";
  }

  private static String of(TableSource table) {
    return table.table().name()
        + (table.namedIndex() == null ? "" : "." + table.namedIndex().name())
        + (table.alias().equals(table.table().name()) ? "" : " AS " + table.alias())
        + " "
        + table.attributes()
        + (table.wholeItem() ? " + item" : "")
        + (table.scanAllowed() ? " scan allowed" : "");
  }

  private static String list(List<Expression> expressions) {
    return expressions.stream().map(ExpressionText::of).collect(Collectors.joining(", "));
  }

  private static String and(List<Expression> conjuncts) {
    return conjuncts.isEmpty()
        ? "always"
        : conjuncts.stream().map(ExpressionText::of).collect(Collectors.joining(" & "));
  }

  private static String of(AggregateCall call) {
    return call.function()
        + "("
        + (call.distinct() ? "DISTINCT " : "")
        + (call.argument() == null ? "*" : ExpressionText.of(call.argument()))
        + ")"
        + (call.filter() == null ? "" : " if " + ExpressionText.of(call.filter()));
  }

  private static String of(SortKey key) {
    return ExpressionText.of(key.expression())
        + (key.descending() ? " DESC" : " ASC")
        + (key.missingFirst() ? " missing first" : "");
  }

  private static String of(@Nullable Expression expression) {
    return expression == null ? "none" : ExpressionText.of(expression);
  }

  private void write(BoundWrite write) {
    if (write instanceof BoundWrite.InsertItems insert) {
      line(0, "InsertItems " + insert.table().name() + " if exists " + insert.ifExists());
      insert.items().forEach(item -> line(1, ExpressionText.of(item)));
      return;
    }
    if (write instanceof BoundWrite.InsertRows insert) {
      line(0, "InsertRows " + insert.table().name() + " if exists " + insert.ifExists());
      query(insert.source(), 1);
      return;
    }
    if (write instanceof BoundWrite.Update update) {
      line(
          0,
          "Update "
              + update.table().name()
              + " where "
              + and(update.conjuncts())
              + returning(update.returning(), update.scanAllowed()));
      update.actions().forEach(action -> line(1, of(action)));
      return;
    }
    BoundWrite.Delete delete = (BoundWrite.Delete) write;
    line(
        0,
        "Delete "
            + delete.table().name()
            + " where "
            + and(delete.conjuncts())
            + returning(delete.returning(), delete.scanAllowed()));
  }

  private static String of(UpdateAction action) {
    return action instanceof UpdateAction.Set set
        ? "set " + set.target() + " = " + ExpressionText.of(set.value())
        : "remove " + action.target();
  }

  private static String returning(ReturnValues values, boolean scanAllowed) {
    return (values == ReturnValues.NONE ? "" : " returning " + values)
        + (scanAllowed ? " scan allowed" : "");
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }
}
