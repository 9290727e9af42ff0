package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.planner.plan.RowLayout;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which attributes a node needs of the items that it reads. */
final class Selections {
  private Selections() {}

  /** What the columns of a layout are made from. */
  static AttributeSelection of(RowLayout layout) {
    return layout.wholeItem()
        ? AttributeSelection.ALL
        : AttributeSelection.of(new HashSet<>(layout.attributes()));
  }

  /** A selection and some names more. */
  static AttributeSelection plus(AttributeSelection selection, Collection<String> names) {
    if (selection.all()) {
      return selection;
    }
    Set<String> all = new HashSet<>(selection.names());
    all.addAll(names);
    return AttributeSelection.of(all);
  }

  /** A selection and the attributes of a key. */
  static AttributeSelection plus(AttributeSelection selection, KeySchema key) {
    return plus(selection, key.attributes().stream().map(KeyAttribute::name).toList());
  }
}
