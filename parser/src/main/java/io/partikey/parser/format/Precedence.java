package io.partikey.parser.format;

import io.partikey.parser.ast.ArithmeticSyntax;
import io.partikey.parser.ast.BetweenSyntax;
import io.partikey.parser.ast.ComparisonSyntax;
import io.partikey.parser.ast.Concatenation;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.InListSyntax;
import io.partikey.parser.ast.InQuery;
import io.partikey.parser.ast.IsMissing;
import io.partikey.parser.ast.IsNull;
import io.partikey.parser.ast.IsType;
import io.partikey.parser.ast.LikeSyntax;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.parser.ast.NotSyntax;
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

  static Precedence of(ExpressionSyntax expression) {
    if (expression instanceof LogicalSyntax logical) {
      return switch (logical.operator()) {
        case OR -> DISJUNCTION;
        case AND -> CONJUNCTION;
      };
    }
    if (expression instanceof NotSyntax) {
      return NEGATION;
    }
    if (isPredicate(expression)) {
      return PREDICATE;
    }
    if (expression instanceof Concatenation) {
      return CONCATENATION;
    }
    if (expression instanceof ArithmeticSyntax arithmetic) {
      return of(arithmetic.operator());
    }
    if (expression instanceof Signed
        || (expression instanceof NumberLiteral number && number.text().startsWith("-"))) {
      return SIGN;
    }
    return PRIMARY;
  }

  static Precedence of(ArithmeticSyntax.Operator operator) {
    return switch (operator) {
      case ADD, SUBTRACT -> SUM;
      case MULTIPLY, DIVIDE, REMAINDER -> PRODUCT;
    };
  }

  private static boolean isPredicate(ExpressionSyntax expression) {
    return expression instanceof ComparisonSyntax
        || expression instanceof BetweenSyntax
        || expression instanceof InListSyntax
        || expression instanceof InCollection
        || expression instanceof InQuery
        || expression instanceof LikeSyntax
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
