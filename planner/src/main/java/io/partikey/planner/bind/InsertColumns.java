package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.InsertSource;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.OutputColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The attribute names of INSERT … SELECT: those that are written, or the query's labels. */
final class InsertColumns {
  private InsertColumns() {}

  /** A query whose labels are the names of the attributes that its rows are stored under. */
  static BoundQuery named(BoundQuery query, InsertSource.QueryResult written) {
    BoundQuery named = written.columns().isEmpty() ? query : renamed(query, written);
    Set<String> names = new HashSet<>();
    for (OutputColumn column : named.output()) {
      if (column instanceof OutputColumn.Value value && !names.add(value.column().label())) {
        throw BindingErrors.at(
            written.span(),
            ErrorCode.VALIDATION,
            "\"" + value.column().label() + "\" is given twice. Leave one of them out.");
      }
    }
    boolean mixed =
        named.output().size() > 1
            && !named.output().stream().allMatch(OutputColumn.Value.class::isInstance);
    if (mixed) {
      throw BindingErrors.unsupported(
          written.query().span(),
          "INSERT of a star and other columns",
          "Insert * alone, or name every column.");
    }
    return named;
  }

  private static BoundQuery renamed(BoundQuery query, InsertSource.QueryResult written) {
    if (written.columns().size() != query.output().size()) {
      throw BindingErrors.at(
          written.query().span(),
          ErrorCode.VALIDATION,
          "There are "
              + written.columns().size()
              + " names and "
              + query.output().size()
              + " columns. Give each name one column.");
    }
    List<OutputColumn> output = new ArrayList<>();
    for (int i = 0; i < query.output().size(); i++) {
      Identifier name = written.columns().get(i);
      if (!(query.output().get(i) instanceof OutputColumn.Value value)) {
        throw BindingErrors.unsupported(
            name.span(), "A name for a star", "Leave out the names, or name every column.");
      }
      output.add(
          new OutputColumn.Value(ResultColumn.computed(name.value(), value.column().types())));
    }
    return new BoundQuery(query.relation(), output, query.parameterCount());
  }
}
