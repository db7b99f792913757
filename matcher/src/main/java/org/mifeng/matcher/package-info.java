/**
 * The matching engine's public model: what a job post, a seeker, a request and an answer are. Start at
 * {@code Matcher}.
 */
@org.jspecify.annotations.NullMarked
package org.mifeng.matcher;
