/**
 * Statements about tables instead of items: CREATE, DROP and ALTER, SHOW and DESCRIBE, BACKUP and
 * SHUTDOWN. They are checked against the catalog when they are compiled, with the place of what is
 * wrong, and need no plan. The planner's facade calls {@link
 * io.partikey.planner.define.DefinitionCompiler}; what it makes is immutable and thread-safe.
 */
@NullMarked
package io.partikey.planner.define;

import org.jspecify.annotations.NullMarked;
