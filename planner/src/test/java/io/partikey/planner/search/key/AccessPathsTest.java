package io.partikey.planner.search.key;

import static io.partikey.planner.search.Conditions.and;
import static io.partikey.planner.search.Conditions.atLeast;
import static io.partikey.planner.search.Conditions.attribute;
import static io.partikey.planner.search.Conditions.beginsWith;
import static io.partikey.planner.search.Conditions.between;
import static io.partikey.planner.search.Conditions.column;
import static io.partikey.planner.search.Conditions.equal;
import static io.partikey.planner.search.Conditions.exists;
import static io.partikey.planner.search.Conditions.greater;
import static io.partikey.planner.search.Conditions.in;
import static io.partikey.planner.search.Conditions.less;
import static io.partikey.planner.search.Conditions.number;
import static io.partikey.planner.search.Conditions.or;
import static io.partikey.planner.search.Conditions.parameter;
import static io.partikey.planner.search.Conditions.text;
import static io.partikey.planner.search.Tables.MILLION;
import static io.partikey.planner.search.Tables.context;
import static io.partikey.planner.search.Tables.global;
import static io.partikey.planner.search.Tables.key;
import static io.partikey.planner.search.Tables.local;
import static io.partikey.planner.search.Tables.named;
import static io.partikey.planner.search.Tables.source;
import static io.partikey.planner.search.Tables.table;
import static io.partikey.planner.search.Tables.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.IndexDescription.IndexState;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.plan.SortBounds.End;
import io.partikey.planner.search.context.SearchContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AccessPathsTest {
  private static final Expression PK = attribute("pk");
  private static final Expression SK = attribute("sk");
  private static final Expression STATUS = attribute("status");
  private static final Expression DATE = attribute("date");

  private static final IndexDescription BY_STATUS =
      global("byStatus", key("status:S", "date:N"), Projection.KEYS_ONLY);
  private static final TableDescription ORDERS = table("Orders", key("pk:S", "sk:N"), BY_STATUS);

  private static List<AccessPath> paths(TableSource source, Expression... conjuncts) {
    return paths(Dialect.SQL, source, conjuncts);
  }

  private static List<AccessPath> paths(
      Dialect dialect, TableSource source, Expression... conjuncts) {
    return new AccessPaths(context(dialect)).of(new SourceConditions(source, List.of(conjuncts)));
  }

  private static AccessPath path(TableSource source, Expression... conjuncts) {
    List<AccessPath> paths = paths(source, conjuncts);
    assertThat(paths).hasSize(1);
    return paths.get(0);
  }

  @Test
  void getsByFullKeyInEitherOperandOrder() {
    AccessPath path =
        path(source(ORDERS), equal(text("a"), PK), equal(SK, parameter(0)), exists(STATUS));
    assertThat(path.kind()).isEqualTo(AccessPath.Kind.GET);
    assertThat(path.key().partitions()).containsExactly(List.of(text("a")));
    assertThat(path.key().sorts()).containsExactly(parameter(0));
    assertThat(path.residual()).containsExactly(exists(STATUS));
    assertThat(path.cost().readUnits()).isEqualTo(0.5);
  }

  @Test
  void weighsNothingAgainstAFullKey() {
    AccessPath path =
        path(
            source(ORDERS),
            equal(PK, text("a")),
            equal(SK, number(1)),
            equal(STATUS, text("x")),
            equal(DATE, number(2)));
    assertThat(path.kind()).isEqualTo(AccessPath.Kind.GET);
  }

  @Test
  void getsTheCrossProductOfLists() {
    AccessPath path =
        path(source(ORDERS), in(PK, text("b"), text("a")), in(SK, number(2), number(1)));
    assertThat(path.kind()).isEqualTo(AccessPath.Kind.MULTI_GET);
    assertThat(path.key().partitions()).containsExactly(List.of(text("a"), text("b")));
    assertThat(path.key().sorts()).containsExactly(number(1), number(2));
    assertThat(path.cost().readUnits()).isEqualTo(2);
  }

  @Test
  void queriesOneCollectionWithAllBoundsOfItsSortKey() {
    AccessPath path =
        path(
            source(ORDERS),
            equal(PK, text("a")),
            greater(SK, number(1)),
            atLeast(parameter(0), SK),
            between(SK, number(0), number(9)));
    assertThat(path.kind()).isEqualTo(AccessPath.Kind.QUERY);
    assertThat(path.key().range().lower()).containsExactly(new End(number(1), false));
    assertThat(path.key().range().upper())
        .containsExactlyInAnyOrder(new End(parameter(0), true), new End(number(9), true));
    assertThat(path.residual()).isEmpty();
  }

  @Test
  void queriesSeveralCollections() {
    AccessPath path = path(source(ORDERS), in(PK, text("a"), text("b")), less(SK, number(5)));
    assertThat(path.kind()).isEqualTo(AccessPath.Kind.QUERY);
    assertThat(path.key().collections()).isEqualTo(2);
  }

  @Test
  void takesKeysFromTheOuterRowOfALookup() {
    AccessPath path = path(source(ORDERS), equal(column(3), PK), equal(SK, column(0)));
    assertThat(path.kind()).isEqualTo(AccessPath.Kind.GET);
    assertThat(path.key().partitions()).containsExactly(List.of(column(3)));
  }

  @Test
  void aFunctionAroundAKeyIsNoKeyCondition() {
    AccessPath path = path(source(ORDERS), beginsWith(PK, text("a")));
    assertThat(path.kind()).isEqualTo(AccessPath.Kind.SCAN);
  }

  @Test
  void comparisonOfTwoAttributesIsNoKeyCondition() {
    assertThat(path(source(ORDERS), equal(PK, STATUS)).isKeyed()).isFalse();
  }

  @Test
  void usesAnIndexWhoseKeyAttributesMustExist() {
    AccessPath path =
        path(source(ORDERS, "status", "date"), equal(STATUS, text("x")), greater(DATE, number(1)));
    assertThat(path.index()).isEqualTo(BY_STATUS);
    assertThat(path.fetch()).isFalse();
  }

  @Test
  void leavesAnIndexWhoseSortAttributeMayBeMissing() {
    assertThat(path(source(ORDERS), equal(STATUS, text("x"))).isKeyed()).isFalse();
  }

  @Test
  void usesAnIndexThatHoldsEveryItem() {
    SearchContext complete =
        new SearchContext(
            PlannerSettings.DEFAULT,
            name -> new TableStatistics(MILLION, Map.of("byStatus", MILLION)),
            true);
    AccessPaths paths = new AccessPaths(complete);
    assertThat(
            paths
                .of(new SourceConditions(source(ORDERS), List.of(equal(STATUS, text("x")))))
                .get(0)
                .index())
        .isEqualTo(BY_STATUS);
    assertThat(
            paths
                .of(
                    new SourceConditions(
                        source(ORDERS), List.of(equal(STATUS, text("x")), equal(DATE, text("y")))))
                .get(0)
                .isKeyed())
        .isFalse();
  }

  @Test
  void anotherConditionThatDoesNotImplyTheTypeIsNotEnough() {
    assertThat(path(source(ORDERS), equal(STATUS, text("x")), exists(DATE)).isKeyed()).isFalse();
  }

  @Test
  void usesAnIndexWithoutConditionOnItsSortAttributeWhenNamed() {
    AccessPath path = path(named(source(ORDERS), BY_STATUS), equal(STATUS, text("x")));
    assertThat(path.index()).isEqualTo(BY_STATUS);
  }

  @Test
  void anIndexSortedByTheTablesOwnKeyHoldsEveryItemThatHasItsPartition() {
    TableDescription table =
        table("Orders", key("pk:S", "sk:N"), global("byStatus", key("status:S", "pk:S")));
    assertThat(path(source(table), equal(STATUS, text("x"))).isKeyed()).isTrue();
  }

  @Test
  void leavesAnIndexWhoseKeyHasAnotherTypeThanTheLiteral() {
    assertThat(path(source(ORDERS), equal(STATUS, number(1)), greater(DATE, number(1))).isKeyed())
        .isFalse();
    assertThat(path(source(ORDERS), equal(STATUS, text("")), greater(DATE, number(1))).isKeyed())
        .isFalse();
  }

  @Test
  void leavesAnIndexThatIsBeingBuilt() {
    IndexDescription building =
        new IndexDescription(
            "byMail", IndexKind.GLOBAL, key("mail:S"), Projection.ALL, IndexState.BUILDING, 0.5);
    TableDescription users = table("Users", key("id:S"), building);
    assertThat(path(source(users), equal(attribute("mail"), text("m"))).isKeyed()).isFalse();
  }

  @Test
  void theServicesDialectReadsOnlyWhatIsNamed() {
    assertThat(
            paths(
                    Dialect.DYNAMODB,
                    source(ORDERS),
                    equal(STATUS, text("x")),
                    greater(DATE, number(1)))
                .get(0)
                .isKeyed())
        .isFalse();
  }

  @Test
  void fetchesWhatTheIndexDoesNotProjectAndPaysForIt() {
    Expression[] conditions = {equal(STATUS, text("x")), equal(DATE, number(1))};
    AccessPath covered = path(source(ORDERS, "status", "pk"), conditions);
    AccessPath fetching = path(source(ORDERS, "note"), conditions);
    assertThat(covered.fetch()).isFalse();
    assertThat(fetching.fetch()).isTrue();
    assertThat(fetching.cost().readUnits() - covered.cost().readUnits())
        .isEqualTo(fetching.cost().rowsRead() * 0.5);
  }

  @Test
  void starOfANamedIndexFetchesInSqlAndIsTheProjectionInTheServicesDialect() {
    TableSource star = whole(named(source(ORDERS), BY_STATUS));
    Expression condition = equal(STATUS, text("x"));
    assertThat(paths(Dialect.SQL, star, condition).get(0).fetch()).isTrue();
    assertThat(paths(Dialect.DYNAMODB, star, condition).get(0).fetch()).isFalse();
  }

  @Test
  void theServiceRefusesUnprojectedAttributesOfAGlobalIndex() {
    TableSource index = named(source(ORDERS, "status", "b", "a"), BY_STATUS);
    assertThatThrownBy(() -> paths(Dialect.DYNAMODB, index, equal(STATUS, text("x"))))
        .hasMessage(
            "One or more parameter values were invalid: Global secondary index byStatus does not"
                + " project [b, a]");
    assertThatThrownBy(
            () -> paths(Dialect.DYNAMODB, index, equal(STATUS, text("x")), exists(attribute("a"))))
        .hasMessage(
            "One or more parameter values were invalid: Secondary index byStatus does not project"
                + " one or more filter attributes: [a]");
  }

  @Test
  void theServiceFetchesForALocalIndex() {
    IndexDescription byYear = local("byYear", key("pk:S", "year:N"), Projection.KEYS_ONLY);
    TableDescription table = table("Music", key("pk:S", "sk:N"), byYear);
    List<AccessPath> paths =
        paths(Dialect.DYNAMODB, named(source(table, "title"), byYear), equal(PK, text("x")));
    assertThat(paths.get(0).fetch()).isTrue();
  }

  @Test
  void anIndexOfSeveralAttributesTakesEqualitiesFromTheLeftAndOneRange() {
    IndexDescription byRound =
        global("byRound", key("tournament:S,region:S", "round:N", "bracket:S", "match:N"));
    TableDescription table = table("Matches", key("pk:S"), byRound);
    AccessPath path =
        path(
            source(table),
            equal(attribute("region"), text("EU")),
            equal(attribute("tournament"), parameter(0)),
            equal(attribute("round"), number(2)),
            beginsWith(attribute("bracket"), text("u")),
            greater(attribute("match"), number(3)));
    assertThat(path.key().partitions()).containsExactly(List.of(parameter(0)), List.of(text("EU")));
    assertThat(path.key().range().equal()).containsExactly(number(2));
    assertThat(path.key().range().prefixes()).containsExactly(text("u"));
    assertThat(path.residual()).containsExactly(greater(attribute("match"), number(3)));
  }

  @Test
  void anIndexOfSeveralAttributesNeedsAllOfItsPartition() {
    IndexDescription byRound = global("byRound", key("tournament:S,region:S"));
    TableDescription table = table("Matches", key("pk:S"), byRound);
    TableSource source = named(source(table), byRound);
    assertThat(path(source, equal(attribute("region"), text("EU"))).isKeyed()).isFalse();
  }

  @Test
  void anOrOfKeyedBranchesIsAUnion() {
    AccessPath path =
        path(
            source(ORDERS),
            or(
                and(equal(PK, text("a")), equal(SK, number(1))),
                and(equal(STATUS, text("x")), less(DATE, number(9)))),
            exists(attribute("note")));
    assertThat(path.kind()).isEqualTo(AccessPath.Kind.UNION);
    assertThat(path.branches())
        .extracting(AccessPath::kind)
        .containsExactly(AccessPath.Kind.GET, AccessPath.Kind.QUERY);
    assertThat(path.branches())
        .allSatisfy(
            branch -> assertThat(branch.residual()).containsExactly(exists(attribute("note"))));
  }

  @Test
  void anOrWithOneUnkeyedBranchIsAScan() {
    assertThat(path(source(ORDERS), or(equal(PK, text("a")), exists(STATUS))).isKeyed()).isFalse();
  }

  @Test
  void anOrUnderAKeyIsAResidualOrAUnion() {
    List<AccessPath> paths =
        paths(
            source(ORDERS),
            equal(PK, text("a")),
            or(equal(SK, number(1)), between(SK, number(5), number(7))));
    assertThat(paths)
        .extracting(AccessPath::kind)
        .containsExactly(AccessPath.Kind.QUERY, AccessPath.Kind.UNION);
  }

  @Test
  void severalSortValuesOfAnIndexAreAUnion() {
    List<AccessPath> paths =
        paths(source(ORDERS), equal(STATUS, text("x")), in(DATE, number(1), number(2)));
    assertThat(paths)
        .extracting(AccessPath::kind)
        .containsExactly(AccessPath.Kind.QUERY, AccessPath.Kind.UNION);
    assertThat(paths.get(1).branches()).hasSize(2);
  }

  @Test
  void aLiteralOfAnotherTypeThanTheKeyIsAnErrorInTheServicesDialect() {
    Dialect service = Dialect.DYNAMODB;
    assertThatThrownBy(() -> paths(service, source(ORDERS), equal(PK, number(1))))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "Key attribute's data type should match its data type in table's schema: Key pk");
    assertThatThrownBy(
            () ->
                paths(service, source(ORDERS), equal(PK, text("a")), in(SK, number(1), text("b"))))
        .hasMessage(
            "Key attribute's data type should match its data type in table's schema: Key sk");
    assertThatThrownBy(() -> paths(service, source(ORDERS), or(equal(PK, number(1)), exists(SK))))
        .hasMessageContaining("Key pk");
  }

  @Test
  void aBoundOfAnotherTypeOnThePartitionKeyIsAFilterInTheServicesDialect() {
    assertThat(paths(Dialect.DYNAMODB, source(ORDERS), greater(PK, number(1))))
        .noneMatch(AccessPath::isKeyed);
  }

  @Test
  void nothingIsReadForWhatNoKeyMeets() {
    assertThat(path(source(ORDERS), equal(PK, number(1))).branches()).isEmpty();
    assertThat(path(source(ORDERS), greater(PK, number(1))).branches()).isEmpty();
    assertThat(path(source(ORDERS), equal(PK, text("a")), greater(SK, text("b"))).branches())
        .isEmpty();
    AccessPath one =
        path(
            source(ORDERS),
            in(PK, number(1), text("a")),
            or(equal(SK, number(5)), between(SK, text("b"), number(7))));
    assertThat(one.kind()).isEqualTo(AccessPath.Kind.GET);
    assertThat(one.key().partitions()).containsExactly(List.of(text("a")));
    assertThat(one.key().sorts()).containsExactly(number(5));
  }

  @Test
  void anAttributeOfAnIndexThatIsNotNamedMayHaveAnotherType() {
    assertThat(path(source(ORDERS), equal(STATUS, number(1))).kind())
        .isEqualTo(AccessPath.Kind.SCAN);
  }
}
