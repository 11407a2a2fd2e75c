package org.sitrep.extract.deeds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Categories;
import org.sitrep.language.Data;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Text;

/** Finds the words of a sentence that stand for concepts of deeds, and leaves those that are part of names, addresses and idioms. */
final class Concepts {
    /** Words that look like a concept and are none ("were left"): nothing inside them counts. */
    private static final String NOT_MEANT = "not_meant";

    private static final Categories DEEDS = Categories.of("deed");
    /** The concept that a pronoun may stand for in the next sentence. */
    private static final String CARRIED = "withdrawal";

    /** Concepts whose words stand in names of parties, firms and days as well. */
    private static final Set<String> NAMES_TOO = Set.of(
            "left",
            "meet",
            "attack",
            "clash",
            "elect",
            "protest",
            "resign",
            "withdraw",
            "depart",
            "begin",
            "end",
            "strike_verb");

    private static final int CHAIN = 4;
    /** Whether every noun of the language has a capital, so that one shows no name. */
    private final boolean capitalNouns;

    Concepts(Pack pack) {
        Path places = pack.folder().resolve("places.yaml");
        capitalNouns =
                Files.exists(places) && Data.load(places).at("capital_nouns").flag();
    }

    /** The concepts of a sentence in text order, with what a pronoun carries over from the sentence before. */
    List<Hit> in(Text text, Text.Sentence s) {
        return carried(text, s, hits(text, s));
    }

    private List<Hit> hits(Text text, Text.Sentence s) {
        int first = s.from();
        while (first < s.to() && !text.has(first, DEEDS)) first++;
        if (first == s.to()) return List.of();
        List<Hit> out = new ArrayList<>();
        boolean title = capitalNouns || title(text, s);
        int meant = s.from();
        for (int i = first; i < s.to(); i++) {
            if (!text.has(i, DEEDS)) continue;
            List<Match> here = text.matches().get(i);
            for (int k = 0; k < here.size(); k++) {
                Match m = here.get(k);
                if (!m.sense().of("deed") || m.to() > s.to() || i < meant) continue;
                if (m.sense().id().equals(NOT_MEANT)) meant = m.to();
                else if (!address(text, i) && (title || !named(text, s, m))) {
                    Hit hit =
                            new Hit(m.from(), m.to(), m.sense().id(), m.sense().form());
                    if (!longer(out, hit)) out.add(hit);
                }
            }
        }
        return out;
    }

    /** A capitalised word beside another inside a sentence is part of a name: the "Radical Left" has left nothing. */
    private static boolean named(Text text, Text.Sentence s, Match m) {
        int i = m.from();
        if (m.to() - i > 1
                || i == s.from()
                || !text.token(i).capital()
                || !NAMES_TOO.contains(m.sense().id())) return false;
        boolean before = i - 1 > s.from()
                && text.token(i - 1).word()
                && text.token(i - 1).capital();
        return before
                || i + 1 < s.to()
                        && text.token(i + 1).word()
                        && text.token(i + 1).capital();
    }

    /** Whether most words of a sentence have capitals, as headlines do. */
    private static boolean title(Text text, Text.Sentence s) {
        int words = 0;
        int capitals = 0;
        for (int i = s.from(); i < s.to(); i++) {
            if (!text.token(i).word()) continue;
            words++;
            if (text.token(i).capital()) capitals++;
        }
        return capitals * 2 > words;
    }

    /** Whether nearly all words around have capitals, as on pages set in capitals, so that one shows no name. */
    static boolean shouted(Text text, int at) {
        int words = 0;
        int capitals = 0;
        for (int i = Math.max(0, at - CHAIN); i < Math.min(text.tokens().size(), at + CHAIN); i++) {
            if (!text.token(i).word()) continue;
            words++;
            if (text.token(i).capital()) capitals++;
        }
        return words > 2 && capitals * 5 >= words * 4;
    }

    /** Whether longer words for the concept reach into these: in "the pull-out of troops" nobody is "out of" anything. */
    private static boolean longer(List<Hit> others, Hit hit) {
        for (int k = 0; k < others.size(); k++) {
            Hit o = others.get(k);
            boolean into = o.from() < hit.from() && hit.from() < o.to() && o.to() < hit.to();
            if (into && o.id().equals(hit.id()) && o.to() - o.from() > hit.to() - hit.from()) return true;
        }
        return false;
    }

    /** "The pull-out begins in May. <u>It</u> will last ten days.": a pronoun that opens a sentence stands for the withdrawal told before. */
    private List<Hit> carried(Text text, Text.Sentence s, List<Hit> hits) {
        Optional<Match> pronoun = text.at(s.from(), "speaker_pronoun");
        boolean points = pronoun.isPresent() && pronoun.get().sense().id().equals("body");
        if (!points || hits.stream().anyMatch(h -> h.id().equals(CARRIED))) return hits;
        Optional<Text.Sentence> before = before(text, s);
        if (before.isEmpty() || hits(text, before.get()).stream().noneMatch(h -> h.id().equals(CARRIED))) return hits;
        List<Hit> out = new ArrayList<>(hits);
        out.addFirst(new Hit(s.from(), s.from() + 1, CARRIED, ""));
        return out;
    }

    private static Optional<Text.Sentence> before(Text text, Text.Sentence s) {
        Text.Sentence last = null;
        for (Text.Sentence x : text.sentences()) {
            if (x.from() >= s.from()) break;
            last = x;
        }
        return Optional.ofNullable(last);
    }

    /** Whether the token stands in a chain of hyphens, as in a web address. */
    private static boolean address(Text text, int i) {
        int hyphens = 0;
        for (int j = Math.max(0, i - CHAIN); j < Math.min(text.tokens().size(), i + CHAIN); j++)
            if (text.token(j).is("-") && text.token(j).glued()) hyphens++;
        return hyphens >= CHAIN;
    }
}
