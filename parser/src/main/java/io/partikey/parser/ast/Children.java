package io.partikey.parser.ast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of child nodes in the making; parts that a node does not have are left out. */
final class Children {
  private final List<Node> nodes = new ArrayList<>();

  Children add(@Nullable Node node) {
    if (node != null) {
      nodes.add(node);
    }
    return this;
  }

  Children addAll(List<? extends Node> more) {
    nodes.addAll(more);
    return this;
  }

  List<Node> toList() {
    return List.copyOf(nodes);
  }
}
