package io.partikey.planner.search.key;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an access path reads so that its rows come in an order.
 *
 * <p>A collection comes in the order of its sort attributes or against it, as a whole. Attributes
 * that have one value in all rows do not count. Several collections come merged into one sequence,
 * or one after the other in the order of their partition values where these are literals. Key
 * attributes are never missing where they are read, so it does not matter where an order puts
 * missing values.
 *
 * @param ascending whether collections are read in the order of their sort key
 * @param merged whether the rows of several collections come as one sequence
 * @param partitionsDescending whether the greatest partition value comes first
 */
public record AccessOrder(boolean ascending, boolean merged, boolean partitionsDescending) {
  /** The order in which a path reads when none is asked for. */
  public static final AccessOrder NATURAL = new AccessOrder(true, false, false);

  private static final AccessOrder BACKWARDS = new AccessOrder(false, false, false);

  /** How a path delivers an order, empty if it cannot. */
  public static Optional<AccessOrder> of(
      SourceConditions conditions, AccessPath path, List<AttributeOrder> order) {
    Set<String> fixed = conditions.fixedAttributes();
    List<AttributeOrder> varying =
        order.stream().filter(each -> !fixed.contains(each.attribute())).toList();
    if (varying.isEmpty() && path.kind() != AccessPath.Kind.UNION) {
      return Optional.of(NATURAL);
    }
    KeySchema key = path.index() == null ? conditions.source().table().key() : path.index().key();
    return switch (path.kind()) {
      case GET -> Optional.of(NATURAL);
      case MULTI_GET -> ofGets(key, path, varying);
      case QUERY -> ofQuery(key, path, varying);
      case UNION -> varying.isEmpty() ? Optional.of(NATURAL) : Optional.empty();
      case SCAN -> Optional.empty();
    };
  }

  private static Optional<AccessOrder> ofGets(
      KeySchema key, AccessPath path, List<AttributeOrder> order) {
    List<AttributeOrder> delivered = new ArrayList<>();
    if (!isOne(path.key().partitions().get(0))) {
      delivered.add(new AttributeOrder(key.partition().get(0).name(), false));
    }
    if (!path.key().sorts().isEmpty() && !isOne(path.key().sorts())) {
      delivered.add(new AttributeOrder(key.sort().get(0).name(), false));
    }
    boolean known = areLiterals(path.key().partitions().get(0)) && areLiterals(path.key().sorts());
    return known && delivers(delivered, order, true) ? Optional.of(NATURAL) : Optional.empty();
  }

  private static Optional<AccessOrder> ofQuery(
      KeySchema key, AccessPath path, List<AttributeOrder> order) {
    List<KeyAttribute> sorts =
        key.sort().subList(path.key().range().equal().size(), key.sort().size());
    boolean oneCollection = path.key().collections() == 1;
    boolean unique = path.index() == null && oneCollection;
    boolean descending = order.get(0).descending();
    if (delivers(allIn(sorts, descending), order, unique)) {
      return Optional.of(
          oneCollection
              ? (descending ? BACKWARDS : NATURAL)
              : new AccessOrder(!descending, true, false));
    }
    return oneCollection ? Optional.empty() : byPartition(key, path, sorts, order);
  }

  private static Optional<AccessOrder> byPartition(
      KeySchema key, AccessPath path, List<KeyAttribute> sorts, List<AttributeOrder> order) {
    List<Expression> partitions = path.key().partitions().get(0);
    if (key.partition().size() > 1 || !areLiterals(partitions)) {
      return Optional.empty();
    }
    boolean descending = order.size() > 1 && order.get(1).descending();
    List<AttributeOrder> delivered = new ArrayList<>();
    delivered.add(new AttributeOrder(key.partition().get(0).name(), order.get(0).descending()));
    delivered.addAll(allIn(sorts, descending));
    return delivers(delivered, order, path.index() == null)
        ? Optional.of(new AccessOrder(!descending, false, order.get(0).descending()))
        : Optional.empty();
  }

  private static List<AttributeOrder> allIn(List<KeyAttribute> attributes, boolean descending) {
    return attributes.stream()
        .map(attribute -> new AttributeOrder(attribute.name(), descending))
        .toList();
  }

  /**
   * Whether rows in one order are in another: a part of it, or where rows that are equal in all of
   * it are the same row, any order that begins with it.
   */
  private static boolean delivers(
      List<AttributeOrder> delivered, List<AttributeOrder> asked, boolean unique) {
    if (asked.size() <= delivered.size()) {
      return delivered.subList(0, asked.size()).equals(asked);
    }
    return unique && asked.subList(0, delivered.size()).equals(delivered);
  }

  private static boolean areLiterals(List<Expression> values) {
    return values.isEmpty() || isOne(values) || values.stream().allMatch(Literal.class::isInstance);
  }

  private static boolean isOne(List<Expression> values) {
    return KeyCondition.count(values) == 1;
  }
}
