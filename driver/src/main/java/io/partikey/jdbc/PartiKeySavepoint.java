package io.partikey.jdbc;

import io.partikey.engine.backend.Transaction;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** A mark in a transaction, with a name or a number. */
final class PartiKeySavepoint implements Savepoint {
  private final int id;
  private final @Nullable String name;
  private final Transaction.Savepoint mark;

  PartiKeySavepoint(int id, @Nullable String name, Transaction.Savepoint mark) {
    this.id = id;
    this.name = name;
    this.mark = mark;
  }

  Transaction.Savepoint mark() {
    return mark;
  }

  @Override
  public int getSavepointId() throws SQLException {
    if (name != null) {
      throw SqlExceptions.invalidSavepoint("The savepoint '" + name + "' has a name, no number");
    }
    return id;
  }

  @Override
  public String getSavepointName() throws SQLException {
    if (name == null) {
      throw SqlExceptions.invalidSavepoint("The savepoint " + id + " has a number, no name");
    }
    return name;
  }
}
