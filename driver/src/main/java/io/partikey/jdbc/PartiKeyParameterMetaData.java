package io.partikey.jdbc;

import io.partikey.jdbc.type.SqlType;
import io.partikey.planner.api.ParameterDescription;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description of a prepared statement's parameters: the type of the key attribute that one
 * stands for, VARCHAR for all others, because what they are compared with may be of any type.
 */
final class PartiKeyParameterMetaData implements ParameterMetaData {
  private final List<SqlType> types;

  PartiKeyParameterMetaData(List<ParameterDescription> parameters) {
    this.types =
        parameters.stream()
            .map(parameter -> parameter.type().map(SqlType::of).orElse(SqlType.VARCHAR))
            .toList();
  }

  private SqlType type(int index) throws SQLException {
    if (index < 1 || index > types.size()) {
      throw SqlExceptions.invalidArgument(
          "There is no parameter " + index + "; the statement has " + types.size());
    }
    return types.get(index - 1);
  }

  @Override
  public int getParameterCount() {
    return types.size();
  }

  @Override
  public int getParameterType(int index) throws SQLException {
    return type(index).code();
  }

  @Override
  public String getParameterTypeName(int index) throws SQLException {
    return type(index).name();
  }

  @Override
  public String getParameterClassName(int index) throws SQLException {
    type(index);
    return Object.class.getName();
  }

  @Override
  public int getParameterMode(int index) throws SQLException {
    type(index);
    return parameterModeIn;
  }

  @Override
  public int isNullable(int index) throws SQLException {
    type(index);
    return parameterNullableUnknown;
  }

  @Override
  public boolean isSigned(int index) throws SQLException {
    return type(index).isNumeric();
  }

  @Override
  public int getPrecision(int index) throws SQLException {
    return type(index).precision();
  }

  @Override
  public int getScale(int index) throws SQLException {
    return type(index).scale();
  }

  @Override
  public <T> T unwrap(@Nullable Class<T> type) throws SQLException {
    return Unwrapping.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(@Nullable Class<?> type) {
    return Unwrapping.isWrapper(this, type);
  }
}
