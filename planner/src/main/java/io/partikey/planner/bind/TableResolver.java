package io.partikey.planner.bind;

import io.partikey.engine.backend.Catalog;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.grammar.NearestName;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.planner.mode.Mode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the tables and indexes that a statement names in the catalog.
 *
 * <pre>
 * t          the table t
 * main.t     the table t, main being the one schema
 * t.i        the index i of the table t
 * main.t.i   the same
 * </pre>
 *
 * <p>A table that is called {@code main} goes before the schema where it has the index asked for.
 */
public final class TableResolver {
  /** The one schema. */
  public static final String SCHEMA = "main";

  /** What tables and indexes may be called. */
  public static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{3,255}");

  private final Catalog catalog;
  private final Mode mode;

  /** A resolver for the names of one statement. */
  public TableResolver(Catalog catalog, Mode mode) {
    this.catalog = catalog;
    this.mode = mode;
  }

  /**
   * The table or index of this name.
   *
   * @throws EngineException with {@code UNKNOWN_TABLE} or {@code UNKNOWN_INDEX}
   */
  public TableName tableOrIndex(QualifiedName name) {
    List<Identifier> parts = withoutSchema(name);
    TableDescription table = table(parts.get(0));
    return switch (parts.size()) {
      case 1 -> new TableName(table, null);
      case 2 -> new TableName(table, index(table, parts.get(1)));
      default -> throw tooManyParts(name);
    };
  }

  /**
   * The table of this name, which may go on with that of an index.
   *
   * @throws EngineException with {@code UNKNOWN_TABLE}
   */
  public TableDescription tableOf(QualifiedName name) {
    return table(withoutSchema(name).get(0));
  }

  /** The index of this name, if it names one that exists. */
  public Optional<IndexDescription> findIndex(QualifiedName name) {
    List<Identifier> parts = withoutSchema(name);
    return parts.size() == 2
        ? find(parts.get(0)).flatMap(table -> table.index(parts.get(1).value()))
        : Optional.empty();
  }

  /**
   * The table of this name.
   *
   * @throws EngineException with {@code UNKNOWN_TABLE}, or with {@code VALIDATION} where an index
   *     is named
   */
  public TableDescription table(QualifiedName name) {
    return table(tableName(name));
  }

  /** The table of this name, the schema left out, if it exists. */
  public Optional<TableDescription> find(Identifier name) {
    return catalog.table(name.value());
  }

  /** The last part of the name of a table, the schema left out; whether it exists or not. */
  public Identifier tableName(QualifiedName name) {
    List<Identifier> parts = withoutSchema(name);
    if (parts.size() > 1) {
      throw BindingErrors.at(
          name.span(),
          ErrorCode.VALIDATION,
          "A table is named here, not an index of one. Leave out \""
              + parts.get(1).value()
              + "\".");
    }
    return parts.get(0);
  }

  /**
   * The index of this name.
   *
   * @throws EngineException with {@code UNKNOWN_INDEX}
   */
  public IndexDescription index(TableDescription table, Identifier name) {
    return table.index(name.value()).orElseThrow(() -> unknownIndex(table, name));
  }

  private List<Identifier> withoutSchema(QualifiedName name) {
    List<Identifier> parts = name.parts();
    boolean schema =
        parts.size() > 1
            && parts.get(0).value().equals(SCHEMA)
            && catalog.table(SCHEMA).flatMap(t -> t.index(parts.get(1).value())).isEmpty();
    return schema ? parts.subList(1, parts.size()) : parts;
  }

  private TableDescription table(Identifier name) {
    return catalog.table(name.value()).orElseThrow(() -> unknownTable(name));
  }

  private EngineException unknownTable(Identifier name) {
    if (mode.wording() == Mode.Wording.DYNAMODB) {
      return BindingErrors.at(name.span(), ErrorCode.UNKNOWN_TABLE, "Requested resource not found");
    }
    return BindingErrors.at(
        name.span(),
        ErrorCode.UNKNOWN_TABLE,
        "Table \""
            + name.value()
            + "\" does not exist."
            + NearestName.hint(name.value(), catalog.tables().keySet()));
  }

  private EngineException unknownIndex(TableDescription table, Identifier name) {
    if (mode.wording() == Mode.Wording.DYNAMODB) {
      return BindingErrors.at(
          name.span(), ErrorCode.UNKNOWN_INDEX, "The table does not have the specified index");
    }
    List<String> names = table.indexes().stream().map(IndexDescription::name).toList();
    return BindingErrors.at(
        name.span(),
        ErrorCode.UNKNOWN_INDEX,
        "Table \""
            + table.name()
            + "\" has no index \""
            + name.value()
            + "\"."
            + NearestName.hint(name.value(), names));
  }

  private static EngineException tooManyParts(QualifiedName name) {
    return BindingErrors.at(
        name.span(),
        ErrorCode.VALIDATION,
        "A name in FROM has at most three parts: schema, table and index.");
  }
}
