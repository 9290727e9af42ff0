package io.partikey.planner.compile;

import io.partikey.engine.backend.Backend;
import java.util.ArrayList;
import java.util.List;

/**
 * What to warn of when a statement runs that does what it says and perhaps not what is meant.
 *
 * @param ofText what its text and the definitions of its tables tell
 * @param unseen the attributes that may never have been stored
 */
record StatementWarnings(List<String> ofText, UnseenAttributes unseen) {
  StatementWarnings {
    ofText = List.copyOf(ofText);
  }

  /** The warnings, as the tables are now. */
  List<String> on(Backend backend) {
    List<String> warnings = new ArrayList<>(ofText);
    warnings.addAll(unseen.warnings(backend));
    return warnings;
  }
}
