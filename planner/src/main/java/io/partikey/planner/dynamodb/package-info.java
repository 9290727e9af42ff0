/**
 * DynamoDB's dialect of PartiQL: what it refuses and in which order (rules, mistake), how it reads
 * a SELECT (select), what a write names (write), and its PartiQL calls (request). The binder, the
 * search and the cursors of SQL serve it too; where they do something else for it they ask a trait
 * of {@link io.partikey.planner.mode.Mode}.
 */
@NullMarked
package io.partikey.planner.dynamodb;

import org.jspecify.annotations.NullMarked;
