package io.partikey.planner.define;

import io.partikey.engine.error.ErrorCode;
import io.partikey.parser.ast.Identifier;
import io.partikey.planner.bind.BindingErrors;
import io.partikey.planner.bind.TableResolver;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What tables, indexes and attributes may be called: DynamoDB's rules. */
final class Names {
  private static final int MOST_KEY_NAME_BYTES = 255;

  private Names() {}

  /** Refuses what no table or index may be called. */
  static String checked(Identifier name, String what) {
    if (!TableResolver.NAME.matcher(name.value()).matches()) {
      throw BindingErrors.at(
          name.span(),
          ErrorCode.VALIDATION,
          what
              + " name \""
              + name.value()
              + "\" is not allowed. Use 3 to 255 letters, digits, and the characters _ . -");
    }
    return name.value();
  }

  /** Refuses what no attribute of a key or projection may be called. */
  static String checkedAttribute(Identifier name) {
    int bytes = name.value().getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > MOST_KEY_NAME_BYTES) {
      throw BindingErrors.at(
          name.span(),
          ErrorCode.VALIDATION,
          "An attribute of a key or an index has a name of 1 to "
              + MOST_KEY_NAME_BYTES
              + " bytes, not "
              + bytes
              + ".");
    }
    return name.value();
  }

  /** Refuses names of which one comes twice. */
  static void requireDistinct(List<Identifier> names) {
    Set<String> seen = new HashSet<>();
    for (Identifier name : names) {
      if (!seen.add(name.value())) {
        throw BindingErrors.at(
            name.span(),
            ErrorCode.VALIDATION,
            "\"" + name.value() + "\" is named twice. Leave one of them out.");
      }
    }
  }
}
