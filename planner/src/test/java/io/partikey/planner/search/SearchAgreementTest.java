package io.partikey.planner.search;

import static io.partikey.planner.search.Conditions.and;
import static io.partikey.planner.search.Conditions.column;
import static io.partikey.planner.search.Conditions.equal;
import static io.partikey.planner.search.Conditions.exists;
import static io.partikey.planner.search.Conditions.greater;
import static io.partikey.planner.search.Conditions.in;
import static io.partikey.planner.search.Conditions.never;
import static io.partikey.planner.search.Conditions.not;
import static io.partikey.planner.search.Conditions.number;
import static io.partikey.planner.search.Conditions.or;
import static io.partikey.planner.search.Conditions.parameter;
import static io.partikey.planner.search.Conditions.text;
import static io.partikey.planner.search.Tables.context;
import static io.partikey.planner.search.Tables.global;
import static io.partikey.planner.search.Tables.key;
import static io.partikey.planner.search.Tables.source;
import static io.partikey.planner.search.Tables.table;
import static io.partikey.planner.search.Tables.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SortKey;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Unit;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.calcite.CalciteSearch;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.direct.DirectSearch;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.rewrite.RelationRewriter;
import io.partikey.testing.SeededTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The two searches find the same plan for whatever both accept. */
final class SearchAgreementTest {
  private static final int ROUNDS = 2000;

  @SeededTest
  void findTheSamePlan(long seed) {
    Random random = new Random(seed);
    int direct = 0;
    for (int round = 0; round < ROUNDS; round++) {
      SearchContext context = context(random.nextBoolean() ? Dialect.SQL : Dialect.DYNAMODB);
      AccessPaths paths = new AccessPaths(context);
      Relation relation = new RelationRewriter(paths).rewrite(statement(random));
      Optional<PlanNode> found = new DirectSearch(paths).find(relation);
      if (found.isPresent()) {
        direct++;
        assertThat(new CalciteSearch(context, paths).find(relation).plan())
            .as("round %d: %s", round, relation)
            .isEqualTo(found.get());
      }
    }
    assertThat(direct).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
  }

  private static Relation statement(Random random) {
    if (random.nextInt(20) == 0) {
      return new Projection(new Unit(), List.of(number(1), parameter(0)));
    }
    boolean sorted = random.nextBoolean();
    TableDescription table =
        sorted
            ? table("T", key("pk:S", "sk:N"), global("byStatus", key("status:S", "sk:N")))
            : table("T", key("pk:S"), global("byStatus", key("status:S")));
    TableSource source = source(table, "pk", "sk", "status", "note");
    boolean wholeItem = random.nextBoolean();
    Relation relation = wholeItem ? whole(source) : source;
    int width = relation.width();
    List<Expression> conjuncts = new ArrayList<>();
    int terms = random.nextInt(5);
    for (int i = 0; i < terms; i++) {
      conjuncts.add(condition(random, 2));
    }
    if (random.nextInt(3) > 0) {
      conjuncts.add(equal(column(0), text("p")));
      conjuncts.add(equal(number(1), column(1)));
    }
    if (!conjuncts.isEmpty()) {
      relation = new Selection(relation, conjuncts);
    }
    if (random.nextInt(4) == 0) {
      Expression key = random.nextBoolean() ? column(3) : exists(column(2));
      relation = new Ordering(relation, List.of(new SortKey(key, true, true)));
    }
    return random.nextInt(4) == 0 ? relation : new Projection(relation, columns(random, width));
  }

  private static List<Expression> columns(Random random, int width) {
    List<Expression> columns = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      Expression column = column(random.nextInt(width));
      columns.add(random.nextInt(4) == 0 ? exists(column) : column);
    }
    return columns;
  }

  private static Expression condition(Random random, int depth) {
    if (depth > 0 && random.nextInt(4) == 0) {
      Expression left = condition(random, depth - 1);
      Expression right = condition(random, depth - 1);
      return switch (random.nextInt(3)) {
        case 0 -> and(left, right);
        case 1 -> or(left, right);
        default -> not(left);
      };
    }
    return switch (random.nextInt(8)) {
      case 0 -> equal(column(0), text(random.nextBoolean() ? "p" : "q"));
      case 1 -> equal(column(1), random.nextBoolean() ? number(1) : parameter(0));
      case 2 -> in(column(0), text("p"), text("q"));
      case 3 -> greater(column(1), number(0));
      case 4 -> equal(column(2), text("x"));
      case 5 -> exists(column(3));
      case 6 -> random.nextInt(5) == 0 ? never() : exists(column(2));
      default -> equal(column(3), parameter(1));
    };
  }
}
