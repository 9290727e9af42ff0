package io.partikey.planner.compile;

import io.partikey.engine.backend.Catalog;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.expression.Parameters;
import io.partikey.parser.ParsingException;
import io.partikey.parser.StatementParser;
import io.partikey.parser.ast.DeleteStatement;
import io.partikey.parser.ast.ExistsCheck;
import io.partikey.parser.ast.Explain;
import io.partikey.parser.ast.InsertStatement;
import io.partikey.parser.ast.SelectStatement;
import io.partikey.parser.ast.Statement;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.QueryPlanner;
import io.partikey.planner.bind.BindingContext;
import io.partikey.planner.bind.BindingErrors;
import io.partikey.planner.bind.Bound;
import io.partikey.planner.bind.StatementBinder;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.define.DefinitionCompiler;
import io.partikey.planner.dynamodb.DynamoDbBinder;
import io.partikey.planner.dynamodb.mistake.MistakeException;
import io.partikey.planner.dynamodb.mistake.SyntaxMistakes;
import io.partikey.planner.dynamodb.rules.FormRules;
import io.partikey.planner.dynamodb.write.BoundChange;
import io.partikey.planner.execute.AccessRace;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.search.PlanSearch;
import io.partikey.planner.search.context.AccessSurvey;
import io.partikey.planner.search.context.Optimization;
import io.partikey.planner.search.context.SearchContext;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes statements of texts: parses, binds, and plans or prepares. */
final class StatementCompiler {
  private final PlanSearch search;
  private final Clock clock;

  StatementCompiler(PlanSearch search, Clock clock) {
    this.search = search;
    this.clock = clock;
  }

  /**
   * The statement of a text, against the tables of one moment.
   *
   * @param parameters the values that it is to run with, null where they are not known
   * @throws EngineException as {@link QueryPlanner#compile} says
   */
  CompiledStatement compile(
      String text,
      PlannerSettings settings,
      Catalog catalog,
      SearchContext context,
      @Nullable Parameters parameters) {
    Compilation compilation = new Compilation(text, settings, catalog, context, parameters);
    try {
      return compilation.checked();
    } catch (ParsingException notAStatement) {
      throw error(notAStatement, text, settings.dialect());
    }
  }

  private static EngineException error(ParsingException error, String text, Dialect dialect) {
    return dialect == Dialect.DYNAMODB
        ? new MistakeException(SyntaxMistakes.of(error, text), error)
        : new EngineException(
            ErrorCode.SYNTAX_ERROR,
            error.errorMessage(),
            new StatementPosition(error.line(), error.column(), error.length()),
            error);
  }

  /** The making of one statement. */
  private final class Compilation {
    private final String text;
    private final PlannerSettings settings;
    private final Catalog catalog;
    private final SearchContext context;
    private final @Nullable Parameters parameters;
    private final boolean dynamoDb;

    Compilation(
        String text,
        PlannerSettings settings,
        Catalog catalog,
        SearchContext context,
        @Nullable Parameters parameters) {
      this.text = text;
      this.settings = settings;
      this.catalog = catalog;
      this.context = context;
      this.parameters = parameters;
      this.dynamoDb = settings.dialect() == Dialect.DYNAMODB;
    }

    CompiledStatement checked() {
      if (!dynamoDb) {
        return of(parsed());
      }
      MistakeException.raise(FormRules.ofLength(text));
      Statement statement = parsed();
      MistakeException.raise(FormRules.of(statement, text));
      return of(statement);
    }

    private Statement parsed() {
      return StatementParser.parseStatement(text, context.cancellation()::check);
    }

    CompiledStatement of(Statement statement) {
      if (statement instanceof SelectStatement select) {
        return dynamoDb
            ? query(dynamoDb(statement).query(select.query()))
            : query(sql(statement).query(select.query()));
      }
      if (statement instanceof InsertStatement insert) {
        return write(dynamoDb ? dynamoDb(insert).insert(insert) : sql(insert).insert(insert));
      }
      if (statement instanceof UpdateStatement update) {
        return dynamoDb
            ? write(dynamoDb(update).update(update))
            : write(sql(update).update(update));
      }
      if (statement instanceof DeleteStatement delete) {
        return dynamoDb
            ? write(dynamoDb(delete).delete(delete))
            : write(sql(delete).delete(delete));
      }
      if (statement instanceof Explain explain) {
        return explain(explain);
      }
      if (statement instanceof ExistsCheck check) {
        return check(check);
      }
      return DefinitionCompiler.compile(statement, settings, catalog);
    }

    private StatementBinder sql(Statement statement) {
      return new StatementBinder(BindingContext.of(text, statement, settings, catalog));
    }

    private DynamoDbBinder dynamoDb(Statement statement) {
      return new DynamoDbBinder(BindingContext.of(text, statement, settings, catalog), parameters);
    }

    private CompiledStatement check(ExistsCheck check) {
      if (!dynamoDb) {
        throw BindingErrors.at(
            check.span(), ErrorCode.VALIDATION, SyntaxMistakes.ONLY_IN_TRANSACTIONS);
      }
      DynamoDbBinder.BoundSelect bound = dynamoDb(check).query(check.query());
      return new CompiledCheck(bound.select(), StatementParameters.of(bound.query(), clock));
    }

    // What is kept with a plan holds neither the connection nor the execution it was made for.
    private PlanValidity.Replanning replanning() {
      StatementCompiler compiler = StatementCompiler.this;
      String sameText = text;
      PlannerSettings sameSettings = settings;
      Catalog sameCatalog = catalog;
      boolean exactCounts = context.exactCounts();
      boolean reads = context.survey() != AccessSurvey.NONE;
      Set<Optimization> omitted = context.omitted();
      return (request, statistics) ->
          compiler.compile(
              sameText,
              sameSettings,
              sameCatalog,
              new SearchContext(
                  sameSettings,
                  statistics,
                  exactCounts,
                  reads ? AccessRace.of(request, sameSettings.dialect()) : AccessSurvey.NONE,
                  omitted,
                  request.cancellation(),
                  request.backend()::observedTypes),
              null);
    }

    private CompiledStatement query(Bound<BoundQuery> bound) {
      context.cancellation().check();
      return query(bound, search.plan(bound.statement(), context));
    }

    // DynamoDB reads by key in its own way; another plan can only be one that reads nothing.
    private CompiledStatement query(DynamoDbBinder.BoundSelect bound) {
      if (bound.select().isKeyed()) {
        return select(bound, null);
      }
      context.cancellation().check();
      QueryPlan plan = search.plan(bound.query().statement(), context);
      return plan.root().scans()
          ? select(bound, plan.refusalUnlessCapped())
          : query(bound.query(), plan);
    }

    private CompiledQuery query(Bound<BoundQuery> bound, QueryPlan plan) {
      return new CompiledQuery(
          plan,
          new OutputLayout(bound.statement().output(), settings),
          prepared(bound, plan.root(), UnseenAttributes.of(bound.statement())));
    }

    private Prepared prepared(Bound<?> bound, @Nullable PlanNode root, UnseenAttributes unseen) {
      return new Prepared(
          StatementParameters.of(bound, clock),
          PlanValidity.of(root, context, replanning()),
          settings.dialect(),
          new StatementWarnings(bound.warnings(), unseen));
    }

    private CompiledDynamoDbSelect select(
        DynamoDbBinder.BoundSelect bound, @Nullable String refusalUnlessCapped) {
      return new CompiledDynamoDbSelect(
          bound.select(),
          refusalUnlessCapped,
          new OutputLayout(bound.query().statement().output(), settings),
          StatementParameters.of(bound.query(), clock));
    }

    private CompiledWrite write(Bound<? extends BoundWrite> bound) {
      context.cancellation().check();
      return write(bound, search.plan(bound.statement(), context));
    }

    private CompiledWrite write(BoundChange change) {
      return write(change.write(), change.plan());
    }

    private CompiledWrite write(Bound<? extends BoundWrite> bound, WritePlan plan) {
      return new CompiledWrite(
          plan,
          OutputLayout.ofReturning(bound.statement(), settings),
          prepared(bound, plan.source(), UnseenAttributes.of(bound.statement())));
    }

    private CompiledStatement explain(Explain explain) {
      CompiledStatement explained = of(explain.statement());
      if (explained instanceof Explainable explainable) {
        return new CompiledExplain(explainable, explain.analyze());
      }
      throw BindingErrors.unsupported(
          explain.statement().span(),
          "EXPLAIN of a statement without a plan",
          "Explain a query or a write.");
    }
  }
}
