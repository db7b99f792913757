package org.mifeng.api.problem;

/**
 * What is wrong with one field.
 *
 * @param field where, as the client wrote it, such as {@code pay.amountFen}
 * @param rule which rule: an id of the product's rules (P10), a standard, or a short name such as {@code type}
 * @param message for people, in Chinese; never repeats a value that may be personal
 */
public record FieldError(String field, String rule, String message) {}
