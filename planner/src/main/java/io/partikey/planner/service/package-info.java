/**
 * What the service makes of a SELECT: one read for each partition value and sort condition, the
 * order that they are made in, and what it refuses of them. Pure and immutable: bind makes a {@link
 * io.partikey.planner.service.ServiceSelect}, execute runs its reads.
 */
@NullMarked
package io.partikey.planner.service;

import org.jspecify.annotations.NullMarked;
