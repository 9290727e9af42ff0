package io.partikey.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The one implementation of {@link java.sql.Wrapper}: an object is what its class says it is. */
final class Unwrapping {
  private Unwrapping() {}

  static boolean isWrapper(Object object, @Nullable Class<?> type) {
    return type != null && type.isInstance(object);
  }

  static <T> T unwrap(Object object, @Nullable Class<T> type) throws SQLException {
    if (type == null) {
      throw SqlExceptions.invalidArgument("The class to unwrap to is null");
    }
    if (type.isInstance(object)) {
      return type.cast(object);
    }
    throw SqlExceptions.invalidArgument(
        object.getClass().getSimpleName() + " cannot be unwrapped to " + type.getName());
  }
}
