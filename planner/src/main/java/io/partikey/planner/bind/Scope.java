package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.TableDescription;
import io.partikey.grammar.NearestName;
import io.partikey.parser.ast.Identifier;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.mode.Mode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names that expressions of one block may use: the sources of its FROM, then those of the block
 * around it.
 *
 * <p>Names are case-sensitive. A table has every attribute that is asked for. In DynamoDB's dialect
 * no source has a name: what stands before a dot is an attribute.
 */
public final class Scope {
  private final List<Source> sources;
  private final @Nullable Scope outer;
  private final Mode mode;
  private final boolean outerRefused;
  private final Map<String, Expression> aliases;

  public Scope(List<? extends Source> sources, @Nullable Scope outer, Mode mode) {
    this(sources, outer, mode, false, Map.of());
  }

  private Scope(
      List<? extends Source> sources,
      @Nullable Scope outer,
      Mode mode,
      boolean outerRefused,
      Map<String, Expression> aliases) {
    this.sources = List.copyOf(sources);
    this.outer = outer;
    this.mode = mode;
    this.outerRefused = outerRefused;
    this.aliases = Map.copyOf(aliases);
  }

  /** The names of this block for a clause in which those further out are refused. */
  Scope withoutOuter() {
    return new Scope(sources, outer, mode, true, aliases);
  }

  /** The names of this block and, before them, the aliases of its select list. */
  Scope withAliases(Map<String, Expression> newAliases) {
    return new Scope(sources, outer, mode, outerRefused, newAliases);
  }

  /** The numbers of the blocks that name the tables whose columns may be used, innermost first. */
  List<Integer> blocks() {
    Set<Integer> blocks = new LinkedHashSet<>();
    for (Source source : sources) {
      if (source instanceof Source.ReadTable read) {
        blocks.add(read.table().block());
      }
    }
    if (outer != null) {
      blocks.addAll(outer.blocks());
    }
    return List.copyOf(blocks);
  }

  /** The sources of this block. */
  List<Source> sources() {
    return sources;
  }

  /**
   * The source that a name before a dot means, here or further out.
   *
   * @throws EngineException with {@code AMBIGUOUS_COLUMN} if several have it
   */
  Optional<Source> qualified(Identifier name) {
    if (mode.names() == Mode.Names.ATTRIBUTES) {
      return Optional.empty();
    }
    List<Source> named =
        sources.stream().filter(s -> s.qualifiers().contains(name.value())).toList();
    if (named.size() > 1) {
      throw BindingErrors.at(
          name.span(),
          ErrorCode.AMBIGUOUS_COLUMN,
          "More than one source in FROM is called \""
              + name.value()
              + "\". Give each an alias of its own.");
    }
    if (!named.isEmpty()) {
      return Optional.of(named.get(0));
    }
    refuseHidden(name);
    return outer == null ? Optional.empty() : allowed(outer.qualified(name), name);
  }

  /** The first source of a name, here or further out. */
  Optional<Source> source(Identifier name) {
    Optional<Source> own =
        sources.stream().filter(s -> s.qualifiers().contains(name.value())).findFirst();
    return own.isPresent() || outer == null ? own : outer.source(name);
  }

  // As an attribute of the item the name would lead nowhere, and that in silence.
  private void refuseHidden(Identifier name) {
    for (Source source : sources) {
      if (source instanceof Source.ReadTable table && table.hides(name.value())) {
        throw BindingErrors.at(
            name.span(),
            ErrorCode.UNKNOWN_COLUMN,
            "\""
                + name.value()
                + "\" is called "
                + table.qualifiers().get(0)
                + " in this statement. Write "
                + table.qualifiers().get(0)
                + " instead.");
      }
    }
  }

  /**
   * What a bare name means that is no attribute: an alias of the select list, or the alias or
   * variable of a source, here or further out.
   */
  Optional<Expression> named(Identifier name) {
    if (aliases.containsKey(name.value())) {
      return Optional.ofNullable(aliases.get(name.value()));
    }
    if (mode.names() == Mode.Names.ATTRIBUTES) {
      return Optional.empty();
    }
    Optional<Source> named = sources.stream().filter(s -> s.isNamed(name.value())).findFirst();
    if (named.isPresent()) {
      return Optional.of(
          named
              .get()
              .whole()
              .orElseThrow(
                  () ->
                      BindingErrors.unsupported(
                          name.span(),
                          "A row of a star and other columns as one value",
                          "Name the columns.")));
    }
    return outer == null ? Optional.empty() : allowed(outer.named(name), name);
  }

  private <T> Optional<T> allowed(Optional<T> further, Identifier name) {
    if (outerRefused && further.isPresent()) {
      throw BindingErrors.unsupported(
          name.span(),
          "A column of the query around a subquery, outside of the subquery's WHERE",
          "Join the tables instead.");
    }
    return further;
  }

  /**
   * The attribute that an unqualified name means.
   *
   * @throws EngineException with {@code UNKNOWN_COLUMN} or {@code AMBIGUOUS_COLUMN}
   */
  Expression attribute(Identifier name) {
    if (sources.isEmpty()) {
      throw unknown(name, outer == null ? " There is no FROM." : "");
    }
    return attribute(chosen(name), name);
  }

  /**
   * The attribute of a source.
   *
   * @throws EngineException with {@code UNKNOWN_COLUMN} if the source is closed and has none
   */
  Expression attribute(Source source, Identifier name) {
    return source
        .attribute(name.value())
        .orElseThrow(() -> unknown(name, NearestName.hint(name.value(), labels(source))));
  }

  /** The type that a key gives to the attribute that an expression is, if it is one of a key. */
  Optional<AttributeType> keyType(Expression expression, Symbols symbols) {
    if (expression instanceof AttributeReference attribute) {
      return sources.stream()
          .filter(Source.WrittenTable.class::isInstance)
          .flatMap(
              s ->
                  KnownAttributes.keyType(((Source.WrittenTable) s).table(), attribute.name())
                      .stream())
          .findFirst();
    }
    return symbols
        .origin(expression)
        .flatMap(
            origin ->
                origin
                    .attribute()
                    .flatMap(
                        name -> KnownAttributes.keyType(origin.table().source().table(), name)));
  }

  /** The table that is written; empty where none is. */
  Optional<TableDescription> writtenTable() {
    return sources.stream()
        .filter(Source.WrittenTable.class::isInstance)
        .map(source -> ((Source.WrittenTable) source).table())
        .findFirst();
  }

  /** The table or index in FROM, here or further out, that an expression is an attribute of. */
  Optional<Draft.Table> readTable(Expression expression, Symbols symbols) {
    Optional<Draft.Table> own =
        symbols
            .origin(expression)
            .map(Symbols.Origin::table)
            .filter(
                table ->
                    sources.stream()
                        .anyMatch(
                            source ->
                                source instanceof Source.ReadTable read && read.table() == table));
    return own.isPresent() || outer == null ? own : outer.readTable(expression, symbols);
  }

  /** The type that the table that is written declares for an attribute; none if it does not. */
  Set<AttributeType> declaredTypes(String attribute) {
    return sources.stream()
        .filter(Source.WrittenTable.class::isInstance)
        .flatMap(s -> KnownAttributes.types(((Source.WrittenTable) s).table(), attribute).stream())
        .collect(Collectors.toSet());
  }

  /** The attribute of a table that an expression is as it is, if it is one. */
  Optional<ParameterDescription.Attribute> stored(Expression expression, Symbols symbols) {
    if (expression instanceof AttributeReference attribute) {
      return sources.stream()
          .filter(Source.WrittenTable.class::isInstance)
          .map(source -> ((Source.WrittenTable) source).table().name())
          .map(table -> new ParameterDescription.Attribute(table, attribute.name(), false))
          .findFirst();
    }
    return symbols
        .origin(expression)
        .flatMap(
            origin ->
                origin
                    .attribute()
                    .map(
                        name ->
                            new ParameterDescription.Attribute(
                                origin.table().source().table().name(), name, false)));
  }

  /** An attribute of the table that is written. */
  record WrittenAttribute(Source.WrittenTable table, String name) {}

  /** The attribute of the table that is written that an expression is, if it is one. */
  Optional<WrittenAttribute> written(Expression expression) {
    return expression instanceof AttributeReference attribute
        ? sources.stream()
            .filter(Source.WrittenTable.class::isInstance)
            .map(each -> new WrittenAttribute((Source.WrittenTable) each, attribute.name()))
            .findFirst()
        : Optional.empty();
  }

  private Source chosen(Identifier name) {
    if (sources.size() == 1) {
      return sources.get(0);
    }
    List<Source> declaring =
        sources.stream().filter(source -> source.declares(name.value())).toList();
    List<Source> open = sources.stream().filter(Source::isOpen).toList();
    if (declaring.size() == 1) {
      return declaring.get(0);
    }
    if (declaring.isEmpty() && open.size() == 1) {
      return open.get(0);
    }
    List<Source> possible = declaring.isEmpty() ? open : declaring;
    if (possible.isEmpty()) {
      List<String> labels = sources.stream().flatMap(s -> labels(s).stream()).toList();
      throw unknown(name, NearestName.hint(name.value(), labels));
    }
    throw ambiguous(name, possible);
  }

  private static List<String> labels(Source source) {
    return source instanceof Source.Derived derived ? derived.output().labels() : List.of();
  }

  private static EngineException unknown(Identifier name, String hint) {
    return BindingErrors.at(
        name.span(),
        ErrorCode.UNKNOWN_COLUMN,
        "There is no column \"" + name.value() + "\"." + hint);
  }

  private EngineException ambiguous(Identifier name, List<Source> possible) {
    String choices =
        possible.stream()
            .map(source -> source.qualifiers().get(0) + "." + name.value())
            .collect(Collectors.joining(" or "));
    List<String> qualifiers = new ArrayList<>();
    possible.forEach(source -> qualifiers.addAll(source.qualifiers()));
    return BindingErrors.at(
        name.span(),
        ErrorCode.AMBIGUOUS_COLUMN,
        "Several sources in FROM may have \""
            + name.value()
            + "\". Write "
            + choices
            + "."
            + NearestName.hint(name.value(), qualifiers));
  }
}
