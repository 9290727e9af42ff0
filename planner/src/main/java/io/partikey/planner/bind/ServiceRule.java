package io.partikey.planner.bind;

import io.partikey.parser.ast.Node;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Something that the service refuses, by the kind of node that it refuses it in.
 *
 * @param type the kind of node
 * @param check raises the refusal for a node in a statement's text
 */
record ServiceRule<N extends Node>(Class<N> type, BiConsumer<N, String> check) {
  /** A rule that looks at the node and the statement's text. */
  static <N extends Node> ServiceRule<N> on(Class<N> type, BiConsumer<N, String> check) {
    return new ServiceRule<>(type, check);
  }

  /** A rule that refuses each node of which a function has something to say. */
  static <N extends Node> ServiceRule<N> refuse(
      Class<N> type, Function<N, Optional<String>> message) {
    return new ServiceRule<>(
        type,
        (node, text) ->
            message
                .apply(node)
                .ifPresent(
                    refusal -> {
                      throw ServiceRefusal.of(node.span(), refusal);
                    }));
  }

  /** A rule that refuses every node of the kind with one message. */
  static <N extends Node> ServiceRule<N> refuse(Class<N> type, String message) {
    return refuse(type, node -> Optional.of(message));
  }

  /** A rule that refuses nodes as not well formed, where a function knows the cause. */
  static <N extends Node> ServiceRule<N> notWellFormed(
      Class<N> type, BiFunction<N, String, Optional<String>> cause) {
    return new ServiceRule<>(
        type,
        (node, text) ->
            cause
                .apply(node, text)
                .ifPresent(
                    word -> {
                      throw ServiceRefusal.notWellFormed(node.span(), word);
                    }));
  }

  /** Checks a node, if it is of the kind. */
  void check(Node node, String text) {
    if (type.isInstance(node)) {
      check.accept(type.cast(node), text);
    }
  }
}
