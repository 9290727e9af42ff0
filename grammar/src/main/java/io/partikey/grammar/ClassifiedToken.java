package io.partikey.grammar;

/**
 * A stretch of statement text and what it is.
 *
 * @param kind what it is
 * @param start the index of its first character, as {@link String#charAt} counts
 * @param end the index behind its last character
 */
public record ClassifiedToken(TokenKind kind, int start, int end) {}
