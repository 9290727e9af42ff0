package io.partikey.planner.search;

import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.AggregateCallSyntax;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.JoinSyntax;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.Select;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.TargetTable;
import io.partikey.parser.ast.UpdateStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A statement of one line that takes changes to its text, each at its place. */
final class Conditioned {
  private final String statement;
  private final Node tree;
  private final Map<Integer, String> insertions = new TreeMap<>();
  private final Map<Node, String> conditions = new LinkedHashMap<>();
  private final Map<SourceSpan, String> replacements = new LinkedHashMap<>();

  private record Edit(int start, int end, String text) {}

  Conditioned(String statement) {
    this.statement = statement;
    this.tree = StatementParser.parseStatement(statement);
  }

  /** The column, from 1, at which the statement names the table that it calls so. */
  int columnOf(String called) {
    return tree.descendants()
        .filter(node -> called.equals(called(node)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(called + " in " + statement))
        .span()
        .column();
  }

  private static @Nullable String called(Node node) {
    if (node instanceof TargetTable target) {
      return target.name().parts().get(0).value();
    }
    if (!(node instanceof FromSource source)) {
      return null;
    }
    return source.alias() != null
        ? source.alias().name().value()
        : source.tableName().map(name -> name.parts().get(0).value()).orElse(null);
  }

  /** Adds conditions beside those of the block that names a table at a column. */
  void where(int column, String added) {
    Node block =
        tree.descendants()
            .filter(Conditioned::isBlock)
            .filter(each -> contains(each.span(), column - 1))
            .min(Comparator.comparingInt(each -> each.span().length()))
            .orElseThrow();
    conditions.merge(block, added, (a, b) -> a + " AND " + b);
  }

  /** Adds conditions to the ON of the join whose right side is named at a column. */
  void on(int column, String added) {
    JoinSyntax join =
        tree.descendants()
            .filter(JoinSyntax.class::isInstance)
            .map(JoinSyntax.class::cast)
            .filter(each -> contains(each.right().span(), column - 1))
            .min(Comparator.comparingInt(each -> each.span().length()))
            .orElseThrow();
    @Nullable Node condition = join.condition();
    if (condition == null) {
      throw new AssertionError("no ON at " + column + " in " + statement);
    }
    conditions.merge(condition, added, (a, b) -> a + " AND " + b);
  }

  /** Writes a text in the place of another one. */
  void replace(int column, int length, String text) {
    replacements.put(new SourceSpan(1, column, column - 1, column - 1 + length), text);
  }

  /** Reads another table or index where one is named at a column. */
  void read(int column, String name) {
    FromSource source =
        (FromSource)
            tree.descendants()
                .filter(FromSource.class::isInstance)
                .filter(each -> each.span().column() == column)
                .findFirst()
                .orElseThrow();
    replacements.put(source.source().span(), name);
  }

  /** The statement with all changes. */
  String text() {
    conditions.forEach(this::insert);
    List<Edit> edits = new ArrayList<>();
    insertions.forEach((at, text) -> edits.add(new Edit(at, at, text)));
    replacements.forEach((span, text) -> edits.add(new Edit(span.start(), span.end(), text)));
    edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end).reversed());
    StringBuilder changed = new StringBuilder(statement);
    edits.forEach(edit -> changed.replace(edit.start, edit.end, edit.text));
    return changed.toString();
  }

  private void insert(Node place, String added) {
    Optional<SourceSpan> where = isBlock(place) ? where(place) : Optional.of(place.span());
    if (where.isPresent()) {
      insertions.merge(where.get().start(), added + " AND (", String::concat);
      insertions.merge(where.get().end(), ")", String::concat);
    } else {
      insertions.merge(endOfFrom(place), " WHERE " + added, String::concat);
    }
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

  /** The literals of the statement as it stands, in the order of the text. */
  List<Node> literals() {
    return tree.descendants()
        .filter(node -> node instanceof StringLiteral || node instanceof NumberLiteral)
        .toList();
  }

  /** Every name in the statement. */
  List<String> names() {
    return tree.descendants()
        .filter(Identifier.class::isInstance)
        .map(node -> ((Identifier) node).value())
        .distinct()
        .toList();
  }

  /** Whether an attribute is compared with a number or summed up somewhere. */
  boolean isNumber(String attribute) {
    return tree.descendants()
        .filter(
            node ->
                node instanceof AggregateCallSyntax
                    || node.children().stream().anyMatch(NumberLiteral.class::isInstance))
        .flatMap(node -> node.children().stream())
        .anyMatch(operand -> isNamed(operand, attribute));
  }

  private static boolean isNamed(Node operand, String attribute) {
    List<String> names =
        operand
            .descendants()
            .filter(Identifier.class::isInstance)
            .map(node -> ((Identifier) node).value())
            .toList();
    return !names.isEmpty() && names.get(names.size() - 1).equals(attribute);
  }
}
