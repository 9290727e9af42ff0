package io.partikey.engine.backend;

import io.partikey.engine.item.Item;

/**
 * Where a page ended, so that the next one can begin there.
 *
 * @param lastKey the key attributes of the last item read, of the table and of the index
 * @param bytesBefore bytes read by the request's pages so far, so that its units round once
 */
public record Continuation(Item lastKey, long bytesBefore) {}
