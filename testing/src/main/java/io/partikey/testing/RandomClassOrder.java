package io.partikey.testing;

import java.util.Collections;
import java.util.Comparator;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Runs the classes of tests in an order that follows from {@link OrderSeed} and their names. */
public final class RandomClassOrder implements ClassOrderer {
  @Override
  public void orderClasses(ClassOrdererContext context) {
    context.getClassDescriptors().sort(Comparator.comparing(each -> each.getTestClass().getName()));
    Collections.shuffle(
        context.getClassDescriptors(),
        OrderSeed.random(context.getConfigurationParameter("order.seed"), ""));
  }
}
