package io.partikey.shell.transfer;

import io.partikey.engine.item.MapValue;

/**
 * An item to be written, and where it comes from.
 *
 * @param item its attributes
 * @param source the file
 * @param line the line in which it begins, from 1
 */
public record SourceItem(MapValue item, String source, long line) {}
