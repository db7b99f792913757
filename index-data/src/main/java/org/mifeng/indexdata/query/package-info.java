/**
 * What a person asks for in free text: {@link QueryReader} turns 任城区附近日结小工 into chips that a page can show and switch
 * off, {@link Typeahead} completes what is typed.
 *
 * <p>A query is read in this order:
 * <ol>
 *   <li>Width, case and traditional characters are made equal, with the place of every character kept
 *       ({@link QueryText}).
 *   <li>Numbers become pay, distances, or nothing ({@link QueryNumbers}).
 *   <li>The best cut into known words is found ({@link QueryScan}, {@link QueryVocabulary}).
 *   <li>What no word explains is tried as pinyin, initials, homophone and slip ({@link Correction}, {@link SoundIndex}),
 *       put right, and cut again.
 *   <li>Words become chips; negations reach as far as they do in speech ({@link ChipMaker}). What trades a name means is
 *       asked of {@link org.mifeng.indexdata.title.TitleNormaliser}.
 * </ol>
 */
@NullMarked
package org.mifeng.indexdata.query;

import org.jspecify.annotations.NullMarked;
