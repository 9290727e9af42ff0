package io.partikey.engine.store.check;

import java.util.ArrayList;
import java.util.List;

/** What a check found, each in one line; of very many only the first and their number. */
final class Problems {
  private static final int MOST = 100;

  private final List<String> first = new ArrayList<>();
  private long count;

  void report(String problem) {
    count++;
    if (first.size() < MOST) {
      first.add(problem);
    }
  }

  List<String> list() {
    List<String> all = new ArrayList<>(first);
    if (count > MOST) {
      all.add("and " + (count - MOST) + " problems more");
    }
    return List.copyOf(all);
  }
}
