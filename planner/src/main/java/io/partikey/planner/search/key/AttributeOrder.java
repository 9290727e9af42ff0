package io.partikey.planner.search.key;

/**
 * One key of an order that is asked of a source.
 *
 * @param attribute the attribute that is compared
 * @param descending whether the greatest come first
 */
public record AttributeOrder(String attribute, boolean descending) {}
