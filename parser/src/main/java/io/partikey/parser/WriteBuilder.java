package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseLexer;
import io.partikey.grammar.PartiqlBaseParser;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.InsertRow;
import io.partikey.parser.ast.InsertSource;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.Returning;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.TargetTable;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.UpdateStatement;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Builds INSERT, UPDATE and DELETE. */
final class WriteBuilder {
  private final ParseContext context;
  private final NameBuilder names;
  private final QueryBuilder queries;
  private final ExpressionBuilder expressions;

  WriteBuilder(ParseContext context, NameBuilder names, QueryBuilder queries) {
    this.context = context;
    this.names = names;
    this.queries = queries;
    this.expressions = queries.expressions();
  }

  InsertStatement insert(PartiqlBaseParser.InsertContext rule) {
    return new InsertStatement(
        mode(rule.verb),
        context.hintsAfter(rule.verb),
        names.qualifiedName(rule.qualifiedName()),
        source(rule.insertSource()),
        context.span(rule));
  }

  private static InsertStatement.Mode mode(Token verb) {
    return switch (verb.getType()) {
      case PartiqlBaseLexer.INSERT -> InsertStatement.Mode.INSERT;
      case PartiqlBaseLexer.UPSERT -> InsertStatement.Mode.UPSERT;
      case PartiqlBaseLexer.REPLACE -> InsertStatement.Mode.REPLACE;
      default -> throw new IllegalArgumentException("not a verb: " + verb);
    };
  }

  private InsertSource source(PartiqlBaseParser.InsertSourceContext rule) {
    SourceSpan span = context.span(rule);
    if (rule instanceof PartiqlBaseParser.InsertValueContext value) {
      List<ExpressionSyntax> item = List.of(expressions.build(value.expression()));
      return new InsertSource.Items(InsertSource.Items.Form.VALUE, item, span);
    }
    if (rule instanceof PartiqlBaseParser.InsertBagContext bag) {
      List<ExpressionSyntax> items = expressions.buildAll(bag.bag().expression());
      return new InsertSource.Items(InsertSource.Items.Form.BAG, items, span);
    }
    if (rule instanceof PartiqlBaseParser.InsertQueryContext query) {
      return new InsertSource.QueryResult(
          columns(query.columnList()), queries.query(query.query()), span);
    }
    return values((PartiqlBaseParser.InsertValuesContext) rule, span);
  }

  /** Rows in parentheses if there are columns or the first row is one; else items. */
  private InsertSource values(PartiqlBaseParser.InsertValuesContext rule, SourceSpan span) {
    boolean rows =
        rule.columnList() != null
            || Shapes.atom(rule.expression(0)) instanceof PartiqlBaseParser.ParenthesizedContext;
    if (rows) {
      return new InsertSource.Rows(
          columns(rule.columnList()), rule.expression().stream().map(this::row).toList(), span);
    }
    List<ExpressionSyntax> items = expressions.buildAll(rule.expression());
    if (items.size() == 1 && items.get(0) instanceof BagLiteral bag) {
      return new InsertSource.Items(InsertSource.Items.Form.BAG, bag.elements(), span);
    }
    return new InsertSource.Items(InsertSource.Items.Form.VALUES, items, span);
  }

  private InsertRow row(PartiqlBaseParser.ExpressionContext rule) {
    if (Shapes.atom(rule) instanceof PartiqlBaseParser.ParenthesizedContext row) {
      return new InsertRow(expressions.buildAll(row.expression()), context.span(rule));
    }
    throw context.error(rule.getStart(), "each row of VALUES stands in parentheses");
  }

  private List<Identifier> columns(PartiqlBaseParser.@Nullable ColumnListContext rule) {
    return rule == null ? List.of() : names.identifiers(rule.identifier());
  }

  UpdateStatement update(PartiqlBaseParser.UpdateFirstContext rule) {
    return new UpdateStatement(
        context.hintsAfter(rule.getStart()),
        false,
        target(rule.targetTable()),
        rule.updateClause().stream().map(this::clause).toList(),
        queries.where(rule.where()),
        returning(rule.returning()),
        context.span(rule));
  }

  UpdateStatement update(PartiqlBaseParser.FromFirstContext rule) {
    return new UpdateStatement(
        context.hintsAfter(rule.getStart()),
        true,
        target(rule.targetTable()),
        rule.updateClause().stream().map(this::clause).toList(),
        queries.where(rule.where()),
        returning(rule.returning()),
        context.span(rule));
  }

  DeleteStatement delete(PartiqlBaseParser.DeleteContext rule) {
    return new DeleteStatement(
        context.hintsAfter(rule.getStart()),
        target(rule.targetTable()),
        queries.where(rule.where()),
        returning(rule.returning()),
        context.span(rule));
  }

  private TargetTable target(PartiqlBaseParser.TargetTableContext rule) {
    return new TargetTable(
        names.qualifiedName(rule.qualifiedName()),
        names.alias(rule.explicitAlias(), rule.bareAlias()),
        context.span(rule));
  }

  private UpdateClause clause(PartiqlBaseParser.UpdateClauseContext rule) {
    if (rule instanceof PartiqlBaseParser.SetClauseContext set) {
      return new UpdateClause.Set(
          set.assignment().stream().map(this::assignment).toList(), context.span(rule));
    }
    PartiqlBaseParser.RemoveClauseContext remove = (PartiqlBaseParser.RemoveClauseContext) rule;
    return new UpdateClause.Remove(
        remove.path().stream().map(expressions.primaries()::path).toList(), context.span(rule));
  }

  private Assignment assignment(PartiqlBaseParser.AssignmentContext rule) {
    return new Assignment(
        expressions.primaries().path(rule.path()),
        expressions.build(rule.expression()),
        context.span(rule));
  }

  private @Nullable Returning returning(PartiqlBaseParser.@Nullable ReturningContext rule) {
    if (rule == null) {
      return null;
    }
    return new Returning(
        rule.ALL() != null ? Returning.Scope.ALL : Returning.Scope.MODIFIED,
        rule.OLD() != null ? Returning.Image.OLD : Returning.Image.NEW,
        context.span(rule));
  }
}
