package org.mifeng.indexdata.reference;

/**
 * A surname.
 *
 * @param text one or two characters
 * @param weight how common it is around Jining, in relation to the others
 */
public record Surname(String text, int weight) {}
