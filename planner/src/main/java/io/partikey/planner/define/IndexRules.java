package io.partikey.planner.define;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.IndexDefinition;
import io.partikey.parser.ast.IndexProjection;
import io.partikey.parser.ast.KeyDefinition;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.bind.BindingErrors;
import java.util.ArrayList;
import java.util.List;

/** What an index may be: DynamoDB's rules and limits. */
final class IndexRules {
  private static final int MOST_GLOBAL = 20;
  private static final int MOST_LOCAL = 5;
  private static final int MOST_INCLUDED = 100;

  private final KeySchema tableKey;
  private final AttributeTypes types;

  /** The rules for indexes of a table with this key. */
  IndexRules(KeySchema tableKey, AttributeTypes types) {
    this.tableKey = tableKey;
    this.types = types;
  }

  /** The index of a definition, beside the indexes that the table has. */
  IndexDescription index(IndexDefinition definition, List<IndexDescription> existing) {
    String name = Names.checked(definition.name(), "Index");
    IndexKind kind =
        definition.scope() == IndexDefinition.Scope.LOCAL ? IndexKind.LOCAL : IndexKind.GLOBAL;
    requireRoom(kind, definition.name(), existing);
    KeySchema key =
        kind == IndexKind.LOCAL ? localKey(definition.key()) : globalKey(definition.key());
    Projection projection = projection(definition.projection(), existing);
    return IndexDescription.active(name, kind, key, projection);
  }

  private static void requireRoom(
      IndexKind kind, Identifier name, List<IndexDescription> existing) {
    if (existing.stream().anyMatch(index -> index.name().equals(name.value()))) {
      throw BindingErrors.at(
          name.span(),
          ErrorCode.DUPLICATE_INDEX,
          "The table has an index \"" + name.value() + "\" already. Choose another name.");
    }
    long same = existing.stream().filter(index -> index.kind() == kind).count();
    int most = kind == IndexKind.LOCAL ? MOST_LOCAL : MOST_GLOBAL;
    if (same >= most) {
      throw BindingErrors.at(
          name.span(),
          ErrorCode.LIMIT_EXCEEDED,
          "A table has at most "
              + most
              + (kind == IndexKind.LOCAL ? " local" : " global")
              + " indexes. Drop one first.");
    }
  }

  private KeySchema globalKey(KeyDefinition definition) {
    List<Identifier> all = new ArrayList<>(definition.partitionKey());
    all.addAll(definition.sortKey());
    Names.requireDistinct(all);
    requireFew(definition.partitionKey(), "partition", definition.span());
    requireFew(definition.sortKey(), "sort", definition.span());
    return new KeySchema(types.keys(definition.partitionKey()), types.keys(definition.sortKey()));
  }

  private static void requireFew(List<Identifier> side, String name, SourceSpan span) {
    if (side.size() > KeySchema.MAX_ATTRIBUTES_PER_SIDE) {
      throw BindingErrors.at(
          span,
          ErrorCode.LIMIT_EXCEEDED,
          "The "
              + name
              + " key of a global index has at most "
              + KeySchema.MAX_ATTRIBUTES_PER_SIDE
              + " attributes, not "
              + side.size()
              + ".");
    }
  }

  private KeySchema localKey(KeyDefinition definition) {
    if (tableKey.sort().isEmpty()) {
      throw invalid(
          definition.span(),
          "Only a table with a sort key has local indexes. Give the table one, or declare a GLOBAL"
              + " INDEX.");
    }
    KeyAttribute partition = tableKey.partition().get(0);
    boolean samePartition =
        definition.partitionKey().stream().allMatch(n -> n.value().equals(partition.name()));
    if (!samePartition || definition.partitionKey().size() > 1) {
      throw invalid(
          definition.span(),
          "A local index has the table's partition key \""
              + partition.name()
              + "\". Name its sort key alone, or declare a GLOBAL INDEX.");
    }
    if (definition.sortKey().size() != 1) {
      throw invalid(
          definition.span(),
          "A local index has one sort key attribute. Only global indexes have several.");
    }
    KeyAttribute sort = types.key(definition.sortKey().get(0));
    if (sort.name().equals(partition.name())) {
      throw invalid(
          definition.span(),
          "The sort key of a local index differs from the table's partition key.");
    }
    return new KeySchema(List.of(partition), List.of(sort));
  }

  private static Projection projection(
      IndexProjection definition, List<IndexDescription> existing) {
    return switch (definition.kind()) {
      case ALL -> Projection.ALL;
      case KEYS_ONLY -> Projection.KEYS_ONLY;
      case INCLUDE -> include(definition, existing);
    };
  }

  private static Projection include(IndexProjection definition, List<IndexDescription> existing) {
    Names.requireDistinct(definition.included());
    List<String> names = definition.included().stream().map(Names::checkedAttribute).toList();
    int others = existing.stream().mapToInt(index -> index.projection().included().size()).sum();
    if (names.size() + others > MOST_INCLUDED) {
      throw BindingErrors.at(
          definition.span(),
          ErrorCode.LIMIT_EXCEEDED,
          "The indexes of a table include at most "
              + MOST_INCLUDED
              + " attributes together. Project ALL instead.");
    }
    return Projection.include(names);
  }

  private static EngineException invalid(SourceSpan span, String message) {
    return BindingErrors.at(span, ErrorCode.VALIDATION, message);
  }
}
