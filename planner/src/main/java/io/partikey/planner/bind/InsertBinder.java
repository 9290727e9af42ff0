package io.partikey.planner.bind;

import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.MapConstructor;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.Hint;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.InsertRow;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.planner.bound.BoundWrite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Binds INSERT, UPSERT and REPLACE. */
final class InsertBinder {
  private final BindingContext context;
  private final StatementBinder statements;
  private final ExpressionBinder expressions;
  private final Scope nothing;

  InsertBinder(BindingContext context, StatementBinder statements) {
    this.context = context;
    this.statements = statements;
    this.expressions = new ExpressionBinder(context, Aggregates.NONE);
    this.nothing = new Scope(List.of(), null, context.mode());
  }

  BoundWrite bind(InsertStatement statement) {
    TableName name = context.tables().tableOrIndex(statement.table());
    if (name.index() != null) {
      throw BindingErrors.at(
          statement.table().span(),
          ErrorCode.VALIDATION,
          "FROM clause may only contain a single table name in data manipulation statements at "
              + statement.table().span());
    }
    TableDescription table = name.table();
    IfExists ifExists = ifExists(statement.mode());
    if (statement.source() instanceof InsertSource.Items items) {
      return new BoundWrite.InsertItems(table, ifExists, items(items, table));
    }
    if (statement.source() instanceof InsertSource.Rows rows) {
      return new BoundWrite.InsertItems(table, ifExists, rows(rows, table));
    }
    InsertSource.QueryResult query = (InsertSource.QueryResult) statement.source();
    boolean scanAllowed =
        context.scansAllowed()
            || statement.hints().stream().anyMatch((Hint hint) -> hint.is("ALLOW_SCAN"));
    return new BoundWrite.InsertRows(
        table, ifExists, InsertColumns.named(statements.query(query.query(), scanAllowed), query));
  }

  private static IfExists ifExists(InsertStatement.Mode mode) {
    return switch (mode) {
      case INSERT -> IfExists.FAIL;
      case UPSERT -> IfExists.MERGE;
      case REPLACE -> IfExists.REPLACE;
    };
  }

  private List<Expression> items(InsertSource.Items items, TableDescription table) {
    List<Expression> bound = new ArrayList<>();
    for (ExpressionSyntax item : items.items()) {
      Expression expression = expressions.bind(item, nothing);
      boolean isItem =
          expression instanceof MapConstructor
              || expression instanceof Parameter
              || (expression instanceof Literal literal && literal.value() instanceof MapValue);
      if (!isItem) {
        throw BindingErrors.at(
            item.span(),
            ErrorCode.VALIDATION,
            "Unsupported format in item expression. Please use struct format {...} to express"
                + " item values for insert statement. at "
                + item.span());
      }
      if (expression instanceof MapConstructor map) {
        typeParameters(map.members(), table);
      }
      if (expression instanceof Parameter parameter) {
        context.parameters().isItem(parameter.index());
      }
      bound.add(expression);
    }
    return bound;
  }

  private List<Expression> rows(InsertSource.Rows rows, TableDescription table) {
    if (rows.columns().isEmpty()) {
      throw BindingErrors.at(
          rows.span(),
          ErrorCode.VALIDATION,
          "VALUES needs the names of the attributes: INSERT INTO t (a, b) VALUES (?, ?).");
    }
    List<Expression> bound = new ArrayList<>();
    for (InsertRow row : rows.rows()) {
      if (row.values().size() != rows.columns().size()) {
        throw BindingErrors.at(
            row.span(),
            ErrorCode.VALIDATION,
            "Names: "
                + rows.columns().size()
                + ", values: "
                + row.values().size()
                + ". Give each name one value.");
      }
      Map<String, Expression> members = new LinkedHashMap<>();
      for (int i = 0; i < row.values().size(); i++) {
        Identifier column = rows.columns().get(i);
        if (members.put(column.value(), expressions.bind(row.values().get(i), nothing)) != null) {
          throw BindingErrors.at(
              column.span(),
              ErrorCode.VALIDATION,
              "\"" + column.value() + "\" is given twice. Leave one of them out.");
        }
      }
      typeParameters(members, table);
      bound.add(Simplification.of(new MapConstructor(members)));
    }
    return bound;
  }

  private void typeParameters(Map<String, Expression> members, TableDescription table) {
    ParameterTyping parameters = new ParameterTyping(context);
    members.forEach((name, value) -> parameters.assigned(value, table, name));
  }
}
