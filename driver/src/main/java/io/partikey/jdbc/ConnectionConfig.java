package io.partikey.jdbc;

import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendOptions.Durability;
import io.partikey.engine.backend.FileAccess;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.ScanPolicy;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that a connection's properties say, read and checked once.
 *
 * @param dialect the language of statements
 * @param scan when an unkeyed read may run
 * @param durability when a commit is acknowledged
 * @param fileAccess who may have the files that are made
 * @param readOnly whether every write is refused
 * @param documentColumn whether {@code SELECT *} ends in the column {@code $doc}
 * @param documentBinding what text bound to an attribute of documents becomes
 * @param nullRemoves whether a null parameter stands for a missing attribute
 * @param rowFormat how rows are returned
 * @param maxColumns most columns of {@code SELECT *}
 * @param fetchSize how many items to read at once, 0 for the planner's choice
 * @param plannerWarmup whether the planner is loaded in the background
 * @param backendSettings the properties that only one kind of backend knows, where given
 */
record ConnectionConfig(
    Dialect dialect,
    ScanPolicy scan,
    Durability durability,
    FileAccess fileAccess,
    boolean readOnly,
    boolean documentColumn,
    DocumentBinding documentBinding,
    boolean nullRemoves,
    RowFormat rowFormat,
    int maxColumns,
    int fetchSize,
    boolean plannerWarmup,
    Map<String, String> backendSettings) {
  ConnectionConfig {
    backendSettings = Map.copyOf(backendSettings);
  }

  /** What text becomes that is bound to an attribute whose values are documents. */
  enum DocumentBinding {
    AUTO,
    STRING,
    STRICT
  }

  /** How rows are returned. */
  enum RowFormat {
    COLUMNS,
    DYNAMODB_JSON
  }

  /**
   * Reads checked properties.
   *
   * @throws SQLException with state 22023 for a value that its property does not take
   */
  static ConnectionConfig of(PropertyValues values) throws SQLException {
    Dialect dialect = values.choice(ConnectionProperty.DIALECT, Dialect.class);
    boolean sql = dialect == Dialect.SQL;
    String documentBinding =
        values.textOr(ConnectionProperty.DOCUMENT_BINDING, sql ? "auto" : "string");
    String nullBinding = values.textOr(ConnectionProperty.NULL_BINDING, sql ? "remove" : "null");
    return new ConnectionConfig(
        dialect,
        values.choice(ConnectionProperty.SCAN, ScanPolicy.class),
        values.choice(ConnectionProperty.DURABILITY, Durability.class),
        values.choice(ConnectionProperty.FILE_ACCESS, FileAccess.class),
        values.bool(ConnectionProperty.READ_ONLY),
        values.bool(ConnectionProperty.DOCUMENT_COLUMN),
        constant(DocumentBinding.class, documentBinding),
        nullBinding.equals("remove"),
        values.choice(ConnectionProperty.ROW_FORMAT, RowFormat.class),
        values.integer(ConnectionProperty.MAX_COLUMNS),
        values.integer(ConnectionProperty.FETCH_SIZE),
        values.bool(ConnectionProperty.PLANNER_WARMUP),
        values.backendSettings());
  }

  /** What the planner must know. */
  PlannerSettings plannerSettings() {
    return new PlannerSettings(dialect, scan, nullRemoves, documentColumn, maxColumns);
  }

  /** What the backend must know. */
  BackendOptions backendOptions() {
    return new BackendOptions(durability, readOnly, fileAccess, backendSettings);
  }

  /** The constant of an enum whose name a choice spells in its own way. */
  static <E extends Enum<E>> E constant(Class<E> type, String choice) {
    return Enum.valueOf(type, choice.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
