package io.partikey;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLClassLoader;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import javax.naming.InitialContext;

/** Which part may lean on which; what is not drawn in docs/architecture.md is forbidden. */
@AnalyzeClasses(packages = "io.partikey", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String[] ENGINE_CONTRACT = {
    "io.partikey.engine.item..",
    "io.partikey.engine.expression..",
    "io.partikey.engine.table..",
    "io.partikey.engine.backend..",
    "io.partikey.engine.error.."
  };

  @ArchTest
  static final ArchRule grammarStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("io.partikey.grammar..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.partikey..")
                  .and(not(resideInAnyPackage("io.partikey.grammar.."))));

  @ArchTest
  static final ArchRule parserKnowsOnlyTheGrammar =
      noClasses()
          .that()
          .resideInAPackage("io.partikey.parser..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.partikey..")
                  .and(not(resideInAnyPackage("io.partikey.grammar..", "io.partikey.parser.."))));

  @ArchTest
  static final ArchRule engineContractKnowsNothingButTheJdkAndJackson =
      classes()
          .that()
          .resideInAnyPackage(ENGINE_CONTRACT)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(ENGINE_CONTRACT)
                  .or(
                      resideInAnyPackage(
                          "java..", "com.fasterxml.jackson..", "org.jspecify.annotations..")));

  @ArchTest
  static final ArchRule storeIsReachedThroughItsProviderAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.partikey.engine.store..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.partikey.engine.store..");

  @ArchTest
  static final ArchRule storeKnowsOnlyTheContract =
      noClasses()
          .that()
          .resideInAPackage("io.partikey.engine.store..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.partikey..")
                  .and(not(resideInAnyPackage("io.partikey.engine.."))));

  @ArchTest
  static final ArchRule plannerKnowsParserAndContract =
      noClasses()
          .that()
          .resideInAPackage("io.partikey.planner..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.partikey.engine.store..",
                  "io.partikey.jdbc..",
                  "io.partikey.shell..",
                  "org.rocksdb..",
                  "org.antlr.."));

  @ArchTest
  static final ArchRule sqlIsReadWithoutDynamoDb =
      noClasses()
          .that()
          .resideInAPackage("io.partikey.planner..")
          .and()
          .resideOutsideOfPackages("io.partikey.planner.dynamodb..", "io.partikey.planner.compile")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.partikey.planner.dynamodb..");

  /** Where the same code serves both dialects it asks a trait of the mode. */
  @ArchTest
  static final ArchRule nothingAsksWhichDialectItIs =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.partikey.planner.bind",
              "io.partikey.planner.search..",
              "io.partikey.planner.execute",
              "io.partikey.planner.explain",
              "io.partikey.planner.plan")
          .should()
          .accessFieldWhere(
              JavaFieldAccess.Predicates.target(owner(name("io.partikey.planner.api.Dialect"))));

  @ArchTest
  static final ArchRule calciteStaysBehindTheSearch =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.partikey.planner.search.calcite..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.calcite..");

  /** Beside the face, the driver makes the planner and answers requests of the service. */
  @ArchTest
  static final ArchRule driverKnowsThePlannersFaceAndTheContract =
      noClasses()
          .that()
          .resideInAPackage("io.partikey.jdbc..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "io.partikey.planner..",
                      "io.partikey.engine.store..",
                      "io.partikey.parser..",
                      "io.partikey.shell..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "io.partikey.planner.api", "io.partikey.planner.dynamodb.request")))
                  .and(not(name("io.partikey.planner.compile.KeyedQueryPlanner"))));

  @ArchTest
  static final ArchRule plannersFaceKnowsTheContractAlone =
      noClasses()
          .that()
          .resideInAPackage("io.partikey.planner.api")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.partikey..")
                  .and(not(resideInAnyPackage(ENGINE_CONTRACT)))
                  .and(not(resideInAPackage("io.partikey.planner.api"))));

  @ArchTest
  static final ArchRule shellSpeaksJdbc =
      noClasses()
          .that()
          .resideInAPackage("io.partikey.shell..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.partikey.planner..", "io.partikey.parser..", "io.partikey.engine.store.."));

  @ArchTest static final ArchRule modulesHaveNoCycles = Rooms.haveNoCycles("io.partikey");

  @ArchTest static final ArchRule engineHasNoCycles = Rooms.haveNoCycles("io.partikey.engine");

  @ArchTest static final ArchRule storeHasNoCycles = Rooms.haveNoCycles("io.partikey.engine.store");

  @ArchTest static final ArchRule driverHasNoCycles = Rooms.haveNoCycles("io.partikey.jdbc");

  @ArchTest static final ArchRule plannerHasNoCycles = Rooms.haveNoCycles("io.partikey.planner");

  @ArchTest
  static final ArchRule dynamoDbHasNoCycles = Rooms.haveNoCycles("io.partikey.planner.dynamodb");

  @ArchTest
  static final ArchRule searchHasNoCycles = Rooms.haveNoCycles("io.partikey.planner.search");

  @ArchTest static final ArchRule shellHasNoCycles = Rooms.haveNoCycles("io.partikey.shell");

  @ArchTest
  static final ArchRule onlyTheShellPrints =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.partikey.shell..", "io.partikey.examples..", "io.partikey.testing..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  /** What SECURITY.md says that PartiKey does not do. */
  @ArchTest
  static final ArchRule nothingReachesOutOfTheProcess =
      noClasses()
          .that()
          .resideInAPackage("io.partikey..")
          .and()
          .resideOutsideOfPackage("io.partikey.testing..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.net.http..",
                      "java.rmi..",
                      "javax.net..",
                      "javax.script..",
                      "javax.management.remote..")
                  .or(
                      belongToAnyOf(
                          ObjectInputStream.class,
                          ProcessBuilder.class,
                          Socket.class,
                          ServerSocket.class,
                          DatagramSocket.class,
                          SocketChannel.class,
                          ServerSocketChannel.class,
                          InitialContext.class,
                          URLClassLoader.class)))
          .orShould()
          .callMethod(Class.class, "forName", String.class)
          .orShould()
          .callMethodWhere(target(owner(type(Runtime.class))).and(target(name("exec"))));
}
