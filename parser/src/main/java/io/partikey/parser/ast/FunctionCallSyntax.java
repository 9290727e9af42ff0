package io.partikey.parser.ast;

import java.util.List;
import java.util.Locale;

/**
 * A call of a function, e.g. {@code begins_with(Song, 'A')}.
 *
 * <p>The special forms of SQL are calls too: {@code EXTRACT(YEAR FROM d)} is {@code extract('YEAR',
 * d)}, {@code SUBSTRING(s FROM 2 FOR 3)} is {@code substring(s, 2, 3)}, {@code POSITION(x IN s)} is
 * {@code position(x, s)}, and {@code TRIM([LEADING | TRAILING | BOTH] x FROM s)} is {@code ltrim},
 * {@code rtrim} or {@code trim} of {@code (s, x)}. {@code CURRENT_TIMESTAMP} and its kin are calls
 * without arguments.
 */
public record FunctionCallSyntax(Identifier name, List<ExpressionSyntax> arguments, SourceSpan span)
    implements ExpressionSyntax {
  public FunctionCallSyntax {
    arguments = List.copyOf(arguments);
  }

  /** The name in lower case; function names ignore case. */
  public String lowerCaseName() {
    return name.value().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Node> children() {
    return new Children().add(name).addAll(arguments).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitFunctionCall(this, context);
  }
}
