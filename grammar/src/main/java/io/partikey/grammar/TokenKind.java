package io.partikey.grammar;

/** What a stretch of statement text is to the eye. */
public enum TokenKind {
  /** A word of the grammar, e.g. {@code SELECT}; also where it is used as a name. */
  KEYWORD,
  /** A name, quoted or not. */
  IDENTIFIER,
  /** A string in single quotes. */
  STRING,
  /** A number without its sign. */
  NUMBER,
  /** A comment or a hint. */
  COMMENT,
  /** An operator, a bracket or a separator. */
  OPERATOR,
  /** A question mark. */
  PARAMETER,
  /** What no statement can contain, e.g. a string without end. */
  ERROR
}
