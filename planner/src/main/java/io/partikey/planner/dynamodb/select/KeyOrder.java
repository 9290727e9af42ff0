package io.partikey.planner.dynamodb.select;

import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import java.util.List;
import java.util.Optional;

/**
 * The order that DynamoDB answers in: by partition value, then by sort key, however the terms of
 * ORDER BY are arranged. An order by the partition key alone turns that of the sort key round.
 *
 * @param partitionAscending whether partition values ascend
 * @param sortAscending whether sort keys ascend
 * @param namesPartition whether ORDER BY names the partition key
 */
public record KeyOrder(boolean partitionAscending, boolean sortAscending, boolean namesPartition) {
  /** The order without ORDER BY. */
  public static final KeyOrder UNORDERED = new KeyOrder(true, true, false);

  /** A term of ORDER BY: a key attribute. */
  public record Term(String attribute, boolean ascending) {}

  /** The order of terms that all name key attributes. */
  public static KeyOrder of(List<Term> terms, KeySchema key) {
    Optional<Term> partition = find(terms, key.partition().get(0));
    Optional<Term> sort = key.sort().stream().findFirst().flatMap(each -> find(terms, each));
    return new KeyOrder(
        partition.map(Term::ascending).orElse(true),
        sort.map(Term::ascending).orElse(false),
        partition.isPresent());
  }

  private static Optional<Term> find(List<Term> terms, KeyAttribute attribute) {
    return terms.stream().filter(term -> term.attribute().equals(attribute.name())).findFirst();
  }
}
