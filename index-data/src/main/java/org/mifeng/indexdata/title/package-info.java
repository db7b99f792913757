/**
 * What a job title says: {@link TitleNormaliser} turns a raw title into trades, pay, settlement, benefits, openings,
 * urgency, certificates and a cleaned title.
 *
 * <p>Policy, in this order:
 * <ol>
 *   <li>The text is made equal: width, case, traditional characters; what nobody sees is dropped ({@link PlainText}).
 *   <li>Numbers with units become facts and leave the text; long numbers, which may be phones or ID numbers, leave it
 *       without a trace ({@link NumberFacts}).
 *   <li>One pass finds names of trades and phrases that name none, the longest first; phrases cut the text into
 *       segments ({@link TitleScan}).
 *   <li>Sources of evidence speak for trades and their words are added up: names that are said
 *       ({@link SaidNames}), names that look alike ({@link SimilarNames}). A model can be one more source.
 * </ol>
 */
@NullMarked
package org.mifeng.indexdata.title;

import org.jspecify.annotations.NullMarked;
