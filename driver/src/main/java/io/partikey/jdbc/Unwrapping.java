package io.partikey.jdbc;

import java.sql.SQLException;

/** The one implementation of {@link java.sql.Wrapper}: an object is what its class says it is. */
final class Unwrapping {
  private Unwrapping() {}

  static <T> T unwrap(Object object, Class<T> type) throws SQLException {
    if (type.isInstance(object)) {
      return type.cast(object);
    }
    throw SqlExceptions.invalidArgument(
        object.getClass().getSimpleName() + " cannot be unwrapped to " + type.getName());
  }
}
