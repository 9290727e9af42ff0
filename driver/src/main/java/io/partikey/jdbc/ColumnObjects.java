package io.partikey.jdbc;

import io.partikey.engine.item.AttributeValue;
import io.partikey.jdbc.type.Binaries;
import io.partikey.jdbc.type.Texts;
import io.partikey.jdbc.type.TypeConversions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Struct;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The classes that {@code getObject} with a class makes: those of the table of conversions, and the
 * objects of java.sql and java.io that this driver itself provides.
 */
final class ColumnObjects {
  private static final Map<Class<?>, BiFunction<AttributeValue, Session, ?>> OWN =
      Map.of(
          Blob.class, (value, session) -> new BinaryBlob(Binaries.toBytes(value)),
          Clob.class, (value, session) -> new TextClob(Texts.toText(value)),
          NClob.class, (value, session) -> new TextClob(Texts.toText(value)),
          Array.class, ValueArray::of,
          Struct.class, (value, session) -> ValueStruct.of(value),
          InputStream.class, (value, session) -> new ByteArrayInputStream(Binaries.toBytes(value)),
          Reader.class, (value, session) -> new StringReader(Texts.toText(value)));

  private ColumnObjects() {}

  static <T> T convert(AttributeValue value, Class<T> type, Session session) {
    @Nullable BiFunction<AttributeValue, Session, ?> own = OWN.get(type);
    return own == null
        ? TypeConversions.convert(value, type)
        : type.cast(own.apply(value, session));
  }
}
