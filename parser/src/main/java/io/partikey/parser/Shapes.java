package io.partikey.parser;

import io.partikey.grammar.PartiqlBaseParser;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Looks through the rungs of the expression ladder for what stands there alone. */
final class Shapes {
  private Shapes() {}

  /** The atom that is the whole of the rule, or null if there is an operator or a path step. */
  static PartiqlBaseParser.@Nullable AtomContext atom(ParseTree rule) {
    ParseTree shape = rule;
    while (!(shape instanceof PartiqlBaseParser.AtomContext atom)) {
      if (shape.getChildCount() != 1) {
        return null;
      }
      shape = shape.getChild(0);
    }
    return atom;
  }
}
