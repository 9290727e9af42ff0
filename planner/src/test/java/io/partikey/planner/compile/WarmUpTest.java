package io.partikey.planner.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The thread that loads the planner before it is needed. */
@Timeout(60)
class WarmUpTest {
  @Test
  void endsQuietlyWhenItsClassLoaderWasClosed() throws Exception {
    Queue<Throwable> told = new ConcurrentLinkedQueue<>();
    UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> told.add(failure));
    try {
      warmUpWithoutLoader();
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("partikey-planner-warm-up")) {
          thread.join();
        }
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(told).isEmpty();
  }

  private static void warmUpWithoutLoader() throws Exception {
    List<URL> classPath = new ArrayList<>();
    StringTokenizer entries =
        new StringTokenizer(System.getProperty("java.class.path"), File.pathSeparator);
    while (entries.hasMoreTokens()) {
      classPath.add(Path.of(entries.nextToken()).toUri().toURL());
    }
    Object planner;
    Method warmUp;
    try (URLClassLoader loader =
        new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass(KeyedQueryPlanner.class.getName());
      planner = type.getConstructor().newInstance();
      warmUp = type.getMethod("warmUp");
    }
    warmUp.invoke(planner);
  }
}
