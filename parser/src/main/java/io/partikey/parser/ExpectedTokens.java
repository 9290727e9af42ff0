package io.partikey.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.jspecify.annotations.Nullable;

/**
 * What could have stood where a statement could not be read on.
 *
 * <p>Every way through the grammar is followed as far as the tokens go. The token that no way gets
 * past is the offending one, and what the ways wanted there instead is what was expected. Rules
 * that people have a word for count as a whole: at the beginning of an expression {@code
 * <expression>} is expected, not twenty tokens.
 *
 * <p>The ways are followed from a rule on that the parser began not long before it failed, so that
 * the work does not grow with the statement.
 */
final class ExpectedTokens {
  /** About how many tokens before the one at which the parser failed are read again. */
  private static final int READ_AGAIN = 20;

  /** Steps after which the search gives up, which nothing that people write makes it take. */
  private static final int MAXIMUM_STEPS = 300_000;

  /** Rules inside each other after which the search gives up, long before the stack is used up. */
  private static final int MAXIMUM_DEPTH = 600;

  private final ATN atn;
  private final List<Token> tokens;
  private final Map<Entry, Set<Integer>> ruleEnds = new HashMap<>();
  private final Set<String> names = new TreeSet<>();
  private int furthest;
  private int steps;
  private int depth;

  /** A rule entered at a token, under the name of an outer rule that also begins there. */
  private record Entry(int rule, int index, @Nullable String name) {}

  private record Position(ATNState state, int index) {}

  private ExpectedTokens(ATN atn, List<Token> tokens) {
    this.atn = atn;
    this.tokens = tokens;
  }

  /** Reads the tokens up to the one at which the parser failed. */
  static ExpectedTokens search(ATN atn, RecognitionException failure, CommonTokenStream stream) {
    List<Token> visible =
        stream.getTokens().stream()
            .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
            .toList();
    ExpectedTokens expected = new ExpectedTokens(atn, visible);
    expected.read(BegunRule.before(failure, atn, visible, READ_AGAIN));
    return expected;
  }

  /** Reads the innermost of some rules inside each other, and on to the end of the outermost. */
  private void read(List<BegunRule> begun) {
    BegunRule innermost = begun.get(0);
    furthest = innermost.start();
    Set<Integer> ends = rule(innermost.rule(), innermost.start(), name(begun, 0));
    for (int i = 1; i < begun.size() && !ends.isEmpty(); i++) {
      ATNState follow = begun.get(i - 1).followState(atn);
      Set<Position> starts =
          ends.stream().map(end -> new Position(follow, end)).collect(Collectors.toSet());
      ends = walk(starts, begun.get(i).start(), name(begun, i));
    }
  }

  /** The word for a rule, or for an outer one that begins at the same token. */
  private static @Nullable String name(List<BegunRule> begun, int index) {
    @Nullable String name = null;
    for (int i = index; i < begun.size() && begun.get(i).start() == begun.get(index).start(); i++) {
      @Nullable String outer = ExpectedNames.ofRule(begun.get(i).rule());
      name = outer == null ? name : outer;
    }
    return name;
  }

  /** The token that could not be read; empty if the search gave up. */
  Optional<Token> offendingToken() {
    return gaveUp() ? Optional.empty() : Optional.of(tokens.get(furthest));
  }

  /** The type of the first token. */
  int firstType() {
    return tokens.get(0).getType();
  }

  /** The type of the token before the offending one. */
  int previousType() {
    return furthest == 0 ? Token.INVALID_TYPE : tokens.get(furthest - 1).getType();
  }

  /** What could have stood there, sorted; empty if the search gave up. */
  Set<String> names() {
    return gaveUp() ? Set.of() : names;
  }

  private boolean gaveUp() {
    return steps >= MAXIMUM_STEPS;
  }

  private Set<Integer> rule(int rule, int index, @Nullable String outerName) {
    String name = outerName != null ? outerName : ExpectedNames.ofRule(rule);
    Entry entry = new Entry(rule, index, name);
    Set<Integer> known = ruleEnds.get(entry);
    if (known != null) {
      return known;
    }
    if (depth == MAXIMUM_DEPTH) {
      steps = MAXIMUM_STEPS;
      return Set.of();
    }
    depth++;
    Set<Integer> ends = walk(Set.of(new Position(atn.ruleToStartState[rule], index)), index, name);
    depth--;
    ruleEnds.put(entry, ends);
    return ends;
  }

  /** All tokens before which the rule of the states can end; the name covers its first token. */
  private Set<Integer> walk(Set<Position> starts, int startIndex, @Nullable String name) {
    Set<Integer> ends = new HashSet<>();
    Set<Position> seen = new HashSet<>();
    Deque<Position> open = new ArrayDeque<>(starts);
    while (!open.isEmpty() && steps++ < MAXIMUM_STEPS) {
      Position position = open.pop();
      if (!seen.add(position)) {
        continue;
      }
      if (position.state instanceof RuleStopState) {
        ends.add(position.index);
        continue;
      }
      String covering = position.index == startIndex ? name : null;
      for (Transition transition : position.state.getTransitions()) {
        step(position, transition, covering, open);
      }
    }
    return ends;
  }

  private void step(
      Position from, Transition transition, @Nullable String name, Deque<Position> open) {
    if (transition instanceof RuleTransition call) {
      for (int end : rule(call.target.ruleIndex, from.index, name)) {
        open.push(new Position(call.followState, end));
      }
      return;
    }
    if (transition.isEpsilon()) {
      open.push(new Position(transition.target, from.index));
      return;
    }
    int type = tokens.get(from.index).getType();
    if (transition.matches(type, Token.MIN_USER_TOKEN_TYPE, atn.maxTokenType)) {
      open.push(new Position(transition.target, Math.min(from.index + 1, tokens.size() - 1)));
      return;
    }
    expect(from, transition, name);
  }

  private void expect(Position at, Transition transition, @Nullable String name) {
    if (at.index < furthest) {
      return;
    }
    if (at.index > furthest) {
      furthest = at.index;
      names.clear();
    }
    if (name != null) {
      names.add(name);
      return;
    }
    int previous = at.index == 0 ? Token.INVALID_TYPE : tokens.get(at.index - 1).getType();
    for (int type : transition.label().toList()) {
      names.add(ExpectedNames.ofToken(type, at.state.ruleIndex, previous));
    }
  }
}
