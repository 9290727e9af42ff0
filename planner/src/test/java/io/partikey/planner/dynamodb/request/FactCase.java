package io.partikey.planner.dynamodb.request;

import io.partikey.engine.item.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case of {@link FactSession}: a statement, or several, and how it is sent. */
record FactCase(
    Kind kind,
    String text,
    List<AttributeValue> parameters,
    @Nullable Integer limit,
    boolean all,
    boolean consistent,
    boolean failed,
    @Nullable String token) {

  /** What is sent. */
  enum Kind {
    DEFINITION,
    STATEMENT,
    BATCH,
    TRANSACTION
  }

  static FactCase read(String written) {
    Kind kind = Kind.STATEMENT;
    List<AttributeValue> parameters = List.of();
    @Nullable Integer limit = null;
    boolean all = false;
    boolean consistent = false;
    boolean failed = false;
    @Nullable String token = null;
    List<String> text = new ArrayList<>();
    for (String line : written.lines().toList()) {
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "!define" -> kind = Kind.DEFINITION;
        case "!batch" -> kind = Kind.BATCH;
        case "!transaction" -> {
          kind = Kind.TRANSACTION;
          token = words.length > 1 ? words[1] : null;
        }
        case "!with" -> parameters = FactSession.values(words[1]);
        case "!limit" -> limit = Integer.valueOf(words[1]);
        case "!all" -> all = true;
        case "!consistent" -> consistent = true;
        case "!failed" -> failed = true;
        default -> text.add(line);
      }
    }
    return new FactCase(
        kind, String.join("\n", text), parameters, limit, all, consistent, failed, token);
  }

  /** The statements of a batch or transaction, one a line. */
  List<RequestedStatement> statements() {
    List<RequestedStatement> statements = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] parts = line.split(" <- ", 2);
      statements.add(
          new RequestedStatement(
              parts[0],
              parts.length > 1 ? FactSession.values(parts[1]) : List.of(),
              consistent,
              failed));
    }
    return statements;
  }
}
