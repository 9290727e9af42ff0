package io.partikey.jdbc;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Arguments that say nothing: zeros, empty texts, and nulls. */
final class NeutralArguments {
  private static final Map<Class<?>, Object> BY_TYPE =
      Map.ofEntries(
          Map.entry(boolean.class, false),
          Map.entry(byte.class, (byte) 1),
          Map.entry(short.class, (short) 1),
          Map.entry(int.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(float.class, 1f),
          Map.entry(double.class, 1d),
          Map.entry(String.class, "a"),
          Map.entry(Class.class, String.class),
          Map.entry(Properties.class, new Properties()));

  private NeutralArguments() {}

  static @Nullable Object[] of(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(BY_TYPE::get).toArray();
  }
}
