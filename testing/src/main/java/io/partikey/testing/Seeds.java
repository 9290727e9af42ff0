package io.partikey.testing;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Gives a {@link SeededTest} its seeds. */
final class Seeds implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Path resources =
        context.getConfigurationParameter("test.resources", Path::of).orElse(TestSources.RESOURCES);
    KeptSeeds kept =
        new KeptSeeds(
            resources, context.getRequiredTestClass(), context.getRequiredTestMethod().getName());
    SeededTest annotation = context.getRequiredTestMethod().getAnnotation(SeededTest.class);
    Stream<Long> seeds =
        context
            .getConfigurationParameter("seed", Long::valueOf)
            .map(Stream::of)
            .orElseGet(() -> Stream.concat(kept.all().stream(), fresh(annotation, context)));
    return seeds.map(seed -> new SeededRun(kept, seed));
  }

  private static Stream<Long> fresh(SeededTest annotation, ExtensionContext context) {
    boolean nightly = context.getConfigurationParameter("nightly", Boolean::valueOf).orElse(false);
    int count = nightly && annotation.nightly() > 0 ? annotation.nightly() : annotation.fresh();
    return new Random()
        .longs(context.getConfigurationParameter("seeds", Integer::valueOf).orElse(count))
        .boxed();
  }
}
