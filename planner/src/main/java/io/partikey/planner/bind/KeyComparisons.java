package io.partikey.planner.bind;

import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Not;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.bound.KeyLiteral;
import io.partikey.planner.bound.References;
import java.util.List;
import java.util.Optional;

/**
 * Finds where WHERE or ON compares a key attribute of a table, or of the index that FROM names,
 * with values that are known before anything is read: by itself or as a part of AND, OR and NOT.
 * Such a value of another type than the key is an error, whichever plan the statement gets;
 * literals are checked when it is bound, parameters each time that it runs.
 *
 * <p>As on DynamoDB, a partition attribute that is bounded by {@code <} and the like is not
 * compared as a key, since that is no key condition.
 */
final class KeyComparisons {
  private final BindingContext context;
  private final Scope scope;
  private final StatementPosition position;

  KeyComparisons(BindingContext context, Scope scope, SourceSpan span) {
    this.context = context;
    this.scope = scope;
    this.position = Positions.of(span);
  }

  /** Checks a condition, or notes what is to be checked of its parameters. */
  void check(Expression condition) {
    check(condition, true);
  }

  private void check(Expression condition, boolean positive) {
    if (condition instanceof Logical logical) {
      logical.terms().forEach(term -> check(term, positive));
    } else if (condition instanceof Not not) {
      check(not.condition(), !positive);
    } else if (condition instanceof Comparison comparison) {
      checkComparison(comparison, positive);
    } else if (positive) {
      checkOther(condition);
    }
  }

  private void checkComparison(Comparison comparison, boolean positive) {
    boolean equality =
        comparison.operator()
            == (positive ? ComparisonOperator.EQUAL : ComparisonOperator.NOT_EQUAL);
    boolean range =
        positive
            && comparison.operator() != ComparisonOperator.EQUAL
            && comparison.operator() != ComparisonOperator.NOT_EQUAL;
    if (equality || range) {
      check(comparison.left(), equality, List.of(comparison.right()));
      check(comparison.right(), equality, List.of(comparison.left()));
    }
  }

  private void checkOther(Expression condition) {
    if (condition instanceof InList in) {
      check(in.value(), true, in.candidates());
    } else if (condition instanceof Between between) {
      check(between.value(), false, List.of(between.lower(), between.upper()));
    } else if (condition instanceof FunctionCall call
        && call.function() == ScalarFunction.BEGINS_WITH) {
      check(call.arguments().get(0), false, call.arguments().subList(1, 2));
    }
  }

  private void check(Expression operand, boolean equality, List<Expression> values) {
    key(operand)
        .flatMap(
            key ->
                name(operand)
                    .flatMap(key::find)
                    .filter(attribute -> equality || !key.partition().contains(attribute)))
        .ifPresent(attribute -> values.forEach(value -> check(operand, attribute, value)));
  }

  private Optional<KeySchema> key(Expression operand) {
    return operand instanceof AttributeReference
        ? scope.writtenTable().map(table -> table.key())
        : scope.readTable(operand, context.symbols()).map(table -> table.source().key());
  }

  private Optional<String> name(Expression operand) {
    return operand instanceof AttributeReference attribute
        ? Optional.of(attribute.name())
        : context.symbols().origin(operand).flatMap(Symbols.Origin::attribute);
  }

  private void check(Expression operand, KeyAttribute attribute, Expression value) {
    if (!References.isFixed(value) || References.usesColumns(value)) {
      return;
    }
    KeyComparison comparison =
        new KeyComparison(attribute, value, position, cure(operand, attribute, value));
    if (value instanceof Literal) {
      comparison.check(Parameters.NONE);
    } else {
      context.keyComparisons().add(comparison);
    }
  }

  private String cure(Expression operand, KeyAttribute attribute, Expression value) {
    if (value instanceof Parameter parameter) {
      return attribute.name()
          + " is a "
          + TypeNames.inDefinitions(attribute.type())
          + ", and parameter "
          + (parameter.index() + 1)
          + " must be one.";
    }
    List<KeyLiteral> written =
        mistyped(operand).stream()
            .filter(literal -> key(operand).orElseThrow().contains(literal.attribute()))
            .toList();
    boolean clear = written.stream().allMatch(literal -> literal.converted().isPresent());
    if (clear && !written.isEmpty()) {
      return "Write " + MistypedText.of(written) + ".";
    }
    return attribute.name() + " is a " + TypeNames.inDefinitions(attribute.type()) + ".";
  }

  private List<KeyLiteral> mistyped(Expression operand) {
    return scope
        .written(operand)
        .map(written -> written.table().mistyped())
        .or(() -> scope.readTable(operand, context.symbols()).map(Draft.Table::mistyped))
        .orElse(List.of());
  }
}
