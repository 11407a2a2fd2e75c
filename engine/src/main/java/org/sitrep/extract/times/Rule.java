package org.sitrep.extract.times;

/**
 * One rule of the time grammar, compiled.
 *
 * @param id stable id
 * @param makes the kind that its matches fill ({@code {kind}} in other patterns)
 * @param inner whether a match is only a part of other expressions
 * @param ahead whether it holds only where the sentence looks ahead
 * @param blocks whether its words are no time at all and no other rule may read them
 * @param template what a match means
 * @param order place in the grammar; earlier rules win where two read the same words
 */
record Rule(String id, String makes, boolean inner, boolean ahead, boolean blocks, Template template, int order) {}
