package io.partikey.parser.ast;

import io.partikey.grammar.PartiqlKeywords;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A name as it stands in the statement, e.g. {@code Artist} or {@code "Song Title"}.
 *
 * <p>Names are case-sensitive whether quoted or not. {@code value} is the name itself: quotes are
 * removed and doubled quotes are single.
 */
public record Identifier(String value, boolean quoted, SourceSpan span) implements Node {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  public Identifier {
    if (value.isEmpty() && !quoted) {
      throw new IllegalArgumentException("only a quoted name can be empty");
    }
  }

  /** A name that is quoted only if it must be: where it is a reserved word or no plain word. */
  public static Identifier of(String name, SourceSpan span) {
    boolean plain = PLAIN.matcher(name).matches() && !PartiqlKeywords.isReserved(name);
    return new Identifier(name, !plain, span);
  }

  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitIdentifier(this, context);
  }
}
