package org.sitrep.extract.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sitrep.language.Data;
import org.sitrep.language.Fold;
import org.sitrep.language.Text;
import org.sitrep.language.Token;
import org.sitrep.model.Span;

/**
 * Finds the names of people who hold no office in scripts without capitals. There a name is words that no pack knows beside words that only people have
 * beside their names: what somebody is ("the student X"), whose what is ("the body of X"), a verb of speech; and it looks like one: a given name or
 * a family name of the lists is in it, or it has the shape of one. What follows an office or a public role is left. Less is found than where names have
 * capitals.
 */
final class Uncased {
    private static final int MOST_WORDS = 3;
    private static final int MOST_CHARACTERS = 3;
    private static final int SHORTEST_ALONE = 4;

    /** Tokens that an office may stand before a name. */
    private static final int OFFICE_REACH = 4;

    private static final int LONGEST_CUE = 5;

    /** Written on the noun, and the letter that a name of origin ends in: "ad-Dughaymi". */
    private final String article;

    private final String origin;
    private final Set<String> given;
    private final Set<String> family;
    private final Set<String> role;
    private final Set<String> of;
    private final Set<String> behind;
    private final Set<String> clitic;
    private final Set<String> body;
    private final Set<String> inPublic;

    Uncased(Data cues, Set<String> given, Set<String> family) {
        this.article = cues.at("article").text();
        this.origin = cues.at("origin").text();
        this.given = given;
        this.family = family;
        this.role = words(cues.at("role"));
        this.of = words(cues.at("of"));
        this.behind = words(cues.at("behind"));
        this.clitic = words(cues.at("clitic"));
        this.body = words(cues.at("body"));
        this.inPublic = words(cues.at("public"));
    }

    private static Set<String> words(Data lists) {
        Set<String> out = new HashSet<>();
        for (Data language : lists.items()) for (String word : language.texts()) out.add(Fold.bare(Fold.form(word)));
        return out;
    }

    /** A script whose letters have no case. */
    private static boolean uncased(Token t) {
        return t.word() && Character.getType(t.form().codePointAt(0)) == Character.OTHER_LETTER;
    }

    /** Adds where the texts name people. @param office which tokens of each text belong to names that may stay */
    void add(List<Text> texts, List<boolean[]> office, Set<Span> out) {
        Set<String> learnt = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            Page page = new Page(texts.get(i), office.get(i));
            for (Text.Sentence s : page.text.sentences())
                for (int from = s.from(); from < s.to(); from++) {
                    int to = page.text.token(from).unspaced() ? page.character(s, from) : page.word(s, from);
                    if (to <= from) continue;
                    out.add(page.text.span(from, to));
                    learnt.addAll(page.parts(from, to));
                    from = to - 1;
                }
        }
        for (int i = 0; i < texts.size(); i++) new Page(texts.get(i), office.get(i)).again(learnt, out);
    }

    /** One text. */
    private final class Page {
        final Text text;
        private final boolean[] known;

        Page(Text text, boolean[] office) {
            this.text = text;
            this.known = office.clone();
            for (int i = 0; i < known.length; i++)
                text.matches().get(i).stream().findFirst().ifPresent(m -> {
                    for (int k = m.from(); k < m.to(); k++) known[k] = true;
                });
            for (int i = 0; i < known.length; i++)
                if (i + 1 < known.length && !office[i] && joined(i + 1) && given.contains(bare(i) + bare(i + 1)))
                    known[i] = known[i + 1] = false;
        }

        /** Whether the token is the rest of a word whose first letter was taken for a particle. */
        private boolean joined(int i) {
            return i > 0
                    && text.token(i).glued()
                    && !text.token(i).unspaced()
                    && text.token(i - 1).word()
                    && !text.token(i - 1).is(article);
        }

        /** The token's word, with the rest behind its particle. */
        private String whole(int i) {
            return i + 1 < known.length && text.token(i + 1).word() && joined(i + 1) ? bare(i) + bare(i + 1) : bare(i);
        }

        private boolean open(Text.Sentence s, int i) {
            boolean free = i >= s.from() && i < s.to() && !known[i] && uncased(text.token(i));
            return free && !among(body, bare(i)) && !among(role, bare(i));
        }

        /** With or without its article, where the tokenizer left that on the word. */
        private boolean among(Set<String> words, String word) {
            return words.contains(word) || word.startsWith(article) && words.contains(word.substring(article.length()));
        }

        private String bare(int i) {
            return Fold.bare(text.token(i).form());
        }

        /** Words before {@code to}, joined, of up to {@code tokens} tokens. */
        private boolean before(Text.Sentence s, int to, Set<String> words) {
            String phrase = "";
            for (int i = to - 1;
                    i >= s.from() && i >= to - LONGEST_CUE && text.token(i).word();
                    i--) {
                boolean glued = !phrase.isEmpty() && !text.token(i + 1).glued();
                phrase = bare(i) + (glued ? " " : "") + phrase;
                if (words.contains(phrase)) return true;
            }
            return false;
        }

        private boolean behind(Text.Sentence s, int from, Set<String> words) {
            String phrase = "";
            for (int i = from;
                    i < s.to() && i < from + LONGEST_CUE && text.token(i).word();
                    i++) {
                boolean glued = !phrase.isEmpty() && !text.token(i).glued();
                phrase = phrase + (glued ? " " : "") + bare(i);
                if (words.contains(phrase)) return true;
            }
            return false;
        }

        /** Whether an office or a public role leads to the name. */
        private boolean office(Text.Sentence s, int from) {
            if (before(s, from, inPublic)) return true;
            for (int i = from - 1;
                    i >= s.from() && i >= from - OFFICE_REACH && text.token(i).word();
                    i--) if (text.at(i, "office").isPresent() || inPublic.contains(bare(i))) return true;
            return false;
        }

        /** Index behind a name of spaced words that starts here; {@code from} itself where none does. */
        int word(Text.Sentence s, int from) {
            if (!open(s, from) || text.token(from).glued() || office(s, from)) return from;
            int end = from;
            int words = 0;
            for (; open(s, end) && (words < MOST_WORDS || joined(end)); end++) if (!joined(end)) words++;
            if (words == 1 && !given(from)) return from;
            boolean listed = false;
            for (int i = from; i < end; i++) listed |= given(i) || family(i);
            boolean led = role(s, from) || before(s, from, of);
            boolean stopped = !open(s, end);
            int second = from + 1 < end && joined(from + 1) ? from + 2 : from + 1;
            boolean more = second < end;
            boolean shape = listed || more && nisba(second);
            boolean followed = stopped && behind(s, end, clitic);
            if (led && (shape || followed || stopped && words == 2)) return last(from, end, shape && !followed);
            boolean said = spoken(s, from) && shape || stopped && behind(s, end, behind);
            if (more && said) return last(from, end, !followed);
            boolean both = more && given(from) && (given(second) || family(second) || nisba(second));
            return both ? last(from, end, true) : from;
        }

        /** Two words, and each further one that the lists know. */
        private int last(int from, int end, boolean open) {
            if (!open) return end;
            int to = from;
            for (int words = 0; to < end; to++) {
                if (joined(to)) continue;
                if (++words > 2 && !given(to) && !family(to) && !nisba(to)) break;
            }
            return to;
        }

        private boolean given(int i) {
            return given.contains(whole(i));
        }

        private boolean family(int i) {
            return among(family, bare(i));
        }

        /** A name of origin: an article, and the letter that makes a place's name an adjective. */
        private boolean nisba(int i) {
            return bare(i).startsWith(article) && bare(i).endsWith(origin);
        }

        /** What somebody is stands before the name; in Arabic it has its article, and adjectives with theirs may follow it. */
        private boolean role(Text.Sentence s, int from) {
            int at = from - 1;
            while (at > s.from() + 1
                    && text.token(at).glued()
                    && text.token(at - 1).is(article)
                    && !role.contains(bare(at))) at -= 2;
            // A word of nothing but marks has no letter left.
            boolean arabic = at >= s.from()
                    && !bare(at).isEmpty()
                    && Character.UnicodeScript.of(bare(at).codePointAt(0)) == Character.UnicodeScript.ARABIC;
            if (!arabic) return before(s, from, role);
            if (role.contains(bare(at)))
                return at > s.from()
                        && text.token(at - 1).is(article)
                        && text.token(at).glued();
            return bare(at).startsWith(article) && role.contains(bare(at).substring(article.length()));
        }

        private boolean spoken(Text.Sentence s, int from) {
            return from > s.from() && text.at(from - 1, "speech").isPresent();
        }

        /** Index behind a name in a script without spaces: a family name, and one or two characters that no longer word begins at. */
        int character(Text.Sentence s, int from) {
            int surname = surname(s, from);
            if (surname == 0 || office(s, from)) return from;
            int end = from + surname;
            while (end < s.to() && end < from + MOST_CHARACTERS + surname - 1 && part(end, end == from + surname))
                end++;
            if (end == from + surname) return from;
            boolean led = before(s, from, role)
                    || text.token(Math.max(s.from(), from - 1)).is("、") && from > s.from();
            boolean first = from == s.from() || !text.token(from - 1).word();
            return led || first && behind(s, end, behind) ? end : from;
        }

        private int surname(Text.Sentence s, int from) {
            if (!uncased(text.token(from))) return 0;
            for (int length = 2; length > 0; length--) {
                if (from + length >= s.to()) continue;
                StringBuilder name = new StringBuilder();
                for (int i = from; i < from + length; i++)
                    name.append(text.token(i).form());
                if (family.contains(name.toString())) return length;
            }
            return 0;
        }

        /** Whether the character may belong to a given name: no word of several characters begins there, nor, behind the first, any that is known. */
        private boolean part(int i, boolean first) {
            Token t = text.token(i);
            if (!t.unspaced()) return false;
            int longest = text.matches().get(i).isEmpty()
                    ? 0
                    : text.matches().get(i).getFirst().length();
            boolean small =
                    text.at(i, "small").isPresent() || text.at(i, "speech").isPresent();
            return longest == 0 && (!known[i] || first)
                    || longest == 1 && !small && (first || text.at(i, "number").isPresent());
        }

        /** The whole name, and a last word that is long enough to stand alone. */
        List<String> parts(int from, int to) {
            List<String> out = new ArrayList<>(List.of(Fold.bare(Fold.form(text.words(from, to)))));
            if (!text.token(from).unspaced() && to - from > 1 && bare(to - 1).length() >= SHORTEST_ALONE)
                out.add(bare(to - 1));
            return out;
        }

        /** Where learnt names stand again, whatever is beside them. */
        void again(Set<String> learnt, Set<Span> out) {
            if (learnt.isEmpty()) return;
            for (int i = 0; i < known.length; i++) {
                if (!uncased(text.token(i))) continue;
                StringBuilder name = new StringBuilder();
                for (int k = i;
                        k < known.length
                                && k < i + MOST_WORDS + 1
                                && text.token(k).word();
                        k++) {
                    if (k > i && !text.token(k).unspaced()) name.append(' ');
                    name.append(bare(k));
                    boolean free = k > i || !known[i];
                    if (free && learnt.contains(name.toString())) out.add(text.span(i, k + 1));
                }
            }
        }
    }
}
