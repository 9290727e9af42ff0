package io.partikey.planner.explain;

import io.partikey.planner.plan.PlanCost;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers of rows and units as EXPLAIN writes them: {@code 1 row}, {@code 0.5 RU}. */
public final class Amounts {
  private Amounts() {}

  /** Read units, to a tenth. */
  public static String readUnits(double units) {
    return number(units) + " RU";
  }

  /** Write units, to a tenth. */
  public static String writeUnits(double units) {
    return number(units) + " WU";
  }

  /** A number of rows, to a tenth. */
  public static String rows(double rows) {
    return counted(rows, "row");
  }

  /** A number of items, to a tenth. */
  public static String items(double items) {
    return counted(items, "item");
  }

  /** What a node is expected to give and to cost. */
  static String estimate(PlanCost cost) {
    return rows(cost.rows()) + ", " + readUnits(cost.readUnits());
  }

  private static String counted(double count, String what) {
    String number = number(count);
    return number + " " + what + (number.equals("1") ? "" : "s");
  }

  /** A number without more digits than it needs, at most one of them a fraction. */
  static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
