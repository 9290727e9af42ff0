package io.partikey.all;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The result sets of {@link DatabaseMetaData}: the columns that its documentation gives each. */
final class MetadataShapes {
  /** A method and its columns, whose order is what some clients read by. */
  static final List<String> ALL =
      """
      getCatalogs TABLE_CAT
      getSchemas TABLE_SCHEM,TABLE_CATALOG
      getTableTypes TABLE_TYPE
      getTables TABLE_CAT,TABLE_SCHEM,TABLE_NAME,TABLE_TYPE,REMARKS,TYPE_CAT,TYPE_SCHEM,TYPE_NAME,\
      SELF_REFERENCING_COL_NAME,REF_GENERATION
      getColumns TABLE_CAT,TABLE_SCHEM,TABLE_NAME,COLUMN_NAME,DATA_TYPE,TYPE_NAME,COLUMN_SIZE,\
      BUFFER_LENGTH,DECIMAL_DIGITS,NUM_PREC_RADIX,NULLABLE,REMARKS,COLUMN_DEF,SQL_DATA_TYPE,\
      SQL_DATETIME_SUB,CHAR_OCTET_LENGTH,ORDINAL_POSITION,IS_NULLABLE,SCOPE_CATALOG,SCOPE_SCHEMA,\
      SCOPE_TABLE,SOURCE_DATA_TYPE,IS_AUTOINCREMENT,IS_GENERATEDCOLUMN
      getPrimaryKeys TABLE_CAT,TABLE_SCHEM,TABLE_NAME,COLUMN_NAME,KEY_SEQ,PK_NAME
      getIndexInfo TABLE_CAT,TABLE_SCHEM,TABLE_NAME,NON_UNIQUE,INDEX_QUALIFIER,INDEX_NAME,TYPE,\
      ORDINAL_POSITION,COLUMN_NAME,ASC_OR_DESC,CARDINALITY,PAGES,FILTER_CONDITION
      getImportedKeys PKTABLE_CAT,PKTABLE_SCHEM,PKTABLE_NAME,PKCOLUMN_NAME,FKTABLE_CAT,\
      FKTABLE_SCHEM,FKTABLE_NAME,FKCOLUMN_NAME,KEY_SEQ,UPDATE_RULE,DELETE_RULE,FK_NAME,PK_NAME,\
      DEFERRABILITY
      getExportedKeys PKTABLE_CAT,PKTABLE_SCHEM,PKTABLE_NAME,PKCOLUMN_NAME,FKTABLE_CAT,\
      FKTABLE_SCHEM,FKTABLE_NAME,FKCOLUMN_NAME,KEY_SEQ,UPDATE_RULE,DELETE_RULE,FK_NAME,PK_NAME,\
      DEFERRABILITY
      getCrossReference PKTABLE_CAT,PKTABLE_SCHEM,PKTABLE_NAME,PKCOLUMN_NAME,FKTABLE_CAT,\
      FKTABLE_SCHEM,FKTABLE_NAME,FKCOLUMN_NAME,KEY_SEQ,UPDATE_RULE,DELETE_RULE,FK_NAME,PK_NAME,\
      DEFERRABILITY
      getTypeInfo TYPE_NAME,DATA_TYPE,PRECISION,LITERAL_PREFIX,LITERAL_SUFFIX,CREATE_PARAMS,\
      NULLABLE,CASE_SENSITIVE,SEARCHABLE,UNSIGNED_ATTRIBUTE,FIXED_PREC_SCALE,AUTO_INCREMENT,\
      LOCAL_TYPE_NAME,MINIMUM_SCALE,MAXIMUM_SCALE,SQL_DATA_TYPE,SQL_DATETIME_SUB,NUM_PREC_RADIX
      getBestRowIdentifier SCOPE,COLUMN_NAME,DATA_TYPE,TYPE_NAME,COLUMN_SIZE,BUFFER_LENGTH,\
      DECIMAL_DIGITS,PSEUDO_COLUMN
      getVersionColumns SCOPE,COLUMN_NAME,DATA_TYPE,TYPE_NAME,COLUMN_SIZE,BUFFER_LENGTH,\
      DECIMAL_DIGITS,PSEUDO_COLUMN
      getTablePrivileges TABLE_CAT,TABLE_SCHEM,TABLE_NAME,GRANTOR,GRANTEE,PRIVILEGE,IS_GRANTABLE
      getColumnPrivileges TABLE_CAT,TABLE_SCHEM,TABLE_NAME,COLUMN_NAME,GRANTOR,GRANTEE,PRIVILEGE,\
      IS_GRANTABLE
      getPseudoColumns TABLE_CAT,TABLE_SCHEM,TABLE_NAME,COLUMN_NAME,DATA_TYPE,COLUMN_SIZE,\
      DECIMAL_DIGITS,NUM_PREC_RADIX,COLUMN_USAGE,REMARKS,CHAR_OCTET_LENGTH,IS_NULLABLE
      getUDTs TYPE_CAT,TYPE_SCHEM,TYPE_NAME,CLASS_NAME,DATA_TYPE,REMARKS,BASE_TYPE
      getSuperTypes TYPE_CAT,TYPE_SCHEM,TYPE_NAME,SUPERTYPE_CAT,SUPERTYPE_SCHEM,SUPERTYPE_NAME
      getSuperTables TABLE_CAT,TABLE_SCHEM,TABLE_NAME,SUPERTABLE_NAME
      getAttributes TYPE_CAT,TYPE_SCHEM,TYPE_NAME,ATTR_NAME,DATA_TYPE,ATTR_TYPE_NAME,ATTR_SIZE,\
      DECIMAL_DIGITS,NUM_PREC_RADIX,NULLABLE,REMARKS,ATTR_DEF,SQL_DATA_TYPE,SQL_DATETIME_SUB,\
      CHAR_OCTET_LENGTH,ORDINAL_POSITION,IS_NULLABLE,SCOPE_CATALOG,SCOPE_SCHEMA,SCOPE_TABLE,\
      SOURCE_DATA_TYPE
      getProcedureColumns PROCEDURE_CAT,PROCEDURE_SCHEM,PROCEDURE_NAME,COLUMN_NAME,COLUMN_TYPE,\
      DATA_TYPE,TYPE_NAME,PRECISION,LENGTH,SCALE,RADIX,NULLABLE,REMARKS,COLUMN_DEF,SQL_DATA_TYPE,\
      SQL_DATETIME_SUB,CHAR_OCTET_LENGTH,ORDINAL_POSITION,IS_NULLABLE,SPECIFIC_NAME
      getFunctions FUNCTION_CAT,FUNCTION_SCHEM,FUNCTION_NAME,REMARKS,FUNCTION_TYPE,SPECIFIC_NAME
      getFunctionColumns FUNCTION_CAT,FUNCTION_SCHEM,FUNCTION_NAME,COLUMN_NAME,COLUMN_TYPE,\
      DATA_TYPE,TYPE_NAME,PRECISION,LENGTH,SCALE,RADIX,NULLABLE,REMARKS,CHAR_OCTET_LENGTH,\
      ORDINAL_POSITION,IS_NULLABLE,SPECIFIC_NAME
      getClientInfoProperties NAME,MAX_LEN,DEFAULT_VALUE,DESCRIPTION
      """
          .lines()
          .toList();

  private MetadataShapes() {}

  /** Calls a method of most parameters with one text for each, null for none, and no types. */
  static ResultSet call(DatabaseMetaData metaData, String name, @Nullable String text)
      throws ReflectiveOperationException {
    Method method =
        Arrays.stream(DatabaseMetaData.class.getMethods())
            .filter(each -> each.getName().equals(name))
            .max((one, other) -> one.getParameterCount() - other.getParameterCount())
            .orElseThrow();
    @Nullable Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      Class<?> type = method.getParameterTypes()[i];
      if (type == String.class && i > 0) {
        arguments[i] = i == 1 ? null : text;
      } else if (type == int.class) {
        arguments[i] = DatabaseMetaData.bestRowSession;
      } else if (type == boolean.class) {
        arguments[i] = false;
      }
    }
    return (ResultSet) method.invoke(metaData, arguments);
  }

  /** What every method without parameters returns, none of which may be null. */
  static Map<String, Object> withoutArguments(DatabaseMetaData metaData)
      throws ReflectiveOperationException {
    Map<String, Object> answers = new TreeMap<>();
    for (Method method : DatabaseMetaData.class.getMethods()) {
      if (method.getParameterCount() == 0) {
        try {
          answers.put(method.getName(), method.invoke(metaData));
        } catch (InvocationTargetException thrown) {
          throw new AssertionError(method.getName(), thrown.getCause());
        }
      }
    }
    answers.forEach(
        (name, answer) -> {
          if (answer == null) {
            throw new AssertionError(name + " is null");
          }
        });
    return answers;
  }
}
