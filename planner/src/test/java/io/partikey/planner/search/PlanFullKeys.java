package io.partikey.planner.search;

import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ScanPolicy;

/** Plans what must not need Calcite; see {@link LoadedClassesTest}. */
final class PlanFullKeys {
  private PlanFullKeys() {}

  public static void main(String[] arguments) {
    for (Dialect dialect : Dialect.values()) {
      PlannedStatement planner = new PlannedStatement(dialect, ScanPolicy.REJECT);
      planner.explain("SELECT * FROM Music WHERE Artist = 'a' AND Song = ? AND plays > 3");
      planner.explain("SELECT mail FROM Users WHERE id = 'u'");
      planner.explain("UPDATE Users SET mail = 'm' WHERE id = 'u' AND mail = 'n'");
      planner.explain("DELETE FROM Users WHERE id = 'u'");
      planner.explain("INSERT INTO Users VALUE {'id': 'u'}");
    }
    PlannedStatement planner = new PlannedStatement(Dialect.SQL, ScanPolicy.REJECT);
    planner.explain("SELECT 1");
    planner.explain("SELECT * FROM Music WHERE 0 = 1");
    planner.explain("SELECT * FROM Users WHERE id = 'u' ORDER BY mail");
  }
}
