package io.partikey.planner.bind;

import java.util.List;

/**
 * A FROM clause, or a part of one, after binding.
 *
 * @param draft its rows
 * @param sources the sources that expressions may name, from left to right
 */
record From(Draft draft, List<Source> sources) {
  From {
    sources = List.copyOf(sources);
  }
}
