package io.partikey.jdbc;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Arguments that say nothing, and arguments that nothing takes. */
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

  private static final Map<Class<?>, Object> WRONG_BY_TYPE =
      Map.ofEntries(
          Map.entry(boolean.class, true),
          Map.entry(byte.class, Byte.MIN_VALUE),
          Map.entry(short.class, Short.MIN_VALUE),
          Map.entry(int.class, Integer.MIN_VALUE),
          Map.entry(long.class, Long.MIN_VALUE),
          Map.entry(float.class, Float.NaN),
          Map.entry(double.class, Double.NEGATIVE_INFINITY));

  private NeutralArguments() {}

  /** Least numbers, and null for everything else. */
  static @Nullable Object[] wrong(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(WRONG_BY_TYPE::get).toArray();
  }

  /** Ones, short texts, and null for what cannot be made simply. */
  static @Nullable Object[] of(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(BY_TYPE::get).toArray();
  }
}
