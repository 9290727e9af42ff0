package io.partikey.parser.format;

import io.partikey.parser.ast.Arithmetic;
import io.partikey.parser.ast.Between;
import io.partikey.parser.ast.Comparison;
import io.partikey.parser.ast.Concatenation;
import io.partikey.parser.ast.Expression;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.InList;
import io.partikey.parser.ast.InQuery;
import io.partikey.parser.ast.IsMissing;
import io.partikey.parser.ast.IsNull;
import io.partikey.parser.ast.IsType;
import io.partikey.parser.ast.Like;
import io.partikey.parser.ast.Logical;
import io.partikey.parser.ast.Not;
import io.partikey.parser.ast.NumberLiteral;
import io.partikey.parser.ast.Signed;

/** How tight an expression holds together, from the loosest to the tightest. */
enum Precedence {
  DISJUNCTION,
  CONJUNCTION,
  NEGATION,
  PREDICATE,
  CONCATENATION,
  SUM,
  PRODUCT,
  SIGN,
  PRIMARY;

  static Precedence of(Expression expression) {
    if (expression instanceof Logical logical) {
      return switch (logical.operator()) {
        case OR -> DISJUNCTION;
        case AND -> CONJUNCTION;
      };
    }
    if (expression instanceof Not) {
      return NEGATION;
    }
    if (isPredicate(expression)) {
      return PREDICATE;
    }
    if (expression instanceof Concatenation) {
      return CONCATENATION;
    }
    if (expression instanceof Arithmetic arithmetic) {
      return of(arithmetic.operator());
    }
    if (expression instanceof Signed
        || (expression instanceof NumberLiteral number && number.text().startsWith("-"))) {
      return SIGN;
    }
    return PRIMARY;
  }

  static Precedence of(Arithmetic.Operator operator) {
    return switch (operator) {
      case ADD, SUBTRACT -> SUM;
      case MULTIPLY, DIVIDE, REMAINDER -> PRODUCT;
    };
  }

  private static boolean isPredicate(Expression expression) {
    return expression instanceof Comparison
        || expression instanceof Between
        || expression instanceof InList
        || expression instanceof InCollection
        || expression instanceof InQuery
        || expression instanceof Like
        || expression instanceof IsNull
        || expression instanceof IsMissing
        || expression instanceof IsType;
  }

  /** The next tighter one, which the right side of a left-associative operator needs. */
  Precedence tighter() {
    return switch (this) {
      case DISJUNCTION -> CONJUNCTION;
      case CONJUNCTION -> NEGATION;
      case NEGATION -> PREDICATE;
      case PREDICATE -> CONCATENATION;
      case CONCATENATION -> SUM;
      case SUM -> PRODUCT;
      case PRODUCT -> SIGN;
      case SIGN, PRIMARY -> PRIMARY;
    };
  }
}
