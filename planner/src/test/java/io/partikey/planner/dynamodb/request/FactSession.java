package io.partikey.planner.dynamodb.request;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendProvider;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ConditionFailedException;
import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.backend.TransactionCanceledException;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ListValue;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.QueryPlanner;
import io.partikey.planner.api.ScanPolicy;
import io.partikey.planner.compile.KeyedQueryPlanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * An empty database that answers cases with text. A case is a statement, after lines of how it is
 * sent:
 *
 * <pre>
 * !define            a definition
 * !with VALUES       parameters, a list of values in DynamoDB JSON; %text*n% in it repeats a text
 * !limit N           most items to read; !all follows every token
 * !consistent        a consistent read
 * !failed            the error is to have the item that failed the condition
 * !batch, !transaction [TOKEN]    each line is a statement, its values behind ' <- '
 * </pre>
 *
 * <p>An answer ends in what it cost. What is refused must have changed nothing.
 */
final class FactSession implements AutoCloseable {
  private static final PlannerSettings SETTINGS =
      new PlannerSettings(Dialect.SQL, ScanPolicy.ALLOW, false, false, 400);

  private final Backend backend;
  private final QueryPlanner planner = new KeyedQueryPlanner();
  private final StatementRequests requests;

  private FactSession(Backend backend) {
    this.backend = backend;
    this.requests =
        new StatementRequests(planner, SETTINGS, backend, new RequestTokens(), Cancellation.NEVER);
  }

  /** A session on a database of its own. */
  static FactSession open() {
    BackendAddress address = new BackendAddress(BackendAddress.Kind.MEMORY, "");
    for (BackendProvider provider : ServiceLoader.load(BackendProvider.class)) {
      if (provider.opens(address.kind())) {
        return new FactSession(provider.open(address, BackendOptions.DEFAULT));
      }
    }
    throw new IllegalStateException("no backend in memory");
  }

  /** What a case answers. */
  String answer(String written) {
    Map<String, List<Item>> before = contents();
    try {
      FactCase asked = FactCase.read(written);
      return switch (asked.kind()) {
        case DEFINITION -> define(asked.text());
        case STATEMENT -> statement(asked);
        case BATCH -> batch(asked);
        case TRANSACTION -> transaction(asked);
      };
    } catch (EngineException refusal) {
      if (!before.equals(contents())) {
        throw new AssertionError("refused, but changed something: " + written, refusal);
      }
      return refusal(refusal);
    }
  }

  private String define(String text) {
    planner.compile(text, SETTINGS, backend).execute(ExecutionRequest.of(backend, Parameters.NONE));
    return "defined";
  }

  private String statement(FactCase asked) {
    List<String> lines = new ArrayList<>();
    @Nullable String token = null;
    do {
      ExecuteStatement request =
          new ExecuteStatement(
              asked.text(),
              asked.parameters(),
              asked.consistent(),
              asked.limit(),
              token,
              asked.failed());
      ExecuteStatementAnswer answer = requests.execute(request, false);
      answer.items().forEach(item -> lines.add(show(item)));
      token = answer.nextToken().orElse(null);
      lines.add(cost(answer.consumed()) + (token == null ? "" : ", more"));
    } while (token != null && asked.all());
    return String.join("\n", lines);
  }

  private String batch(FactCase asked) {
    BatchExecuteStatementAnswer answer =
        requests.execute(new BatchExecuteStatement(asked.statements()), false);
    List<String> lines = new ArrayList<>();
    for (BatchExecuteStatementAnswer.Response response : answer.responses()) {
      String said =
          response
              .error()
              .map(error -> error.code() + ": " + error.message())
              .orElse(response.item().map(FactSession::show).orElse("done"));
      lines.add(response.tableName().map(name -> name + " ").orElse("") + said);
    }
    lines.add(cost(answer.consumed()));
    return String.join("\n", lines);
  }

  private String transaction(FactCase asked) {
    ExecuteTransactionAnswer answer =
        requests.execute(new ExecuteTransaction(asked.statements(), asked.token()), false);
    List<String> lines = new ArrayList<>();
    for (Optional<Item> item : answer.responses()) {
      lines.add(item.map(FactSession::show).orElse("no item"));
    }
    lines.add(cost(answer.consumed()));
    return String.join("\n", lines);
  }

  private static String refusal(EngineException refusal) {
    List<String> lines = new ArrayList<>();
    lines.add(
        refusal.code().serviceCode()
            + ": "
            + refusal.getMessage()
            + refusal.position().map(FactSession::place).orElse(""));
    if (refusal instanceof ConditionFailedException failed) {
      failed.item().ifPresent(item -> lines.add(show(item)));
    }
    if (refusal instanceof TransactionCanceledException canceled) {
      canceled
          .reasons()
          .forEach(
              reason ->
                  lines.add(
                      reason.code()
                          + reason.message().map(message -> ": " + message).orElse("")
                          + reason.item().map(item -> " " + show(item)).orElse("")));
    }
    return String.join("\n", lines);
  }

  private static String place(StatementPosition position) {
    return "  (" + position + ")";
  }

  private static String cost(ConsumedCapacity consumed) {
    List<String> parts = new ArrayList<>();
    consumed
        .byTarget()
        .forEach(
            (target, units) -> {
              if (units.read() > 0) {
                parts.add(target + " " + units.read() + " RU");
              }
              if (units.write() > 0) {
                parts.add(target + " " + units.write() + " WU");
              }
            });
    return "= " + (parts.isEmpty() ? "nothing" : String.join(", ", parts));
  }

  private static String show(Item item) {
    String json = item.toJson();
    return json.length() > 300 ? json.substring(0, 300) + "…" : json;
  }

  private Map<String, List<Item>> contents() {
    Map<String, List<Item>> contents = new LinkedHashMap<>();
    try (ReadView view = backend.openView()) {
      for (String table : backend.catalog().tables().keySet()) {
        contents.put(
            table,
            view.scan(new ScanRequest(table, null, PageRequest.FIRST.withLimit(1000))).items());
      }
    }
    return contents;
  }

  /** The values of a list in DynamoDB JSON. */
  static List<AttributeValue> values(String json) {
    String repeated = json;
    int from = repeated.indexOf('%');
    while (from >= 0) {
      int to = repeated.indexOf('%', from + 1);
      String[] parts = repeated.substring(from + 1, to).split("\\*", 2);
      repeated =
          repeated.substring(0, from)
              + parts[0].repeat(Integer.parseInt(parts[1]))
              + repeated.substring(to + 1);
      from = repeated.indexOf('%');
    }
    return ((ListValue) AttributeValue.fromJson("{\"L\": " + repeated + "}")).elements();
  }

  @Override
  public void close() {
    backend.close();
  }
}
