package io.partikey.testing;

import java.nio.file.Path;

/** Where the files stand that belong to tests and are committed with them. */
final class TestSources {
  static final Path RESOURCES = Path.of("src/test/resources");

  private TestSources() {}

  /** A file among the resources of the package of a test, of the module whose tests run. */
  static Path beside(Class<?> test, String name) {
    return beside(RESOURCES, test, name);
  }

  /** A file among the resources of the package of a test, which stand in some directory. */
  static Path beside(Path resources, Class<?> test, String name) {
    return resources.resolve(test.getPackageName().replace('.', '/')).resolve(name);
  }
}
