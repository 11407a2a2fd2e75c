package org.sitrep.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Span;

/** A text with its words and every vocabulary phrase in it, found once for all questions. */
final class Scan {
    private final Vocabulary vocabulary;
    private final Words words;
    private final List<Phrases.Hit> hits = new ArrayList<>();
    private final int[] firstHit;

    Scan(Vocabulary vocabulary, String text) {
        this.vocabulary = vocabulary;
        this.words = Words.of(text, vocabulary.phrases().dictionary());
        this.firstHit = new int[words.size() + 1];
        for (int i = 0; i < words.size(); i++) {
            firstHit[i] = hits.size();
            vocabulary.phrases().at(words, i, words.size(), hits);
        }
        firstHit[words.size()] = hits.size();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    String text() {
        return words.text();
    }

    Words words() {
        return words;
    }

    /** Whether any phrase starts at word {@code i}. */
    boolean any(int i) {
        return i >= 0 && i < words.size() && firstHit[i] < firstHit[i + 1];
    }

    /** Phrases that start at word {@code i}, shortest first. */
    List<Phrases.Hit> at(int i) {
        return i < 0 || i >= words.size() ? List.of() : hits.subList(firstHit[i], firstHit[i + 1]);
    }

    /** The longest phrase of {@code kind} that starts at word {@code i} and ends before {@code limit}. */
    Optional<Phrases.Hit> at(int i, int limit, String kind) {
        if (!any(i)) return Optional.empty();
        Optional<Phrases.Hit> out = Optional.empty();
        for (Phrases.Hit h : at(i)) if (h.to() <= limit && h.sense().kind().equals(kind)) out = Optional.of(h);
        return out;
    }

    /** The first phrase of {@code kind} between two words. */
    Optional<Phrases.Hit> first(int from, int to, String kind) {
        if (firstHit[from] == firstHit[to]) return Optional.empty();
        for (Phrases.Hit h : hits.subList(firstHit[from], firstHit[to]))
            if (h.to() <= to && h.sense().kind().equals(kind)) return Optional.of(h);
        return Optional.empty();
    }

    /** All phrases that start between two words. */
    List<Phrases.Hit> hits(int from, int to) {
        return hits.subList(firstHit[from], firstHit[to]);
    }

    /** The characters of words {@code from} (inclusive) to {@code to} (exclusive). */
    Span span(int from, int to) {
        return new Span(words.start(from), words.end(to - 1));
    }
}
