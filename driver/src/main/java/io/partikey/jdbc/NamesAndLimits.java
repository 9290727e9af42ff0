package io.partikey.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;

/** Names, versions and limits of the database; a limit of 0 is none, or one not known. */
abstract class NamesAndLimits extends SupportedFeatures {
  @Override
  public final String getDatabaseProductName() {
    return DriverInfo.PRODUCT;
  }

  @Override
  public final String getDatabaseProductVersion() {
    return DriverInfo.VERSION;
  }

  @Override
  public final String getDriverName() {
    return DriverInfo.DRIVER;
  }

  @Override
  public final String getDriverVersion() {
    return DriverInfo.VERSION;
  }

  @Override
  public final String getIdentifierQuoteString() {
    return "\"";
  }

  @Override
  public final String getSQLKeywords() {
    return String.join(",", Keywords.NOT_OF_SQL);
  }

  @Override
  public final String getNumericFunctions() {
    return "ABS";
  }

  @Override
  public final String getStringFunctions() {
    return "CHAR_LENGTH,LCASE,LENGTH,LOWER,SUBSTRING,TRIM,UCASE,UPPER";
  }

  @Override
  public final String getSystemFunctions() {
    return "IFNULL";
  }

  @Override
  public final String getTimeDateFunctions() {
    return "";
  }

  @Override
  public final String getSearchStringEscape() {
    return "\\";
  }

  @Override
  public final String getExtraNameCharacters() {
    return "";
  }

  @Override
  public final String getSchemaTerm() {
    return "schema";
  }

  @Override
  public final String getProcedureTerm() {
    return "procedure";
  }

  @Override
  public final String getCatalogTerm() {
    return "catalog";
  }

  @Override
  public final String getCatalogSeparator() {
    return ".";
  }

  @Override
  public final String getUserName() {
    return "";
  }

  @Override
  public final int getDriverMajorVersion() {
    return DriverInfo.MAJOR_VERSION;
  }

  @Override
  public final int getDriverMinorVersion() {
    return DriverInfo.MINOR_VERSION;
  }

  @Override
  public final int getDatabaseMajorVersion() {
    return DriverInfo.MAJOR_VERSION;
  }

  @Override
  public final int getDatabaseMinorVersion() {
    return DriverInfo.MINOR_VERSION;
  }

  @Override
  public final int getJDBCMajorVersion() {
    return 4;
  }

  @Override
  public final int getJDBCMinorVersion() {
    return 3;
  }

  @Override
  public final int getSQLStateType() {
    return sqlStateSQL;
  }

  @Override
  public final int getDefaultTransactionIsolation() {
    return Connection.TRANSACTION_SERIALIZABLE;
  }

  @Override
  public final int getResultSetHoldability() {
    return ResultSet.CLOSE_CURSORS_AT_COMMIT;
  }

  @Override
  public final int getMaxTableNameLength() {
    return 255;
  }

  @Override
  public final int getMaxColumnNameLength() {
    return 255;
  }

  @Override
  public final int getMaxColumnsInIndex() {
    return 8;
  }

  @Override
  public final int getMaxRowSize() {
    return 409_600;
  }

  @Override
  public final int getMaxBinaryLiteralLength() {
    return 0;
  }

  @Override
  public final int getMaxCatalogNameLength() {
    return 0;
  }

  @Override
  public final int getMaxCharLiteralLength() {
    return 0;
  }

  @Override
  public final int getMaxColumnsInGroupBy() {
    return 0;
  }

  @Override
  public final int getMaxColumnsInOrderBy() {
    return 0;
  }

  @Override
  public final int getMaxColumnsInSelect() {
    return 0;
  }

  @Override
  public final int getMaxColumnsInTable() {
    return 0;
  }

  @Override
  public final int getMaxConnections() {
    return 0;
  }

  @Override
  public final int getMaxCursorNameLength() {
    return 0;
  }

  @Override
  public final int getMaxIndexLength() {
    return 0;
  }

  @Override
  public final int getMaxProcedureNameLength() {
    return 0;
  }

  @Override
  public final int getMaxSchemaNameLength() {
    return 0;
  }

  @Override
  public final int getMaxStatementLength() {
    return 0;
  }

  @Override
  public final int getMaxStatements() {
    return 0;
  }

  @Override
  public final int getMaxTablesInSelect() {
    return 0;
  }

  @Override
  public final int getMaxUserNameLength() {
    return 0;
  }

  @Override
  public final long getMaxLogicalLobSize() {
    return 0;
  }

  @Override
  public final RowIdLifetime getRowIdLifetime() {
    return RowIdLifetime.ROWID_UNSUPPORTED;
  }
}
