package io.partikey.planner.bind;

import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.error.ErrorCode;
import io.partikey.parser.ast.Returning;
import org.jspecify.annotations.Nullable;

/** RETURNING: what a write answers of the items that it changed. */
public final class Returnings {
  private Returnings() {}

  /** What an UPDATE answers. */
  public static ReturnValues ofUpdate(@Nullable Returning returning) {
    if (returning == null) {
      return ReturnValues.NONE;
    }
    boolean old = returning.image() == Returning.Image.OLD;
    return switch (returning.scope()) {
      case ALL -> old ? ReturnValues.ALL_OLD : ReturnValues.ALL_NEW;
      case MODIFIED -> old ? ReturnValues.MODIFIED_OLD : ReturnValues.MODIFIED_NEW;
    };
  }

  /** What a DELETE answers, which can only be the items that were. */
  public static ReturnValues ofDelete(@Nullable Returning returning) {
    ReturnValues values = ofUpdate(returning);
    if (returning == null || values == ReturnValues.ALL_OLD) {
      return values;
    }
    throw BindingErrors.at(
        returning.span(),
        ErrorCode.VALIDATION,
        "Invalid returning clause: RETURNING "
            + returning.scope()
            + " "
            + returning.image()
            + " *. Only RETURNING ALL OLD * is allowed in DELETE statements.");
  }
}
