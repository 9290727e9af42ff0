package io.partikey.planner.execute;

/**
 * What a node of a plan computes, one step after the other. Used by one thread.
 *
 * <ol>
 *   <li>A step is something found, a pause, or the end.
 *   <li>After a pause the next call goes on where this one stopped. A cursor over an input passes
 *       its pauses on, so that whoever drives the plan gets a word in between pages that give
 *       nothing.
 *   <li>After the end every further step is the end.
 *   <li>A cursor owns its inputs and closes them; closing is idempotent, and needed even after the
 *       end.
 * </ol>
 */
public interface Cursor<T> extends AutoCloseable {
  /**
   * The next step.
   *
   * @throws io.partikey.engine.error.EngineException when reading or evaluating fails or the
   *     statement was cancelled; the cursor can only be closed then
   */
  CursorStep<T> next();

  @Override
  void close();
}
