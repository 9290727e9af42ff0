package io.partikey.planner.dynamodb.request;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import io.partikey.planner.dynamodb.select.SelectPosition;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a token: base64 of
 *
 * <pre>
 * fingerprint of what follows, 64 characters
 *     | fingerprint of statement and parameters, 64 characters | number of the read | last key as JSON
 * </pre>
 */
final class NextToken {
  private NextToken() {}

  /** The token of a position in a statement. */
  static String of(SelectPosition position, String statement, List<AttributeValue> parameters) {
    @Nullable Item lastKey = position.lastKey();
    String content =
        fingerprint(statement, parameters)
            + "|"
            + position.read()
            + "|"
            + (lastKey == null ? "" : lastKey.toJson());
    String text = fingerprint(content) + "|" + content;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The position that a token stands for.
   *
   * @throws EngineException if it is no token or was changed, or if it is that of another statement
   */
  static SelectPosition read(String token, String statement, List<AttributeValue> parameters) {
    String[] parts = parts(token);
    if (!parts[0].equals(fingerprint(statement, parameters))) {
      throw invalid("NextToken does not match request");
    }
    return new SelectPosition(
        Integer.parseInt(parts[1]), parts[2].isEmpty() ? null : DynamoJson.readItem(parts[2]));
  }

  private static String[] parts(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      String[] sealed = text.split("\\|", 2);
      if (sealed.length == 2 && sealed[0].equals(fingerprint(sealed[1]))) {
        return sealed[1].split("\\|", 3);
      }
    } catch (IllegalArgumentException notBase64) {
      throw invalid("Invalid NextToken");
    }
    throw invalid("Invalid NextToken");
  }

  private static String fingerprint(String content) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(content);
    return fingerprint.text();
  }

  private static String fingerprint(String statement, List<AttributeValue> parameters) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(statement);
    parameters.forEach(value -> fingerprint.add(DynamoJson.write(value)));
    return fingerprint.text();
  }

  private static EngineException invalid(String message) {
    return new EngineException(ErrorCode.VALIDATION, message);
  }
}
