package io.partikey.planner.dynamodb.rules;

import io.partikey.parser.ast.Node;
import io.partikey.planner.dynamodb.mistake.Mistake;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Something that DynamoDB refuses, by the kind of node that it refuses it in.
 *
 * @param type the kind of node
 * @param check the mistake in a node of the kind, if it is one
 */
record Rule<N extends Node>(Class<N> type, BiFunction<N, Clause, Optional<Mistake>> check) {
  /** A rule that looks at the node. */
  static <N extends Node> Rule<N> on(
      Class<N> type, BiFunction<N, Clause, Optional<Mistake>> check) {
    return new Rule<>(type, check);
  }

  /** A rule that refuses every node of the kind with one message. */
  static <N extends Node> Rule<N> refuse(Class<N> type, String message) {
    return on(type, (node, clause) -> clause.mistake(node, message));
  }

  /** A rule by which no node of the kind is well formed. */
  static <N extends Node> Rule<N> notWellFormed(Class<N> type, String cause) {
    return on(type, (node, clause) -> clause.notWellFormed(node, cause));
  }

  /** A rule by which some nodes of the kind are not well formed. */
  static <N extends Node> Rule<N> notWellFormed(
      Class<N> type, Predicate<N> mistaken, String cause) {
    return on(
        type,
        (node, clause) ->
            mistaken.test(node) ? clause.notWellFormed(node, cause) : Optional.empty());
  }

  /** The first mistake that rules find in a node. */
  static Optional<Mistake> first(List<Rule<?>> rules, Node node, Clause clause) {
    return Mistake.first(rules, rule -> rule.mistake(node, clause));
  }

  private Optional<Mistake> mistake(Node node, Clause clause) {
    return type.isInstance(node) ? check.apply(type.cast(node), clause) : Optional.empty();
  }
}
