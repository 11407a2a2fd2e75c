package org.sitrep.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sentences at the edges of a flattened page belong to other stories. Summaries of other stories, notices and
 * reader's forms close like sentences too; but a story keeps coming back to its own words, and they share none of them
 * (lexical cohesion as in Hearst, "TextTiling", 1997, here over lines and only at the edges, where a page lists what is not
 * its own).
 */
final class Cohesion {
    /** Fewest sentences that show what a story's words are. */
    private static final int STORY = 5;
    /** Fewest different words of a story against which another line can be a stranger. */
    private static final int VOCABULARY = 60;
    /** Letters by which two forms of a word are one; shorter words are mostly function words. */
    private static final int STEM = 6;

    private static final int SHORTEST = 5;
    /** Most sentences that a page is taken to set before its headline. */
    private static final int BEFORE = 40;
    /** Most words of a stranger: longer paragraphs are someone's text. */
    private static final int LONGEST = 45;

    private static final double STRANGE = 0.12;
    private static final double FOREIGN = 0.15;
    private static final double HEADLINE = 0.6;
    private final Words words;
    private final List<Line> lines;
    /** Lines that are sentences, in order. */
    private final List<Integer> sentences = new ArrayList<>();

    /** The words of each sentence, empty while nobody asked. */
    private final List<Set<String>> content = new ArrayList<>();
    /** How many sentences have a word; counted when first asked for. */
    private final Map<String, Integer> uses = new HashMap<>();

    Cohesion(Words words, List<Line> lines, boolean[] sentence) {
        this.words = words;
        this.lines = lines;
        for (int i = 0; i < lines.size(); i++)
            if (sentence[i]) {
                sentences.add(i);
                content.add(Set.of());
            }
    }

    private Map<String, Integer> uses() {
        if (uses.isEmpty())
            for (int i = 0; i < sentences.size(); i++) for (String word : of(i)) uses.merge(word, 1, Integer::sum);
        return uses;
    }

    private Set<String> content(int line) {
        Set<String> out = new HashSet<>();
        for (int w = lines.get(line).from(); w < lines.get(line).to(); w++) {
            boolean number = words.digits(w) && words.length(w) >= 2;
            if (!number && words.length(w) < SHORTEST) continue;
            String form = words.form(w);
            out.add(form.substring(0, Math.min(STEM, form.length())));
        }
        return out;
    }

    /** The sentences before the headline and behind the story that share no words with the story. */
    List<Integer> strangers() {
        int from = head();
        int to = tail(from);
        List<Integer> out = new ArrayList<>(sentences.subList(0, from));
        out.addAll(sentences.subList(to, sentences.size()));
        return out;
    }

    /** The first sentence of the story, as an index of {@link #sentences}. */
    private int head() {
        int most = Math.min(BEFORE, sentences.size() - STORY);
        int heading = most;
        while (heading > 0 && !parted(heading)) heading--;
        if (heading > 0) {
            Set<String> story = new HashSet<>();
            for (int i = heading; i < sentences.size(); i++) story.addAll(of(i));
            for (int cut = heading; cut > 0; cut--) {
                if (headed(cut, story) && foreign(cut, story)) return cut;
                story.addAll(of(cut - 1));
            }
        }
        int notices = 0;
        while (notices < most && strange(notices)) notices++;
        return notices;
    }

    /** Whether any line stands between a sentence and the one before. */
    private boolean parted(int cut) {
        return sentences.get(cut) - sentences.get(cut - 1) > 1;
    }

    /** Whether a line of the story's words, and no sentence, stands between two sentences. */
    private boolean headed(int cut, Set<String> story) {
        for (int k = sentences.get(cut - 1) + 1; k < sentences.get(cut); k++) {
            Set<String> of = content(k);
            if (of.size() >= 3 && of.stream().filter(story::contains).count() >= HEADLINE * of.size()) return true;
        }
        return false;
    }

    /** Whether all sentences before the cut are short and, together, share next to nothing with those behind it. */
    private boolean foreign(int cut, Set<String> story) {
        if (story.size() < VOCABULARY) return false;
        int met = 0;
        int all = 0;
        for (int i = 0; i < cut; i++) {
            if (lines.get(sentences.get(i)).size() > LONGEST) return false;
            all += of(i).size();
            for (String word : of(i)) if (story.contains(word)) met++;
        }
        return met <= FOREIGN * all;
    }

    /** The end of the story, exclusive; strangers are behind it only where something that is no sentence stands between. */
    private int tail(int from) {
        int end = sentences.size();
        while (end - from > STORY && strange(end - 1)) end--;
        while (end < sentences.size() && sentences.get(end) == sentences.get(end - 1) + 1) end++;
        return end;
    }

    /** Whether a short paragraph shares next to nothing with all the others. */
    private boolean strange(int index) {
        if (lines.get(sentences.get(index)).size() > LONGEST) return false;
        Set<String> of = of(index);
        if (of.size() < 4 || uses().size() < VOCABULARY + of.size()) return false;
        return of.stream().filter(w -> uses().getOrDefault(w, 0) > 1).count() <= STRANGE * of.size();
    }

    private Set<String> of(int index) {
        Set<String> known = content.get(index);
        if (!known.isEmpty()) return known;
        Set<String> read = content(sentences.get(index));
        content.set(index, read);
        return read;
    }
}
