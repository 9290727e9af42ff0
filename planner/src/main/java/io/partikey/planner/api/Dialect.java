package io.partikey.planner.api;

/** Which language a statement is read in. */
public enum Dialect {
  /** PartiQL with everything that SQL users expect, over keyed input. */
  SQL,
  /** DynamoDB's dialect: its statements, results, refusals and messages. */
  DYNAMODB
}
