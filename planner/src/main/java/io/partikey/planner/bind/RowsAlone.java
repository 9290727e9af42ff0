package io.partikey.planner.bind;

import io.partikey.parser.ast.BooleanLiteral;
import io.partikey.parser.ast.ProjectionSyntax;
import io.partikey.parser.ast.QuerySyntax;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SelectItem;
import io.partikey.parser.ast.SourceSpan;
import java.util.List;

/** The query inside EXISTS, of which only matters whether there are rows. */
final class RowsAlone {
  private RowsAlone() {}

  /** A query with as many rows that shows nothing of them. */
  static QuerySyntax of(QuerySyntax query) {
    if (!(query.body() instanceof Select select)
        || SelectBinder.isGrouped(select, query.orderBy())) {
      return query;
    }
    SourceSpan span = select.projection().span();
    SelectItem anything = new SelectItem.Column(new BooleanLiteral(true, span), null, span);
    Select rows =
        new Select(
            select.hints(),
            false,
            new ProjectionSyntax.Items(List.of(anything), span),
            select.from(),
            select.where(),
            null,
            null,
            select.span());
    return new QuerySyntax(rows, query.orderBy(), query.limit(), query.offset(), query.span());
  }
}
