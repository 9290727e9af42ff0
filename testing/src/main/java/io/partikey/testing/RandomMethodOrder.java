package io.partikey.testing;

import java.util.Collections;
import java.util.Comparator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Runs the tests of a class in an order that follows from {@link OrderSeed} and their names. */
public final class RandomMethodOrder implements MethodOrderer {
  @Override
  public void orderMethods(MethodOrdererContext context) {
    context
        .getMethodDescriptors()
        .sort(Comparator.comparing(each -> each.getMethod().toGenericString()));
    Collections.shuffle(
        context.getMethodDescriptors(),
        OrderSeed.random(
            context.getConfigurationParameter("order.seed"), context.getTestClass().getName()));
  }
}
