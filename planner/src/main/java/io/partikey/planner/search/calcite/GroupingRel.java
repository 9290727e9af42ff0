package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.search.cost.Cardinality;
import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;

/**
 * One row for each group, before a way to do it is chosen. Not Calcite's aggregate, whose keys are
 * a set of columns and whose calls it would rewrite.
 */
final class GroupingRel extends SingleRel {
  private final List<Expression> keys;
  private final List<AggregateCall> calls;

  GroupingRel(RelTraitSet traits, RelNode input, List<Expression> keys, List<AggregateCall> calls) {
    super(input.getCluster(), traits, input);
    this.keys = List.copyOf(keys);
    this.calls = List.copyOf(calls);
  }

  List<Expression> keys() {
    return keys;
  }

  List<AggregateCall> calls() {
    return calls;
  }

  @Override
  protected RelDataType deriveRowType() {
    return DynamicTypes.row(keys.size() + calls.size());
  }

  @Override
  public double estimateRowCount(RelMetadataQuery query) {
    return Cardinality.groups(query.getRowCount(getInput()), keys.size());
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new GroupingRel(traits, inputs.get(0), keys, calls);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("keys", keys).item("calls", calls);
  }
}
