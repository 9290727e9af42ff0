package io.partikey.grammar;

/**
 * One statement of a script.
 *
 * @param text the statement from its first token to its last, without comments around it and
 *     without the semicolon
 * @param line the line of the script in which it begins, from 1
 * @param column the column in which it begins, from 1
 */
public record ScriptStatement(String text, int line, int column) {}
