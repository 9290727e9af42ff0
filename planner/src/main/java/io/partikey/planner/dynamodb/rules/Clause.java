package io.partikey.planner.dynamodb.rules;

import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.Node;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.bind.Positions;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Places;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.Optional;

/**
 * A part of a statement as it is looked at.
 *
 * @param stage what is looked at
 * @param text the statement
 */
record Clause(Stage stage, String text) {
  /** A mistake in a node. */
  Optional<Mistake> mistake(Node node, String message) {
    return mistake(node.span(), message);
  }

  /** A mistake at a place. */
  Optional<Mistake> mistake(SourceSpan span, String message) {
    return Optional.of(Mistake.at(stage, span, message));
  }

  /** A mistake whose message ends in its place. */
  Optional<Mistake> placed(SourceSpan span, String message) {
    return mistake(span, message + " at " + span);
  }

  /** A mistake whose message ends in DynamoDB's place of an expression. */
  Optional<Mistake> placed(ExpressionSyntax expression, String message) {
    return placed(place(expression), message);
  }

  /** A form that DynamoDB's parser does not read. */
  Optional<Mistake> notWellFormed(Node node, String cause) {
    return Optional.of(Mistake.notWellFormed(stage, Positions.of(node.span()), cause));
  }

  /** Where DynamoDB says that an expression is. */
  SourceSpan place(ExpressionSyntax expression) {
    return Places.of(expression, text);
  }

  /** The words that DynamoDB says an expression begins with. */
  String word(ExpressionSyntax expression) {
    return place(expression).textIn(text);
  }
}
