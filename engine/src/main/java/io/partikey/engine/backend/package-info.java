/**
 * The contract between the planner and a store: requests, answers, read views, transactions and
 * what they consumed. The embedded store and Amazon DynamoDB both meet it; a backend is found by
 * its provider through ServiceLoader. Requests and answers are immutable; the threading of each
 * interface stands in its documentation.
 */
@NullMarked
package io.partikey.engine.backend;

import org.jspecify.annotations.NullMarked;
