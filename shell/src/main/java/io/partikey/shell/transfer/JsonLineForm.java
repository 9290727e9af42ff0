package io.partikey.shell.transfer;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.DocumentJson;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.MapValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms in which a line of JSON holds an item. */
enum JsonLineForm {
  /** An object of plain values. */
  PLAIN {
    @Override
    MapValue read(String line) {
      return new MapValue(DocumentJson.readItem(line).attributes());
    }
  },
  /** An object of typed values, DynamoDB JSON. */
  DYNAMODB {
    @Override
    MapValue read(String line) {
      return new MapValue(DynamoJson.readItem(line).attributes());
    }
  },
  /** DynamoDB JSON in a member {@code Item}, as the service exports tables to S3. */
  EXPORT {
    @Override
    MapValue read(String line) {
      String object = line.strip();
      int start = object.indexOf(':') + 1;
      return DYNAMODB.read(object.substring(start, object.length() - 1));
    }
  };

  private static final String ITEM = "Item";
  private static final Set<String> TYPE_NAMES =
      Arrays.stream(AttributeType.values()).map(Enum::name).collect(Collectors.toSet());

  /**
   * Reads a line.
   *
   * @throws io.partikey.engine.error.EngineException if it is not of this form
   */
  abstract MapValue read(String line);

  /**
   * The form of a line by its looks.
   *
   * @throws io.partikey.engine.error.EngineException if it is no JSON object
   */
  static JsonLineForm of(String line) {
    Map<String, AttributeValue> members = DocumentJson.readItem(line).attributes();
    return isExport(members) ? EXPORT : allTyped(members) ? DYNAMODB : PLAIN;
  }

  /**
   * The form of a line whose values are known to be typed.
   *
   * @throws io.partikey.engine.error.EngineException if it is no JSON object
   */
  static JsonLineForm ofTyped(String line) {
    return isExport(DocumentJson.readItem(line).attributes()) ? EXPORT : DYNAMODB;
  }

  private static boolean isExport(Map<String, AttributeValue> members) {
    return members.size() == 1
        && members.get(ITEM) instanceof MapValue item
        && allTyped(item.members());
  }

  private static boolean allTyped(Map<String, AttributeValue> members) {
    return !members.isEmpty() && members.values().stream().allMatch(JsonLineForm::isTyped);
  }

  private static boolean isTyped(AttributeValue value) {
    return value instanceof MapValue map
        && map.members().size() == 1
        && TYPE_NAMES.containsAll(map.members().keySet());
  }
}
