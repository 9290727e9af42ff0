package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.PathStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two targets of one update of which it cannot be said what they leave behind.
 *
 * <p>They overlap where one is the other or is inside of it ({@code a} and {@code a.b}), and they
 * conflict where one takes a place for a map and the other for a list ({@code a.b} and {@code
 * a[0]}). The paths alone decide, whatever the item holds; an overlap is reported before a
 * conflict. Of two that overlap the inner one is named first.
 */
enum TargetOverlap {
  OVERLAP,
  CONFLICT;

  /**
   * Checks every two of some targets.
   *
   * @throws EngineException with {@code VALIDATION} if two overlap or conflict
   */
  static void refuse(List<DocumentPath> targets) {
    if (targets.size() > 1) {
      OVERLAP.refuseIn(targets);
      CONFLICT.refuseIn(targets);
    }
  }

  private void refuseIn(List<DocumentPath> targets) {
    Map<String, List<DocumentPath>> before = new HashMap<>();
    for (DocumentPath other : targets) {
      List<DocumentPath> ofAttribute =
          before.computeIfAbsent(other.attribute(), attribute -> new ArrayList<>(1));
      for (DocumentPath one : ofAttribute) {
        if (isOf(one, other)) {
          boolean otherIsInner = other.steps().size() > one.steps().size();
          throw this == OVERLAP && otherIsInner ? refusal(other, one) : refusal(one, other);
        }
      }
      ofAttribute.add(other);
    }
  }

  /** Whether two targets in one attribute do so. */
  private boolean isOf(DocumentPath one, DocumentPath other) {
    int common = Math.min(one.steps().size(), other.steps().size());
    for (int i = 0; i < common; i++) {
      PathStep a = one.steps().get(i);
      PathStep b = other.steps().get(i);
      if (!a.equals(b)) {
        return this == CONFLICT && a.getClass() != b.getClass();
      }
    }
    return this == OVERLAP;
  }

  private EngineException refusal(DocumentPath one, DocumentPath two) {
    return new EngineException(
        ErrorCode.VALIDATION,
        "Two document paths "
            + (this == OVERLAP ? "overlap" : "conflict")
            + " with each other; must remove or rewrite one of these paths; path one: "
            + serviceText(one)
            + ", path two: "
            + serviceText(two));
  }

  private static String serviceText(DocumentPath path) {
    return Stream.concat(
            Stream.of(path.attribute()), path.steps().stream().map(TargetOverlap::text))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A step as the service writes it in a list of the parts of a path. */
  static String text(PathStep step) {
    return step instanceof PathStep.Member member
        ? member.name()
        : "[" + ((PathStep.Element) step).index() + "]";
  }
}
