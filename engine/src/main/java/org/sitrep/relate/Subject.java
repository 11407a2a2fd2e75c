package org.sitrep.relate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Article;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;

/**
 * What somebody looks for in an archive: names, which are known in every language of the name table, other words, and perhaps a
 * time. Two steps: a look at the raw page, which is cheap and lets most pages go, then a look at what the article itself says. Safe
 * for use by several threads.
 */
public final class Subject {
    /** How a page stands to a subject. */
    public enum Fit {
        /** It is about it. */
        ABOUT,
        /** A name or word is nowhere on it. */
        UNNAMED,
        /** It is named beside the text, or once far down: in a menu, a teaser, a list of earlier events. */
        IN_PASSING,
        /** The page was published at another time. */
        OTHER_TIME
    }

    /** A page that names its subject only once names it by here, in UTF-16 units: headline and first paragraph. */
    private static final int OPENING = 600;

    /** Pages on a crisis are written while it lasts and for a while after. */
    private static final int AFTER = 31;

    /** A word of the question stands for longer forms of itself from this length on. */
    private static final int INFLECTS = 4;

    private static final int ENDING = 3;

    private final NameTable names;
    private final Set<String> wantedNames = new HashSet<>();
    private final List<String> wantedWords = new ArrayList<>();
    private final Optional<Edtf> period;

    /**
     * @param words names and words, all of which a page must have
     * @param period when its pages were published, give or take a month after; empty for any time
     */
    public Subject(String words, Optional<Edtf> period, NameTable names) {
        this.names = names;
        this.period = period;
        List<NameTable.Word> all = NameTable.words(words);
        for (int i = 0; i < all.size(); ) {
            Optional<NameTable.Found> found = names.at(all, i);
            if (found.isPresent()) wantedNames.add(found.get().entry().id());
            else wantedWords.add(all.get(i).folded());
            i = found.map(NameTable.Found::to).orElse(i + 1);
        }
    }

    /** Whether there is nothing to look for. */
    public boolean empty() {
        return wantedNames.isEmpty() && wantedWords.isEmpty() && period.isEmpty();
    }

    /** Whether a page whose raw content this is, markup and all, may be about it; never false where it is. */
    public boolean mayBeIn(String content) {
        Hits hits = new Hits();
        hits.count(NameTable.words(content), 0);
        return hits.least() > 0;
    }

    /** How an article stands to it. */
    public Fit fit(Article article) {
        if (!inTime(article)) return Fit.OTHER_TIME;
        Hits own = new Hits();
        Hits opening = new Hits();
        int read = 0;
        for (Passage p : article.passages()) {
            if (!own(p.role())) continue;
            List<NameTable.Word> words = NameTable.words(p.span().of(article.text()));
            own.count(words, 0);
            if (read < OPENING) opening.count(words, OPENING - read);
            read += p.span().length();
        }
        return own.least() >= 2 || opening.least() >= 1 ? Fit.ABOUT : Fit.IN_PASSING;
    }

    private static boolean own(Passage.Role role) {
        return switch (role) {
            case HEADLINE, BODY, QUOTED, CAPTION -> true;
            case TEASER, COMMENT, CHROME -> false;
        };
    }

    private boolean inTime(Article article) {
        Optional<LocalDate> from = period.flatMap(Edtf::first);
        Optional<LocalDate> to = period.flatMap(Edtf::last).map(d -> d.plusDays(AFTER));
        Optional<LocalDate> first = article.published().flatMap(p -> p.date().first());
        Optional<LocalDate> last = article.published().flatMap(p -> p.date().last());
        boolean early = from.isPresent() && last.isPresent() && last.get().isBefore(from.get());
        boolean late = to.isPresent() && first.isPresent() && first.get().isAfter(to.get());
        return !early && !late;
    }

    /** How often each name and each word stands in a text. */
    private final class Hits {
        private final int[] ofNames = new int[wantedNames.size()];
        private final int[] ofWords = new int[wantedWords.size()];
        private final List<String> order = List.copyOf(wantedNames);

        /** @param until words that begin from this offset on are not counted; 0: all are */
        void count(List<NameTable.Word> words, int until) {
            for (int i = 0; i < words.size(); ) {
                if (until > 0 && words.get(i).start() >= until) return;
                Optional<NameTable.Found> found = wantedNames.isEmpty() ? Optional.empty() : names.at(words, i);
                int at = found.map(f -> order.indexOf(f.entry().id())).orElse(-1);
                if (at >= 0) ofNames[at]++;
                word(words.get(i).folded());
                i = found.map(NameTable.Found::to).orElse(i + 1);
            }
        }

        private void word(String folded) {
            for (int w = 0; w < ofWords.length; w++) {
                String wanted = wantedWords.get(w);
                int ending = folded.length() - wanted.length();
                boolean fits = ending == 0 || ending > 0 && ending <= ENDING && wanted.length() >= INFLECTS;
                if (fits && folded.startsWith(wanted)) ofWords[w]++;
            }
        }

        /** Of the name or word that stands there least often. */
        int least() {
            int least = Integer.MAX_VALUE;
            for (int n : ofNames) least = Math.min(least, n);
            for (int n : ofWords) least = Math.min(least, n);
            return least;
        }
    }
}
