package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every function by its names; names ignore case. */
public final class FunctionCatalog {
  private static final Map<String, Function> FUNCTIONS = byName();

  private FunctionCatalog() {}

  /** The function of a name, also one that only some clauses or dialects allow. */
  public static Optional<Function> find(String name) {
    return Optional.ofNullable(FUNCTIONS.get(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * The function that a call means.
   *
   * @throws EngineException with {@code UNKNOWN_FUNCTION} and the service's message if no function
   *     has the name or it does not take so many arguments
   */
  public static Function resolve(String name, int arguments) {
    Function function =
        find(name)
            .orElseThrow(
                () ->
                    new EngineException(
                        ErrorCode.UNKNOWN_FUNCTION,
                        "Unrecognized function: " + name.toLowerCase(Locale.ROOT)));
    checkArguments(function, arguments);
    return function;
  }

  /**
   * Checks how many arguments a function is called with.
   *
   * @throws EngineException with {@code UNKNOWN_FUNCTION} and the service's message if it does not
   *     take so many
   */
  public static void checkArguments(Function function, int arguments) {
    if (arguments < function.leastArguments() || arguments > function.mostArguments()) {
      throw new EngineException(ErrorCode.UNKNOWN_FUNCTION, wrongCount(function, arguments));
    }
  }

  /** The names of all functions, in lower case and sorted. */
  public static Set<String> names() {
    return FUNCTIONS.keySet();
  }

  private static String wrongCount(Function function, int arguments) {
    String name = function.functionName();
    if (function == UpdateFunction.SET_ADD || function == UpdateFunction.SET_DELETE) {
      return name.toUpperCase(Locale.ROOT) + " must have exactly two arguments";
    }
    return "Incorrect number of operands for operator or function; operator or function: "
        + name
        + ", number of operands: "
        + arguments;
  }

  private static Map<String, Function> byName() {
    Map<String, Function> functions = new TreeMap<>();
    List.<Function[]>of(
            ScalarFunction.values(),
            UpdateFunction.values(),
            TextFunction.values(),
            NumericFunction.values(),
            ChoiceFunction.values(),
            DateFunction.values())
        .forEach(
            family -> {
              for (Function function : family) {
                functions.put(function.functionName(), function);
              }
            });
    functions.put("ceiling", NumericFunction.CEIL);
    functions.put("pow", NumericFunction.POWER);
    functions.put("trunc", NumericFunction.TRUNCATE);
    functions.put("character_length", TextFunction.CHAR_LENGTH);
    functions.put("length", TextFunction.CHAR_LENGTH);
    functions.put("lcase", TextFunction.LOWER);
    functions.put("ucase", TextFunction.UPPER);
    functions.put("locate", TextFunction.POSITION);
    functions.put("substr", TextFunction.SUBSTRING);
    return Collections.unmodifiableMap(functions);
  }
}
