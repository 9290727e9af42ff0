package io.partikey.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.jspecify.annotations.Nullable;

/**
 * A rule that the parser began before it failed, whether it has ended it or not.
 *
 * @param rule the rule
 * @param start the index of its first token among those that the parser sees
 * @param invokingState the state of the rule around it from which it was begun, -1 for none
 */
record BegunRule(int rule, int start, int invokingState) {
  /**
   * A rule that begins at most so many tokens before the place of a failure, or more if there is
   * none, behind it the rules around it, outwards.
   */
  static List<BegunRule> before(
      RecognitionException failure, ATN atn, List<Token> tokens, int distance) {
    int failed = indexOf(failure.getOffendingToken(), tokens);
    Deque<BegunRule> begun = new ArrayDeque<>();
    for (ParserRuleContext context = root(failure);
        context != null && (begun.isEmpty() || begun.getFirst().start() < failed - distance);
        context = lastRule(context, atn, failure.getOffendingToken())) {
      int start = indexOf(context.getStart(), tokens);
      begun.push(new BegunRule(context.getRuleIndex(), start, context.invokingState));
    }
    return new ArrayList<>(begun);
  }

  private static ParserRuleContext root(RecognitionException failure) {
    ParserRuleContext context = (ParserRuleContext) failure.getCtx();
    while (context.getParent() != null) {
      context = context.getParent();
    }
    return context;
  }

  /** The last rule inside another one that began before the token at which the parser failed. */
  private static @Nullable ParserRuleContext lastRule(
      ParserRuleContext context, ATN atn, Token offending) {
    for (int i = context.getChildCount() - 1; i >= 0; i--) {
      if (context.getChild(i) instanceof ParserRuleContext rule
          && rule.getStart().getTokenIndex() < offending.getTokenIndex()
          && atn.states.get(rule.invokingState).transition(0) instanceof RuleTransition) {
        return rule;
      }
    }
    return null;
  }

  // By bisection: the tokens that the parser sees are in the order of all tokens.
  private static int indexOf(Token token, List<Token> tokens) {
    int first = 0;
    int last = tokens.size() - 1;
    while (first < last) {
      int middle = (first + last) >>> 1;
      if (tokens.get(middle).getTokenIndex() < token.getTokenIndex()) {
        first = middle + 1;
      } else {
        last = middle;
      }
    }
    return first;
  }

  /** The state of the rule around it that follows its end. */
  ATNState followState(ATN atn) {
    return ((RuleTransition) atn.states.get(invokingState).transition(0)).followState;
  }
}
