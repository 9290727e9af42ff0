package io.partikey.parser.ast;

import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a syntax tree.
 *
 * <p>Trees are immutable and safe to share. Nodes are records, and equal if their parts and their
 * positions are; {@link #span()} is always the last component. Their {@code toString} is for
 * debugging; canonical text comes from {@code PartiqlFormatter}.
 */
public sealed interface Node
    permits Alias,
        Assignment,
        ColumnDefinition,
        DataType,
        ExpressionSyntax,
        FromItem,
        GroupBy,
        Hint,
        Identifier,
        IndexDefinition,
        IndexProjection,
        InsertRow,
        InsertSource,
        KeyDefinition,
        LimitSyntax,
        Offset,
        OrderBy,
        PathStepSyntax,
        ProjectionSyntax,
        QualifiedName,
        QuerySyntax,
        QueryBody,
        Returning,
        SelectItem,
        SortItem,
        Statement,
        TableOption,
        TargetTable,
        TupleField,
        UpdateClause,
        WhenClause {

  /** Where this node stands in the text that was parsed. */
  SourceSpan span();

  /**
   * The nodes directly below this one, in the order of the text; those of CREATE TABLE and CREATE
   * INDEX in the order of the components.
   */
  List<Node> children();

  /** Calls the visitor's method for this type of node. */
  <R, C> R accept(AstVisitor<R, C> visitor, C context);

  /** This node and all below it, each before its children. */
  default Stream<Node> descendants() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(Node::descendants));
  }
}
