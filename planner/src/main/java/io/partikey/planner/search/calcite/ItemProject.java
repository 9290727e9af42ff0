package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.cost.PlanAssembly;
import java.util.List;
import java.util.OptionalInt;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.util.Pair;
import org.jspecify.annotations.Nullable;

/** Rows computed from rows. */
final class ItemProject extends ItemSingleRel {
  private final List<Expression> expressions;

  ItemProject(RelTraitSet traits, RelNode input, List<Expression> expressions) {
    super(traits, input);
    this.expressions = List.copyOf(expressions);
  }

  @Override
  public PlanNode toPlan(List<PlanNode> inputs) {
    return PlanAssembly.project(inputs.get(0), expressions);
  }

  @Override
  double rowsOf(double inputRows) {
    return inputRows;
  }

  @Override
  protected RelDataType deriveRowType() {
    return DynamicTypes.row(expressions.size());
  }

  @Override
  public @Nullable Pair<RelTraitSet, List<RelTraitSet>> passThroughTraits(RelTraitSet required) {
    return CollationMapping.toInput(required, this::inputColumn);
  }

  private OptionalInt inputColumn(int column) {
    return expressions.get(column) instanceof ColumnReference reference
        ? OptionalInt.of(reference.index())
        : OptionalInt.empty();
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ItemProject(traits, inputs.get(0), expressions);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("expressions", expressions);
  }
}
