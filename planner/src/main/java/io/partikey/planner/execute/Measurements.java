package io.partikey.planner.execute;

import io.partikey.planner.plan.PlanNode;
import java.util.function.Supplier;

/** Where nodes of a plan say what they did; without an analysis nobody listens. */
interface Measurements {
  /** Nobody listens. */
  Measurements NONE =
      new Measurements() {
        @Override
        public <T> Cursor<T> measured(PlanNode node, Cursor<T> cursor) {
          return cursor;
        }

        @Override
        public <T> Cursor<T> counted(PlanNode node, Cursor<T> cursor) {
          return cursor;
        }

        @Override
        public <R> R measured(PlanNode node, Supplier<R> work) {
          return work.get();
        }
      };

  /** A cursor that says of each step how long it took, what it consumed, and whether it found. */
  <T> Cursor<T> measured(PlanNode node, Cursor<T> cursor);

  /** A cursor that says only how much it found. */
  <T> Cursor<T> counted(PlanNode node, Cursor<T> cursor);

  /** Does some work for a node, saying how long it took and what it consumed. */
  <R> R measured(PlanNode node, Supplier<R> work);
}
