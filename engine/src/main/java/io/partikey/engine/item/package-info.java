/**
 * Items and their values: the ten DynamoDB types, their order, their sizes and their JSON.
 * Everything here is an immutable value, safe to share between threads, and imports nothing but the
 * JDK and Jackson. Any module may use it.
 */
@NullMarked
package io.partikey.engine.item;

import org.jspecify.annotations.NullMarked;
