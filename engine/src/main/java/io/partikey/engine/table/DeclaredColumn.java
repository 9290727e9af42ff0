package io.partikey.engine.table;

import io.partikey.engine.item.AttributeType;

/**
 * An attribute that CREATE TABLE or ALTER TABLE named: advice for tools, not a constraint.
 *
 * @param name the attribute's name
 * @param type the type that was declared
 */
public record DeclaredColumn(String name, AttributeType type) {}
