package io.partikey.engine.store.bytes;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.ItemSize;
import java.nio.charset.StandardCharsets;

/** The bytes of texts, of those alone that have any: a lone half of a surrogate pair has none. */
public final class Utf8 {
  private Utf8() {}

  /**
   * The bytes of a text.
   *
   * @throws EngineException with {@code VALIDATION} if the text has a lone surrogate
   */
  public static byte[] encode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // The JDK writes one byte, a question mark, where the size arithmetic counts two.
    if (bytes.length != ItemSize.utf8Length(text)) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "A string has half of a surrogate pair, which UTF-8 cannot express. Remove it.");
    }
    return bytes;
  }
}
