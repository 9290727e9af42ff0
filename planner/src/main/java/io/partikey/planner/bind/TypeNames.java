package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.TypeKind;
import io.partikey.engine.item.AttributeType;
import io.partikey.parser.ast.DataType;

/** Types as statements name them. Dates and times are strings, as DynamoDB keeps them. */
public final class TypeNames {
  private TypeNames() {}

  /**
   * What a name of a type means.
   *
   * @throws io.partikey.engine.error.EngineException with {@code WRONG_TYPE} if there is none of
   *     this name
   */
  static TypeKind kind(DataType type) {
    return TypeKind.find(type.name())
        .orElseThrow(
            () ->
                BindingErrors.at(
                    type.span(),
                    ErrorCode.WRONG_TYPE,
                    "There is no type "
                        + type.name()
                        + ". Types are STRING, NUMBER, INTEGER, BINARY, BOOLEAN, DATE, TIMESTAMP,"
                        + " LIST, MAP, STRING SET, NUMBER SET and BINARY SET."));
  }

  /**
   * The type that a column is declared with: JSON, which is what clients are told that documents
   * are, stands for the most common of them, MAP.
   *
   * @throws io.partikey.engine.error.EngineException with {@code WRONG_TYPE} if there is none of
   *     this name, or values of several types have it
   */
  public static AttributeType declared(DataType type) {
    TypeKind kind = kind(type);
    if (kind == TypeKind.JSON) {
      return AttributeType.M;
    }
    return kind.attributeType()
        .orElseThrow(
            () ->
                BindingErrors.at(
                    type.span(),
                    ErrorCode.WRONG_TYPE,
                    "A column cannot be declared as "
                        + type.name()
                        + ": name one type, for example MAP or STRING SET."));
  }

  /** How a type is written in DDL. */
  public static String inDefinitions(AttributeType type) {
    return switch (type) {
      case S -> "STRING";
      case N -> "NUMBER";
      case B -> "BINARY";
      case BOOL -> "BOOLEAN";
      case NULL -> "NULL";
      case L -> "LIST";
      case M -> "MAP";
      case SS -> "STRING SET";
      case NS -> "NUMBER SET";
      case BS -> "BINARY SET";
    };
  }
}
