package io.partikey.planner.mode;

import io.partikey.engine.expression.Presence;
import io.partikey.planner.api.Dialect;

/**
 * The traits of a dialect: what the same code does differently for SQL and for DynamoDB. Code that
 * serves both asks for a trait and never which dialect it is; what only one of them has stands in a
 * package of its own.
 *
 * @param names what names in expressions mean
 * @param conditions what becomes of a statement's expressions when they are bound
 * @param nullTest what IS NULL asks
 * @param indexes who chooses the index that is read
 * @param unprojected what an attribute is that the index which is read does not project
 * @param mistypedKey what a key of another type than the key attribute finds
 * @param failedCondition what becomes of a write whose condition does not hold
 * @param wording in whose words errors are
 */
public record Mode(
    Names names,
    Conditions conditions,
    Presence.Test nullTest,
    Indexes indexes,
    Unprojected unprojected,
    MistypedKey mistypedKey,
    FailedCondition failedCondition,
    Wording wording) {

  private static final Mode SQL =
      new Mode(
          Names.SOURCES_FIRST,
          Conditions.SIMPLIFIED,
          Presence.Test.NULL_OR_MISSING,
          Indexes.CHOSEN,
          Unprojected.FETCHED,
          MistypedKey.FINDS_NOTHING,
          FailedCondition.CHANGES_NOTHING,
          Wording.OWN);

  private static final Mode DYNAMODB =
      new Mode(
          Names.ATTRIBUTES,
          Conditions.AS_WRITTEN,
          Presence.Test.NULL,
          Indexes.NAMED,
          Unprojected.BY_KIND_OF_INDEX,
          MistypedKey.IS_REFUSED,
          FailedCondition.IS_AN_ERROR,
          Wording.DYNAMODB);

  /** What names in expressions mean. */
  public enum Names {
    /** The alias or name of a source before an attribute. */
    SOURCES_FIRST,
    /**
     * Attributes of the item, whatever stands before a dot; paths are looked up and not computed
     * with, and what lies behind an element of a list is shown nested under the element.
     */
    ATTRIBUTES
  }

  /** What becomes of a statement's expressions when they are bound. */
  public enum Conditions {
    /** They are simplified; constants are checked, and converted to the types of keys. */
    SIMPLIFIED,
    /** They stay as they are; rules of the dialect have looked at them before. */
    AS_WRITTEN
  }

  /** Who chooses the index that is read. */
  public enum Indexes {
    /** The search, unless the statement names one. */
    CHOSEN,
    /** The statement alone. */
    NAMED
  }

  /** What an attribute is that the index which is read does not project. */
  public enum Unprojected {
    /** Got from the table. */
    FETCHED,
    /**
     * Got from the table where a local index shows it, refused of a global one and in conditions,
     * missing where the index is scanned.
     */
    BY_KIND_OF_INDEX
  }

  /** What a key of another type than the key attribute finds. */
  public enum MistypedKey {
    /** No item. */
    FINDS_NOTHING,
    /** An error. */
    IS_REFUSED
  }

  /** What becomes of a write whose condition does not hold. */
  public enum FailedCondition {
    /** It changes nothing, and its count is 0. */
    CHANGES_NOTHING,
    /** It fails. */
    IS_AN_ERROR
  }

  /** In whose words errors are. */
  public enum Wording {
    /** Ours, which say what to do instead. */
    OWN,
    /** DynamoDB's, to the letter. */
    DYNAMODB
  }

  /** The traits of a dialect. */
  public static Mode of(Dialect dialect) {
    return switch (dialect) {
      case SQL -> SQL;
      case DYNAMODB -> DYNAMODB;
    };
  }
}
