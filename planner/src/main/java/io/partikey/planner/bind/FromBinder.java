package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ListConstructor;
import io.partikey.engine.table.IndexDescription;
import io.partikey.parser.ast.BagLiteral;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FromItem;
import io.partikey.parser.ast.FromQuery;
import io.partikey.parser.ast.FromSource;
import io.partikey.parser.ast.Identifier;
import io.partikey.parser.ast.JoinSyntax;
import io.partikey.parser.ast.PathExpression;
import io.partikey.parser.ast.PathStepSyntax;
import io.partikey.parser.ast.QualifiedName;
import io.partikey.parser.ast.Variable;
import io.partikey.planner.bound.Join.Kind;
import io.partikey.planner.bound.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binds FROM: tables and indexes by name, derived tables, joins, and collections of the rows to
 * their left.
 *
 * <pre>
 * FROM Orders AS o, o.lines AS l        Unnest(o.lines → l)
 *                                         Table(Orders)
 * </pre>
 */
final class FromBinder {
  private final BindingContext context;
  private final QueryBinder queries;
  private final @Nullable Scope outer;
  private final int block;
  private final boolean scanAllowed;

  /**
   * The binder of one clause.
   *
   * @param outer the names of the query around that may be used, null for none
   * @param block the number of the SELECT that has it
   */
  FromBinder(
      BindingContext context,
      QueryBinder queries,
      @Nullable Scope outer,
      int block,
      boolean scanAllowed) {
    this.context = context;
    this.queries = queries;
    this.outer = outer;
    this.block = block;
    this.scanAllowed = scanAllowed;
  }

  /** The rows and the sources of a FROM clause. */
  From bind(FromItem item) {
    From from = item(item);
    refuseRepeatedNames(item, from.sources());
    return from;
  }

  private From item(FromItem item) {
    if (item instanceof JoinSyntax join) {
      return join(join);
    }
    if (item instanceof FromQuery query) {
      return derived(query);
    }
    FromSource source = (FromSource) item;
    return name(source).isPresent()
        ? table(source)
        : collection(source, new From(new Draft.SingleRow(), List.of()), false);
  }

  private From join(JoinSyntax join) {
    From left = item(join.left());
    return join.condition() == null
            && join.right() instanceof JoinSyntax right
            && beginsWithCollection(right, left.sources())
        ? item(afterCollection(join, right))
        : join(join, left);
  }

  // A comma binds less than JOIN, but what is joined behind it may be a collection before it.
  private boolean beginsWithCollection(JoinSyntax join, List<Source> left) {
    if (join.left() instanceof JoinSyntax inner) {
      return beginsWithCollection(inner, left);
    }
    return join.left() instanceof FromSource source && isCollection(source, left);
  }

  /** {@code a, (a.list JOIN b)} as {@code (a, a.list) JOIN b}, which has the same rows. */
  private static JoinSyntax afterCollection(JoinSyntax join, JoinSyntax right) {
    JoinSyntax collection =
        new JoinSyntax(join.kind(), join.left(), right.left(), join.condition(), join.span());
    return new JoinSyntax(right.kind(), collection, right.right(), right.condition(), right.span());
  }

  private From join(JoinSyntax join, From left) {
    if (join.right() instanceof FromSource source && isCollection(source, left.sources())) {
      return unnested(join, source, left);
    }
    From right = item(join.right());
    boolean keepsLeft = join.kind() == JoinSyntax.Kind.LEFT;
    From placed =
        keepsLeft ? NullableSide.of(right, join.right().span(), context.symbols()) : right;
    List<Source> sources = new ArrayList<>(left.sources());
    sources.addAll(placed.sources());
    Draft.Joined joined =
        new Draft.Joined(
            keepsLeft ? Kind.LEFT : Kind.INNER,
            left.draft(),
            placed.draft(),
            on(join.condition(), sources));
    return new From(joined, sources);
  }

  private List<Expression> on(@Nullable ExpressionSyntax condition, List<Source> sources) {
    if (condition == null) {
      return List.of();
    }
    Scope scope = new Scope(sources, outer, context.mode()).withoutOuter();
    return new ConditionBinder(context).conjuncts(condition, scope);
  }

  private From unnested(JoinSyntax join, FromSource source, From left) {
    boolean keepsLeft = join.kind() == JoinSyntax.Kind.LEFT;
    From unnested = collection(source, left, keepsLeft);
    List<Expression> conditions = on(join.condition(), unnested.sources());
    if (conditions.isEmpty()) {
      return unnested;
    }
    if (keepsLeft) {
      throw BindingErrors.unsupported(
          join.span(),
          "LEFT JOIN of a collection with a condition",
          "Write ON TRUE and put the condition into WHERE.");
    }
    return new From(new Draft.Selected(unnested.draft(), conditions), unnested.sources());
  }

  private From collection(FromSource source, From left, boolean keepEmpty) {
    Scope scope = new Scope(left.sources(), outer, context.mode()).withoutOuter();
    ExpressionBinder expressions = new ExpressionBinder(context, Aggregates.NONE);
    Expression collection =
        source.source() instanceof BagLiteral bag
            ? Simplification.of(new ListConstructor(expressions.bindAll(bag.elements(), scope)))
            : expressions.bind(source.source(), scope);
    List<Source> sources = new ArrayList<>(left.sources());
    ColumnReference element = context.symbols().create();
    sources.add(new Source.Variable(nameOf(source), element, context.symbols()));
    @Nullable Integer position = null;
    if (source.position() != null) {
      ColumnReference at = context.symbols().create();
      position = at.index();
      sources.add(new Source.Variable(source.position().value(), at, context.symbols()));
    }
    return new From(
        new Draft.Unnest(left.draft(), collection, element.index(), position, keepEmpty), sources);
  }

  private String nameOf(FromSource source) {
    if (source.alias() != null) {
      return source.alias().name().value();
    }
    return Labels.of(source.source(), context);
  }

  private From derived(FromQuery query) {
    Block bound = queries.bind(query.query(), null, scanAllowed);
    bound.draft().tables().forEach(Draft.Table::derive);
    List<String> names = query.alias() == null ? List.of() : List.of(query.alias().name().value());
    return new From(bound.draft(), List.of(new Source.Derived(names, bound.output())));
  }

  private From table(FromSource source) {
    QualifiedName name = name(source).orElseThrow();
    refuseOuterCollection(name);
    if (source.position() != null) {
      throw BindingErrors.unsupported(
          source.position().span(), "AT of a table", "Items of a table have no position.");
    }
    TableName found = context.tables().tableOrIndex(name);
    @Nullable IndexDescription index = found.index();
    if (index != null && !index.isActive()) {
      throw BindingErrors.at(
          name.span(),
          ErrorCode.VALIDATION,
          "Index \"" + index.name() + "\" is not ready to be read. Wait until it is built.");
    }
    List<String> names = new ArrayList<>();
    if (source.alias() != null) {
      names.add(source.alias().name().value());
    } else {
      if (index != null) {
        names.add(index.name());
      }
      names.add(found.table().name());
    }
    Draft.Table table =
        new Draft.Table(
            context.symbols(),
            new TableSource(
                found.table(),
                index,
                names.get(0),
                List.of(),
                false,
                scanAllowed,
                Positions.of(name.span())),
            block,
            outer == null ? List.of() : outer.blocks());
    return new From(table, List.of(new Source.ReadTable(table, names, source.alias() != null)));
  }

  // A collection of an outer row cannot be read inside a subquery; as a table it would be unknown.
  private void refuseOuterCollection(QualifiedName name) {
    if (outer != null
        && name.parts().size() > 1
        && outer
            .source(name.parts().get(0))
            .filter(source -> !isIndexOf(source, name.parts().get(1)))
            .isPresent()) {
      throw BindingErrors.unsupported(
          name.span(),
          "A subquery over a collection of the row around it",
          "Use contains, or put the collection into FROM.");
    }
  }

  private static Optional<QualifiedName> name(FromSource source) {
    return SourceNames.of(source);
  }

  private boolean isCollection(FromSource source, List<Source> left) {
    if (source.source() instanceof Variable variable) {
      return find(variable.name(), left).filter(Source.Variable.class::isInstance).isPresent();
    }
    if (!(source.source() instanceof PathExpression path)
        || !(path.root() instanceof Variable root)) {
      return true;
    }
    Optional<Source> named = find(root.name(), left);
    return named.isPresent() && !namesIndex(named.get(), path);
  }

  // In FROM Music, Music.ByGenre AS g the second item is an index, since Music is no alias.
  private static boolean namesIndex(Source source, PathExpression path) {
    return path.steps().size() == 1
        && path.steps().get(0) instanceof PathStepSyntax.Attribute attribute
        && isIndexOf(source, attribute.name());
  }

  private static boolean isIndexOf(Source source, Identifier name) {
    return source instanceof Source.ReadTable table
        && !table.aliased()
        && table.table().source().table().index(name.value()).isPresent();
  }

  private static Optional<Source> find(Identifier name, List<Source> sources) {
    return sources.stream().filter(s -> s.qualifiers().contains(name.value())).findFirst();
  }

  private static void refuseRepeatedNames(FromItem item, List<Source> sources) {
    List<String> names = new ArrayList<>();
    for (Source source : sources) {
      for (String name : source.qualifiers()) {
        if (source.isNamed(name) && names.contains(name)) {
          throw BindingErrors.at(
              item.span(),
              ErrorCode.AMBIGUOUS_COLUMN,
              "More than one source in FROM is called \""
                  + name
                  + "\". Give each an alias of its own.");
        }
        names.add(name);
      }
    }
  }
}
