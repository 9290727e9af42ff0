package io.partikey.jdbc.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.partikey.engine.item.DynamoJson;
import io.partikey.engine.item.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of recorded steps.
 *
 * @param name its theme
 * @param tables the definitions of its tables
 * @param items what each table holds at first
 * @param steps the steps, in order
 */
record RecordedCases(
    String name, List<JsonNode> tables, Map<String, List<Item>> items, List<RecordedStep> steps) {
  private static final Path DIRECTORY = Path.of("src/test/resources/conformance");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All files, by theme. */
  static List<RecordedCases> all() throws IOException {
    Judgements judgements = Judgements.read(read(DIRECTORY.resolve("judgements.json")));
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      List<RecordedCases> all = new ArrayList<>();
      for (Path file :
          files.filter(each -> each.getFileName().toString().matches("\\d.*")).sorted().toList()) {
        all.add(of(read(file), judgements));
      }
      judgements.requireAllUsed();
      return all;
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return spelledOut(JSON.readTree(file.toFile()));
  }

  private static RecordedCases of(JsonNode file, Judgements judgements) {
    Map<String, List<Item>> items = new LinkedHashMap<>();
    file.get("items")
        .properties()
        .forEach(table -> items.put(table.getKey(), items(table.getValue())));
    List<RecordedStep> steps = new ArrayList<>();
    file.get("steps").forEach(step -> steps.add(RecordedStep.of(step, judgements)));
    List<JsonNode> tables = new ArrayList<>();
    file.get("tables").forEach(tables::add);
    return new RecordedCases(file.get("name").asText(), tables, items, steps);
  }

  /** The items of a list in DynamoDB JSON. */
  static List<Item> items(JsonNode list) {
    List<Item> items = new ArrayList<>();
    list.forEach(item -> items.add(DynamoJson.readItem(item.toString())));
    return items;
  }

  // Texts may be written as {"$repeat": [text, count]} and {"$concat": [text, ...]}.
  private static JsonNode spelledOut(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.has("$repeat")) {
        JsonNode repeat = object.get("$repeat");
        return new TextNode(spelledOut(repeat.get(0)).asText().repeat(repeat.get(1).asInt()));
      }
      if (object.has("$concat")) {
        StringBuilder text = new StringBuilder();
        object.get("$concat").forEach(part -> text.append(spelledOut(part).asText()));
        return new TextNode(text.toString());
      }
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(field -> copy.set(field.getKey(), spelledOut(field.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> copy.add(spelledOut(element)));
      return copy;
    }
    return node;
  }
}
