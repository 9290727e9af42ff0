package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.parser.ast.Alias;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.TupleField;
import io.partikey.parser.ast.TupleLiteral;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.bound.OutputColumn;
import io.partikey.planner.mode.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds the select list: what each column shows and what it is called. */
final class OutputBinder {
  private final BindingContext context;
  private final Scope scope;
  private final Values values;
  private final ColumnDescriptions descriptions;

  /** How the values of columns are bound: over rows, or over groups of them. */
  interface Values {
    /** The expression that is written for a column. */
    Expression bind(ExpressionSyntax written, Scope scope);

    /** A column of the rows that a star stands for. */
    Expression column(Expression column, SourceSpan star);
  }

  OutputBinder(BindingContext context, Draft rows, Scope scope, Values values) {
    this.context = context;
    this.scope = scope;
    this.values = values;
    this.descriptions = new ColumnDescriptions(context.symbols(), rows);
  }

  Output bind(ProjectionSyntax projection) {
    List<Output.Item> items = new ArrayList<>();
    if (projection instanceof ProjectionSyntax.Value value) {
      bindValue(value.expression(), items);
      return new Output(items, context.symbols());
    }
    List<SelectItem> written = ((ProjectionSyntax.Items) projection).items();
    for (SelectItem item : written) {
      bindItem(item, written.size() == 1, items);
    }
    return new Output(items, context.symbols());
  }

  private void bindItem(SelectItem item, boolean alone, List<Output.Item> items) {
    if (item instanceof SelectItem.Star star) {
      if (scope.sources().isEmpty()) {
        throw BindingErrors.at(
            star.span(), ErrorCode.UNKNOWN_COLUMN, "* needs a FROM: there is nothing to show.");
      }
      for (Source source : scope.sources()) {
        addStar(source, star.span(), items);
      }
      return;
    }
    if (item instanceof SelectItem.QualifiedStar star) {
      addQualifiedStar(star, alone, items);
      return;
    }
    SelectItem.Column column = (SelectItem.Column) item;
    items.add(value(column.expression(), column.alias()));
  }

  private Output.Item value(ExpressionSyntax written, @Nullable Alias alias) {
    Optional<ElementNesting> nesting =
        context.mode().names() == Mode.Names.ATTRIBUTES
            ? ElementNesting.of(written)
            : Optional.empty();
    if (nesting.isPresent()) {
      Expression nested = nesting.get().nested(values.bind(written, scope));
      String label = Labels.of(nesting.get().shown(), context);
      return new Output.Item(nested, new OutputColumn.Value(descriptions.of(label, nested)));
    }
    String label = alias == null ? Labels.of(written, context) : alias.name().value();
    Expression expression = values.bind(written, scope);
    return new Output.Item(expression, new OutputColumn.Value(descriptions.of(label, expression)));
  }

  private void addStar(Source source, SourceSpan span, List<Output.Item> items) {
    if (source instanceof Source.ReadTable table) {
      items.add(star(table.table(), span));
      return;
    }
    if (source instanceof Source.Derived derived) {
      for (Output.Item item : derived.output().items()) {
        items.add(new Output.Item(values.column(item.expression(), span), item.column()));
      }
      return;
    }
    Source.Variable variable = (Source.Variable) source;
    Expression value = values.column(variable.value(), span);
    items.add(
        new Output.Item(value, new OutputColumn.Value(descriptions.of(variable.name(), value))));
  }

  private Output.Item star(Draft.Table table, SourceSpan span) {
    return new Output.Item(
        values.column(table.item(), span),
        new OutputColumn.Star(table.source().table(), table.source().namedIndex()));
  }

  private void addQualifiedStar(
      SelectItem.QualifiedStar star, boolean alone, List<Output.Item> items) {
    if (star.qualifier() instanceof Variable variable) {
      Optional<Source> source = scope.qualified(variable.name());
      if (source.isPresent() && !(source.get() instanceof Source.Variable)) {
        addStar(source.get(), star.span(), items);
        return;
      }
    }
    if (!alone) {
      throw BindingErrors.unsupported(
          star.span(),
          "The star of a value beside other columns",
          "Name the attributes of the value.");
    }
    addWhole(star.qualifier(), items);
  }

  private void bindValue(ExpressionSyntax written, List<Output.Item> items) {
    if (written instanceof TupleLiteral tuple) {
      for (TupleField field : tuple.fields()) {
        Expression expression = values.bind(field.value(), scope);
        ResultColumn column = descriptions.of(field.name().value(), expression);
        items.add(new Output.Item(expression, new OutputColumn.Value(column)));
      }
      return;
    }
    addWhole(written, items);
  }

  private void addWhole(ExpressionSyntax written, List<Output.Item> items) {
    Expression expression = values.bind(written, scope);
    Optional<Draft.Table> table = descriptions.wholeItemOf(expression);
    if (table.isPresent()) {
      items.add(star(table.get(), written.span()));
      return;
    }
    String label = Labels.of(written, context);
    items.add(
        new Output.Item(expression, new OutputColumn.Whole(descriptions.of(label, expression))));
  }
}
