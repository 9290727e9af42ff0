package io.partikey.engine.item;

import io.partikey.engine.error.EngineException;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Plain JSON text of values: what a column of a document type shows and takes.
 *
 * <p>It is JSON as it stands, with numbers unquoted and exact, and with PartiQL's own notation for
 * the two types that JSON lacks. Both begin with two characters that JSON never has together, so
 * every value has one text, and reading it gives that value back:
 *
 * <pre>
 * S     "text"              L    [1,"a",null]
 * N     12.50, 1e3          M    {"name":"value"}
 * BOOL  true                SS   &lt;&lt;"a","b"&gt;&gt;
 * NULL  null                NS   &lt;&lt;1,2.5&gt;&gt;
 * B     {{aGVsbG8=}}        BS   &lt;&lt;{{AQ==}},{{Ag==}}&gt;&gt;
 * </pre>
 *
 * <p>A text without sets and binaries is JSON to any other program. Written texts have no white
 * space between their parts, numbers in plain notation, members in their order and sets sorted. A
 * text that is read may have white space between its parts but not inside of {@code {{…}}}; a
 * member or an element of a set may not be there twice.
 */
public final class DocumentJson {
  private DocumentJson() {}

  /** The text of a value. */
  public static String write(AttributeValue value) {
    StringBuilder text = new StringBuilder();
    write(text, value);
    return text.toString();
  }

  /** The text of an item: that of a map of its attributes. */
  public static String write(Item item) {
    StringBuilder text = new StringBuilder();
    writeMembers(text, item.attributes());
    return text.toString();
  }

  /**
   * Reads a value.
   *
   * @throws EngineException with {@code INVALID_JSON}, the line and the column if the text is none;
   *     with {@code NUMBER_OUT_OF_RANGE} if a number in it is too large, too small or too long
   */
  public static AttributeValue readValue(String text) {
    return new DocumentJsonParser(text).parse();
  }

  /**
   * Reads an item.
   *
   * @throws EngineException as {@link #readValue} does, also if the text is that of another value
   *     than a map
   */
  public static Item readItem(String text) {
    return new Item(new DocumentJsonParser(text).parseMap().members());
  }

  private static void write(StringBuilder text, AttributeValue value) {
    switch (value.type()) {
      case S -> JsonText.appendQuoted(text, ((StringValue) value).text());
      case N -> text.append(((NumberValue) value).toPlainString());
      case B -> writeBinary(text, (BinaryValue) value);
      case BOOL -> text.append(((BooleanValue) value).value());
      case NULL -> text.append("null");
      case L -> writeElements(text, "[", ((ListValue) value).elements(), DocumentJson::write, "]");
      case M -> writeMembers(text, ((MapValue) value).members());
      case SS ->
          writeElements(
              text, "<<", ((StringSetValue) value).elements(), JsonText::appendQuoted, ">>");
      case NS ->
          writeElements(text, "<<", ((NumberSetValue) value).elements(), DocumentJson::write, ">>");
      case BS ->
          writeElements(text, "<<", ((BinarySetValue) value).elements(), DocumentJson::write, ">>");
    }
  }

  private static void writeBinary(StringBuilder text, BinaryValue value) {
    text.append("{{").append(value.toBase64()).append("}}");
  }

  private static void writeMembers(StringBuilder text, Map<String, AttributeValue> members) {
    writeElements(
        text,
        "{",
        members.entrySet(),
        (target, member) -> {
          JsonText.appendQuoted(target, member.getKey());
          target.append(':');
          write(target, member.getValue());
        },
        "}");
  }

  private static <T> void writeElements(
      StringBuilder text,
      String open,
      Iterable<T> elements,
      BiConsumer<StringBuilder, ? super T> element,
      String close) {
    text.append(open);
    for (Iterator<T> i = elements.iterator(); i.hasNext(); ) {
      element.accept(text, i.next());
      if (i.hasNext()) {
        text.append(',');
      }
    }
    text.append(close);
  }
}
