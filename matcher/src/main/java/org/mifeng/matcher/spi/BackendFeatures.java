package org.mifeng.matcher.spi;

/**
 * What a backend can do beyond the contract, so that callers ask instead of testing for a class.
 *
 * @param durable whether what was committed survives the process
 */
public record BackendFeatures(boolean durable) {}
