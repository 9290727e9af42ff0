package io.partikey.engine.store;

import static io.partikey.engine.store.TestStore.get;
import static io.partikey.engine.store.TestStore.index;
import static io.partikey.engine.store.TestStore.item;
import static io.partikey.engine.store.TestStore.key;
import static io.partikey.engine.store.TestStore.replace;
import static io.partikey.engine.store.TestStore.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.backend.WriteRequest.Put;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.backend.WriteResult;
import io.partikey.engine.backend.WriteResult.Outcome;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.BoundExpression;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.Projection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteTest {
  private final Backend backend = TestStore.memory();

  @BeforeEach
  void createTable() {
    backend.createTable(
        table(
            "T",
            index("All", "g", Projection.ALL),
            index("Keys", "g", Projection.KEYS_ONLY),
            index("Some", "h", Projection.include(List.of("x")))));
  }

  @AfterEach
  void isConsistent() {
    assertThat(((EmbeddedBackend) backend).engine().problems()).isEmpty();
    backend.close();
  }

  @Test
  void insertsOnceOnly() {
    Item first = item("a", 1, "\"x\": {\"N\": \"1\"}");
    assertThat(backend.write(Put.insert("T", first)).outcome()).isEqualTo(Outcome.APPLIED);
    WriteResult second = backend.write(Put.insert("T", item("a", 1, "")));
    assertThat(second.outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(second.returned()).contains(first);
    assertThat(get(backend, "T", key("a", 1))).isEqualTo(first);
  }

  @Test
  void mergesAndReplaces() {
    backend.write(replace("T", item("a", 1, "\"x\": {\"N\": \"1\"}, \"y\": {\"N\": \"2\"}")));
    WriteResult merged =
        backend.write(put(IfExists.MERGE, ReturnValues.MODIFIED_NEW, "\"x\": {\"N\": \"5\"}"));
    assertThat(merged.returned()).contains(DynamoJson.readItem("{\"x\": {\"N\": \"5\"}}"));
    assertThat(get(backend, "T", key("a", 1)))
        .isEqualTo(item("a", 1, "\"x\": {\"N\": \"5\"}, \"y\": {\"N\": \"2\"}"));
    WriteResult replaced =
        backend.write(put(IfExists.REPLACE, ReturnValues.ALL_OLD, "\"z\": {\"N\": \"5\"}"));
    assertThat(replaced.returned())
        .contains(item("a", 1, "\"x\": {\"N\": \"5\"}, \"y\": {\"N\": \"2\"}"));
    assertThat(get(backend, "T", key("a", 1))).isEqualTo(item("a", 1, "\"z\": {\"N\": \"5\"}"));
  }

  @Test
  void updatesWhatExists() {
    assertThat(backend.write(setX(1, null, ReturnValues.ALL_NEW)).outcome())
        .isEqualTo(Outcome.NOT_FOUND);
    backend.write(replace("T", item("a", 1, "\"x\": {\"N\": \"1\"}")));
    assertThat(backend.write(setX(2, null, ReturnValues.MODIFIED_OLD)).returned())
        .contains(DynamoJson.readItem("{\"x\": {\"N\": \"1\"}}"));
    assertThat(backend.write(setX(3, null, ReturnValues.MODIFIED_NEW)).returned())
        .contains(DynamoJson.readItem("{\"x\": {\"N\": \"3\"}}"));
    assertThat(backend.write(setX(4, null, ReturnValues.ALL_OLD)).returned())
        .contains(item("a", 1, "\"x\": {\"N\": \"3\"}"));
    assertThat(backend.write(setX(5, null, ReturnValues.ALL_NEW)).returned())
        .contains(item("a", 1, "\"x\": {\"N\": \"5\"}"));
    assertThat(backend.write(setX(6, null, ReturnValues.NONE)).returned()).isEmpty();
  }

  @Test
  void writesNothingWhereTheConditionDoesNotHold() {
    Item stored = item("a", 1, "\"x\": {\"N\": \"1\"}");
    backend.write(replace("T", stored));
    WriteResult update = backend.write(setX(2, xIs(7), ReturnValues.ALL_NEW));
    assertThat(update.outcome()).isEqualTo(Outcome.CONDITION_FAILED);
    assertThat(update.returned()).contains(stored);
    assertThat(backend.write(delete(1, xIs(7))).outcome()).isEqualTo(Outcome.CONDITION_FAILED);
    assertThat(backend.write(new WriteRequest.Check("T", key("a", 1), xIs(7))).outcome())
        .isEqualTo(Outcome.CONDITION_FAILED);
    assertThat(backend.write(new WriteRequest.Check("T", key("a", 1), xIs(1))).applied()).isTrue();
    assertThat(get(backend, "T", key("a", 1))).isEqualTo(stored);
    assertThat(backend.write(setX(2, xIs(1), ReturnValues.NONE)).applied()).isTrue();
  }

  @Test
  void deletesWithoutAConditionOnWhatIsNotThere() {
    assertThat(backend.write(delete(1, xIs(7))).outcome()).isEqualTo(Outcome.NOT_FOUND);
    Item stored = item("a", 1, "\"x\": {\"N\": \"7\"}");
    backend.write(replace("T", stored));
    WriteResult deleted =
        backend.write(new WriteRequest.Delete("T", key("a", 1), xIs(7), ReturnValues.ALL_OLD));
    assertThat(deleted.applied()).isTrue();
    assertThat(deleted.returned()).contains(stored);
    assertThat(get(backend, "T", key("a", 1))).isNull();
  }

  @Test
  void refusesInvalidItemsAndStoresNothing() {
    assertInvalid(
        Put.insert("T", DynamoJson.readItem("{\"pk\": {\"S\": \"a\"}}")), ErrorCode.KEY_MISSING);
    assertInvalid(
        Put.insert("T", DynamoJson.readItem("{\"pk\": {\"N\": \"1\"}, \"sk\": {\"N\": \"1\"}}")),
        ErrorCode.KEY_INVALID);
    assertInvalid(Put.insert("T", item("a", 1, "\"g\": {\"N\": \"1\"}")), ErrorCode.KEY_INVALID);
    assertInvalid(
        Put.insert("T", item("a", 1, "\"x\": {\"S\": \"" + "x".repeat(410_000) + "\"}")),
        ErrorCode.LIMIT_EXCEEDED);
    assertInvalid(Put.insert("T", item("\ud800", 1, "")), ErrorCode.VALIDATION);
    assertInvalid(replace("Nowhere", item("a", 1, "")), ErrorCode.UNKNOWN_TABLE);
    assertThat(backend.statistics("T").table().items()).isZero();
  }

  @Test
  void neverGrowsAnItemBeyondItsLimit() {
    Item large = item("a", 1, "\"y\": {\"S\": \"" + "x".repeat(409_500) + "\"}");
    backend.write(replace("T", large));
    WriteRequest growing =
        new WriteRequest.Update(
            "T",
            key("a", 1),
            List.of(set("x", new Literal(new StringValue("x".repeat(200))))),
            Parameters.NONE,
            null,
            ReturnValues.NONE);
    assertInvalid(growing, ErrorCode.LIMIT_EXCEEDED);
    assertInvalid(
        put(IfExists.MERGE, ReturnValues.NONE, "\"x\": {\"S\": \"" + "x".repeat(200) + "\"}"),
        ErrorCode.LIMIT_EXCEEDED);
    assertThat(get(backend, "T", key("a", 1))).isEqualTo(large);
  }

  @Test
  void neverChangesAKey() {
    backend.write(replace("T", item("a", 1, "")));
    assertThatThrownBy(
            () ->
                backend.write(
                    new WriteRequest.Update(
                        "T",
                        key("a", 1),
                        List.of(set("pk", new Literal(new StringValue("b")))),
                        Parameters.NONE,
                        null,
                        ReturnValues.NONE)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("Cannot update attribute pk. This attribute is part of the key");
  }

  @Test
  void chargesTheLargerOfOldAndNewAndEachIndexByItsEntry() {
    String filler = "\"x\": {\"S\": \"" + "x".repeat(2500) + "\"}";
    WriteResult inserted = backend.write(replace("T", item("a", 1, filler)));
    assertUnits(inserted, "T", 3, "All", 0, "Keys", 0, "Some", 0);
    WriteResult added =
        backend.write(replace("T", item("a", 1, filler + ", \"g\": {\"S\": \"u\"}")));
    assertUnits(added, "T", 3, "All", 3, "Keys", 1, "Some", 0);
    WriteResult moved =
        backend.write(replace("T", item("a", 1, filler + ", \"g\": {\"S\": \"v\"}")));
    assertUnits(moved, "T", 3, "All", 6, "Keys", 2, "Some", 0);
    WriteResult unprojected =
        backend.write(
            replace("T", item("a", 1, filler + ", \"g\": {\"S\": \"v\"}, \"y\": {\"N\": \"1\"}")));
    assertUnits(unprojected, "T", 3, "All", 3, "Keys", 0, "Some", 0);
    WriteResult shrunk = backend.write(replace("T", item("a", 1, "\"g\": {\"S\": \"v\"}")));
    assertUnits(shrunk, "T", 3, "All", 3, "Keys", 0, "Some", 0);
    WriteResult projected = backend.write(replace("T", item("b", 1, "\"h\": {\"S\": \"v\"}")));
    assertUnits(projected, "T", 1, "All", 0, "Keys", 0, "Some", 1);
    WriteResult removed = backend.write(delete(1, null));
    assertUnits(removed, "T", 1, "All", 1, "Keys", 1, "Some", 0);
    assertUnits(backend.write(delete(1, null)), "T", 1, "All", 0, "Keys", 0, "Some", 0);
    assertUnits(
        backend.write(setX(1, xIs(7), ReturnValues.NONE)), "T", 1, "All", 0, "Keys", 0, "Some", 0);
  }

  @Test
  void writesSeveralItemsAllOrNothing() {
    backend.write(replace("T", item("a", 1, "\"x\": {\"N\": \"1\"}")));
    List<WriteRequest> requests =
        List.of(
            replace("T", item("b", 1, "")),
            Put.insert("T", item("a", 1, "")),
            delete(2, null),
            new WriteRequest.Check("T", key("a", 9), xIs(1)));
    assertThatThrownBy(() -> backend.writeAtomically(requests))
        .isInstanceOf(TransactionCanceledException.class)
        .hasMessage(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None,"
                + " DuplicateItem, None, ConditionalCheckFailed]");
    assertThat(get(backend, "T", key("b", 1))).isNull();
    List<WriteResult> results =
        backend.writeAtomically(
            List.of(
                replace("T", item("b", 1, "")),
                setX(5, xIs(1), ReturnValues.ALL_NEW),
                new WriteRequest.Delete("T", key("c", 2), null, ReturnValues.NONE)));
    assertThat(results.get(1).returned()).contains(item("a", 1, "\"x\": {\"N\": \"5\"}"));
    assertThat(results.get(0).consumed().writeUnits()).isEqualTo(2);
    assertThat(results.get(2).outcome()).isEqualTo(Outcome.NOT_FOUND);
  }

  @Test
  void saysWhichOfSeveralWritesIsInvalid() {
    assertThatThrownBy(
            () ->
                backend.writeAtomically(
                    List.of(
                        replace("T", DynamoJson.readItem("{\"pk\": {\"S\": \"a\"}}")),
                        replace("Nowhere", item("a", 1, "")),
                        replace("T", item("a", 1, "")))))
        .isInstanceOf(TransactionCanceledException.class)
        .hasMessageEndingWith("[ValidationError, ResourceNotFound, None]")
        .extracting(e -> ((TransactionCanceledException) e).reasons().get(0).message())
        .isEqualTo(
            Optional.of(
                "One or more parameter values were invalid: Missing the key sk in the item"));
    assertThatThrownBy(
            () -> backend.writeAtomically(List.of(replace("T", item("a", 1, "")), delete(1, null))))
        .hasMessage("Transaction request cannot include multiple operations on one item");
    assertThat(backend.writeAtomically(List.of())).isEmpty();
  }

  private void assertInvalid(WriteRequest request, ErrorCode code) {
    assertThatThrownBy(() -> backend.write(request))
        .isInstanceOf(EngineException.class)
        .extracting(e -> ((EngineException) e).code())
        .isEqualTo(code);
  }

  private static void assertUnits(
      WriteResult result,
      String table,
      double ofTable,
      String all,
      double ofAll,
      String keys,
      double ofKeys,
      String some,
      double ofSome) {
    assertThat(units(result, table)).isEqualTo(ofTable);
    assertThat(units(result, table + "." + all)).isEqualTo(ofAll);
    assertThat(units(result, table + "." + keys)).isEqualTo(ofKeys);
    assertThat(units(result, table + "." + some)).isEqualTo(ofSome);
  }

  private static double units(WriteResult result, String target) {
    var units = result.consumed().byTarget().get(target);
    return units == null ? 0 : units.write();
  }

  private static Put put(IfExists ifExists, ReturnValues returned, String attributes) {
    return new Put("T", item("a", 1, attributes), ifExists, null, returned);
  }

  private static WriteRequest setX(
      long value, @Nullable BoundExpression condition, ReturnValues returned) {
    return new WriteRequest.Update(
        "T",
        key("a", 1),
        List.of(set("x", new Parameter(0))),
        Parameters.of(NumberValue.of(value)),
        condition,
        returned);
  }

  private static UpdateAction set(String attribute, Expression value) {
    return new UpdateAction.Set(DocumentPath.of(attribute), value);
  }

  private static WriteRequest delete(long sk, @Nullable BoundExpression condition) {
    ItemKey key = key("a", sk);
    return new WriteRequest.Delete("T", key, condition, ReturnValues.NONE);
  }

  private static BoundExpression xIs(long value) {
    return new BoundExpression(
        new Comparison(
            ComparisonOperator.EQUAL,
            new AttributeReference("x"),
            new Literal(NumberValue.of(value))),
        Parameters.NONE);
  }
}
