package io.partikey.planner.search;

import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.UpdateStatement;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements with more conditions than they are written with. */
final class Conditioned {
  private Conditioned() {}

  /**
   * A statement with conditions beside those of the block that reads a table.
   *
   * @param column where the statement of one line names the table, from 1
   */
  static String with(String statement, int column, String conditions) {
    Node block =
        StatementParser.parseStatement(statement)
            .descendants()
            .filter(Conditioned::isBlock)
            .filter(each -> contains(each.span(), column - 1))
            .min(Comparator.comparingInt(each -> each.span().length()))
            .orElseThrow();
    Optional<SourceSpan> where = where(block);
    if (where.isPresent()) {
      return statement.substring(0, where.get().start())
          + conditions
          + " AND ("
          + where.get().textIn(statement)
          + ")"
          + statement.substring(where.get().end());
    }
    int end = endOfFrom(block);
    return statement.substring(0, end) + " WHERE " + conditions + statement.substring(end);
  }

  private static boolean isBlock(Node node) {
    return node instanceof Select
        || node instanceof UpdateStatement
        || node instanceof DeleteStatement;
  }

  private static boolean contains(SourceSpan span, int offset) {
    return span.start() <= offset && offset < span.end();
  }

  private static Optional<SourceSpan> where(Node block) {
    @Nullable Node where;
    if (block instanceof Select select) {
      where = select.where();
    } else {
      where =
          block instanceof UpdateStatement update
              ? update.where()
              : ((DeleteStatement) block).where();
    }
    return Optional.ofNullable(where).map(Node::span);
  }

  private static int endOfFrom(Node block) {
    return block instanceof Select select && select.from() != null
        ? select.from().span().end()
        : block.span().end();
  }
}
