package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.CurrentTime;
import io.partikey.engine.expression.DateFunction;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Function;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.FunctionCatalog;
import io.partikey.engine.expression.TextFunction;
import io.partikey.engine.expression.UpdateFunction;
import io.partikey.grammar.NearestName;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.InCollection;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.parser.ast.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls of functions, by their names and from their bound arguments. */
final class FunctionBinder {
  private final BindingContext context;
  private final ParameterTyping parameters;

  FunctionBinder(BindingContext context) {
    this.context = context;
    this.parameters = new ParameterTyping(context);
  }

  /**
   * A call with its arguments as values, one after the other: {@code POSITION(a IN b)} puts IN
   * between them, and {@code date_add(YEAR, 1, d)} names a part of a date without quotes.
   */
  static FunctionCallSyntax plain(FunctionCallSyntax written) {
    Optional<Function> function = FunctionCatalog.find(written.lowerCaseName());
    List<ExpressionSyntax> arguments = new ArrayList<>(written.arguments());
    if (arguments.isEmpty()) {
      return written;
    }
    if (function.filter(TextFunction.POSITION::equals).isPresent()
        && arguments.size() == 1
        && arguments.get(0) instanceof InCollection part
        && !part.negated()) {
      return with(written, List.of(part.value(), part.collection()));
    }
    if (function.filter(DateFunction.class::isInstance).isPresent()
        && arguments.get(0) instanceof Variable part
        && DateFunction.isPart(part.name().value())) {
      arguments.set(0, new StringLiteral(part.name().value(), part.span()));
      return with(written, arguments);
    }
    return written;
  }

  private static FunctionCallSyntax with(
      FunctionCallSyntax call, List<ExpressionSyntax> arguments) {
    return new FunctionCallSyntax(call.name(), arguments, call.span());
  }

  /**
   * The call of a function in an expression.
   *
   * @throws EngineException with {@code UNKNOWN_FUNCTION} if there is none of this name, or none
   *     with so many arguments
   */
  Expression call(FunctionCallSyntax written, List<Expression> arguments) {
    Optional<CurrentTime> time = CurrentTime.find(written.lowerCaseName());
    if (time.isPresent() && arguments.isEmpty()) {
      return context.parameters().moment(time.get());
    }
    Function function =
        FunctionCatalog.find(written.lowerCaseName()).orElseThrow(() -> unknown(written));
    if (function instanceof UpdateFunction) {
      throw BindingErrors.at(
          written.name().span(),
          ErrorCode.UNKNOWN_FUNCTION,
          "Function "
              + function.functionName()
              + " may only stand right behind the = of a SET in an UPDATE.");
    }
    if (arguments.size() < function.leastArguments()
        || arguments.size() > function.mostArguments()) {
      throw wrongCount(written, function);
    }
    parameters.arguments(function, arguments);
    return new FunctionCall(function, arguments);
  }

  private static EngineException unknown(FunctionCallSyntax written) {
    return BindingErrors.at(
        written.name().span(),
        ErrorCode.UNKNOWN_FUNCTION,
        "There is no function "
            + written.name().value()
            + "."
            + NearestName.hint(written.lowerCaseName(), FunctionCatalog.names()));
  }

  private static EngineException wrongCount(FunctionCallSyntax written, Function function) {
    int least = function.leastArguments();
    int most = function.mostArguments();
    return BindingErrors.at(
        written.span(),
        ErrorCode.UNKNOWN_FUNCTION,
        "Function "
            + function.functionName()
            + " takes "
            + expected(least, most)
            + ", not "
            + written.arguments().size()
            + ".");
  }

  private static String expected(int least, int most) {
    if (most == Integer.MAX_VALUE) {
      return "at least " + least + (least == 1 ? " argument" : " arguments");
    }
    String count = least == most ? String.valueOf(least) : least + " to " + most;
    return count + (most == 1 ? " argument" : " arguments");
  }
}
