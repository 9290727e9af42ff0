package io.partikey.planner.dynamodb.mistake;

import java.util.Locale;
import java.util.Set;

/** The words that are no names in DynamoDB's dialect, unless they are quoted. */
public final class ReservedWords {
  private static final Set<String> RESERVED =
      Set.of(
          ("absolute action add all allocate alter and any are as asc assertion at authorization"
                  + " avg bag begin between bit bit_length blob bool boolean both by cascade cascaded"
                  + " case cast catalog char char_length character character_length check clob close"
                  + " coalesce collate collation column commit connect connection constraint"
                  + " constraints continue convert corresponding count create cross current"
                  + " current_date current_time current_timestamp current_user cursor date deallocate"
                  + " dec decimal declare default deferrable deferred delete desc describe descriptor"
                  + " diagnostics disconnect distinct do domain double drop else end end-exec escape"
                  + " except exception exec execute exists external extract false fetch first float"
                  + " for foreign found from full get global go goto grant group having identity"
                  + " immediate in index indicator initially inner input insensitive insert int"
                  + " integer intersect interval into is isolation join key language last leading left"
                  + " level like limit list local lower match max min missing modified module names"
                  + " national natural nchar new next no not null nullif numeric octet_length of old"
                  + " on only open option or order outer output overlaps pad partial pivot position"
                  + " precision prepare preserve primary prior privileges procedure public read real"
                  + " references relative remove restrict returning revoke right rollback rows schema"
                  + " scroll section select session session_user set sexp size smallint some space sql"
                  + " sqlcode sqlerror sqlstate string struct substring sum symbol system_user table"
                  + " temporary then time timestamp timezone_hour timezone_minute to trailing"
                  + " transaction translate translation trim true tuple union unique unknown unpivot"
                  + " update upper usage user using value values varchar varying view when whenever"
                  + " where with work write zone")
              .split(" "));

  /** The words that may follow IS, whether DynamoDB then tests them or not. */
  private static final Set<String> TYPES =
      Set.of(
          "MISSING",
          "NULL",
          "BOOLEAN",
          "BOOL",
          "SMALLINT",
          "INTEGER",
          "INT",
          "INT2",
          "INT4",
          "INT8",
          "FLOAT",
          "REAL",
          "DOUBLE",
          "DOUBLE PRECISION",
          "DECIMAL",
          "DEC",
          "NUMERIC",
          "DATE",
          "TIME",
          "TIMESTAMP",
          "CHARACTER",
          "CHAR",
          "CHARACTER VARYING",
          "VARCHAR",
          "STRING",
          "SYMBOL",
          "CLOB",
          "BLOB",
          "STRUCT",
          "TUPLE",
          "LIST",
          "SEXP",
          "BAG",
          "ANY");

  private ReservedWords() {}

  /** Whether a word is the name of a type. */
  public static boolean isType(String name) {
    return TYPES.contains(name.toUpperCase(Locale.ROOT));
  }

  /** Whether a word needs quotes to be a name; case does not matter. */
  public static boolean isReserved(String word) {
    return RESERVED.contains(word.toLowerCase(Locale.ROOT));
  }
}
