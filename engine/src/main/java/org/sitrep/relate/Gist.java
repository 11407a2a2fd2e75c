package org.sitrep.relate;

import java.util.List;
import java.util.Map;

/**
 * What a page is about, in the words of its own language, as a vector of length one, and the numbers that it tells. No statistics of
 * any corpus: see {@link GistReader}.
 *
 * @param weights by word, cut to its first letters so that endings do not part it
 * @param numbers of two digits or more, whole: 5.6 and 20,000 are one number each; in order
 */
record Gist(String page, Map<String, Double> weights, List<String> numbers) {}
