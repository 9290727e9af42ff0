package io.partikey.planner.dynamodb.rules;

import io.partikey.parser.ast.Node;
import io.partikey.planner.dynamodb.mistake.Refusals;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Something that DynamoDB refuses, by the kind of node that it refuses it in.
 *
 * @param type the kind of node
 * @param check raises the refusal for a node in a statement's text
 */
record Rule<N extends Node>(Class<N> type, BiConsumer<N, String> check) {
  /** A rule that looks at the node and the statement's text. */
  static <N extends Node> Rule<N> on(Class<N> type, BiConsumer<N, String> check) {
    return new Rule<>(type, check);
  }

  /** A rule that refuses each node of which a function has something to say. */
  static <N extends Node> Rule<N> refuse(Class<N> type, Function<N, Optional<String>> message) {
    return new Rule<>(
        type,
        (node, text) ->
            message
                .apply(node)
                .ifPresent(
                    refusal -> {
                      throw Refusals.of(node.span(), refusal);
                    }));
  }

  /** A rule that refuses every node of the kind with one message. */
  static <N extends Node> Rule<N> refuse(Class<N> type, String message) {
    return refuse(type, node -> Optional.of(message));
  }

  /** A rule that refuses nodes as not well formed, where a function knows the cause. */
  static <N extends Node> Rule<N> notWellFormed(
      Class<N> type, BiFunction<N, String, Optional<String>> cause) {
    return new Rule<>(
        type,
        (node, text) ->
            cause
                .apply(node, text)
                .ifPresent(
                    word -> {
                      throw Refusals.notWellFormed(node.span(), word);
                    }));
  }

  /** Checks a node, if it is of the kind. */
  void check(Node node, String text) {
    if (type.isInstance(node)) {
      check.accept(type.cast(node), text);
    }
  }
}
