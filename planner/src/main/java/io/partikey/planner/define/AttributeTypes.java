package io.partikey.planner.define;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.TableDescription;
import io.partikey.grammar.NearestName;
import io.partikey.parser.ast.ColumnDefinition;
import io.partikey.parser.ast.Identifier;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.bind.BindingErrors;
import io.partikey.planner.bind.TypeNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of attributes while keys are defined over them.
 *
 * @param types each declared attribute with its type
 * @param cure how an undeclared attribute gets its type, as a sentence; {@code %s} is its name
 */
record AttributeTypes(Map<String, AttributeType> types, String cure) {
  /** The columns of a CREATE TABLE. */
  static AttributeTypes of(List<ColumnDefinition> columns) {
    Names.requireDistinct(columns.stream().map(ColumnDefinition::name).toList());
    Map<String, AttributeType> types = new LinkedHashMap<>();
    for (ColumnDefinition column : columns) {
      types.put(column.name().value(), TypeNames.declared(column.type()));
    }
    return new AttributeTypes(types, "Declare it among the columns, for example: %s STRING.");
  }

  /** The attributes that a table has by its definition. */
  static AttributeTypes of(TableDescription table) {
    return new AttributeTypes(
        KnownAttributes.of(table),
        "Declare it first: ALTER TABLE " + table.name() + " ADD COLUMN %s STRING.");
  }

  /** The attributes as columns. */
  List<DeclaredColumn> columns() {
    return types.entrySet().stream()
        .map(type -> new DeclaredColumn(type.getKey(), type.getValue()))
        .toList();
  }

  /** The attribute of a key; one without a type, or of a type that keys do not have, is refused. */
  KeyAttribute key(Identifier name) {
    String attribute = Names.checkedAttribute(name);
    @Nullable AttributeType type = types.get(attribute);
    if (type == null) {
      throw BindingErrors.at(
          name.span(),
          ErrorCode.UNKNOWN_COLUMN,
          "Key attribute \""
              + attribute
              + "\" has no type."
              + NearestName.hint(attribute, types.keySet())
              + " "
              + cure.replace("%s", attribute));
    }
    if (!type.isKeyType()) {
      throw BindingErrors.at(
          name.span(),
          ErrorCode.WRONG_TYPE,
          "Key attribute \""
              + attribute
              + "\" is a "
              + TypeNames.inDefinitions(type)
              + ". Attributes of keys are STRING, NUMBER or BINARY.");
    }
    return new KeyAttribute(attribute, type);
  }

  /** The attributes of one side of a key. */
  List<KeyAttribute> keys(List<Identifier> names) {
    return names.stream().map(this::key).toList();
  }
}
