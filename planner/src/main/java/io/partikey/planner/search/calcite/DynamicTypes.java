package io.partikey.planner.search.calcite;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The types that Calcite sees: every column may hold any value or none, and is named by its
 * position. Calcite keeps row types in a cache of the JVM; attribute names would fill it.
 */
final class DynamicTypes {
  private static final RelDataTypeFactory FACTORY =
      new SqlTypeFactoryImpl(RelDataTypeSystem.DEFAULT) {
        @Override
        public Charset getDefaultCharset() {
          return StandardCharsets.UTF_8;
        }
      };

  /** Makes nodes of expressions; shared by all statements. */
  static final RexBuilder REX = new RexBuilder(FACTORY);

  /** The type of a column. */
  static final RelDataType ANY =
      FACTORY.createTypeWithNullability(FACTORY.createSqlType(SqlTypeName.ANY), true);

  /** The type of a condition, which holds or does not. */
  static final RelDataType CONDITION = FACTORY.createSqlType(SqlTypeName.BOOLEAN);

  private DynamicTypes() {}

  /** The type of rows of so many columns. */
  static RelDataType row(int width) {
    RelDataTypeFactory.Builder row = FACTORY.builder();
    for (int i = 0; i < width; i++) {
      row.add(column(i), ANY);
    }
    return row.build();
  }

  /** The name of a column. */
  static String column(int index) {
    return "c" + index;
  }
}
