package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Categories;
import org.sitrep.language.Match;
import org.sitrep.language.Sense;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/**
 * Reads a verb with its auxiliaries. Word categories: {@code verb}, {@code aux}, {@code modal} (id: planned, hypothetical, denied
 * …), {@code negation}, {@code adverb}, {@code infinitive_marker}, {@code verb_particle} (skipped: reflexives, clitics),
 * {@code restriction} (closes a negation that only restricts: French "ne … que").
 */
final class VerbReader {
    private static final Categories VERBAL = Categories.of("verb", "aux", "modal");
    private static final Categories VERBS = Categories.of("verb", "aux");
    private static final List<String> MEMBERS = List.of("modal", "aux", "verb");
    private static final List<String> BETWEEN = List.of("adverb", "verb_particle", "infinitive_marker");
    private final Grammar grammar;

    VerbReader(Grammar grammar) {
        this.grammar = grammar;
    }

    /**
     * A verb group as read.
     *
     * @param ambiguous a past tense that may also be a participle ("killed")
     * @param passive whether its auxiliary makes a passive with a participle
     * @param single whether its last form, where forms show it, agrees with one and not with several
     * @param infinitive whether its last form may be an infinitive, whatever else it is ("fliehen")
     */
    record Reading(VerbGroup verb, boolean ambiguous, boolean passive, boolean single, boolean infinitive) {
        /** The same with the verb {@code id} as its main verb. */
        Reading as(String id) {
            VerbGroup v = verb;
            return new Reading(
                    new VerbGroup(
                            v.from(), v.to(), List.of(id), v.voice(), v.tense(), v.mood(), v.negated(), v.marks()),
                    ambiguous,
                    passive,
                    single,
                    infinitive);
        }
    }

    /** The verb group that starts at token {@code from}. */
    Optional<Reading> at(Text text, int from, int limit) {
        Group g = new Group(text, limit);
        return g.read(from) ? Optional.of(g.build(from)) : Optional.empty();
    }

    /** Whether token {@code i} can be part of a verb group as its verb, auxiliary or modal. */
    boolean verbal(Text text, int i) {
        return text.has(i, VERBAL) || !grammar.guess(text, i).isEmpty();
    }

    /** Whether token {@code i} is an adverb that no list holds. */
    boolean adverbial(Text text, int i) {
        return grammar.adverbial(text, i);
    }

    /** Words within which an expletive negation stands behind what asks for it. */
    private static final int EXPLETIVE = 8;

    private final class Group {
        private final Text text;
        private final int limit;
        private final List<String> lexemes = new ArrayList<>(2);
        private final Set<String> marks = new HashSet<>(2);
        private final List<Sense> auxiliaries = new ArrayList<>(3);
        private Set<String> first = Set.of();
        private Set<String> last = Set.of();
        private boolean negated;
        private boolean closed;
        private boolean passiveForm;
        private int verbs;
        private int start;
        private int to;

        Group(Text text, int limit) {
            this.text = text;
            this.limit = limit;
        }

        boolean read(int from) {
            start = from;
            int i = from;
            while (i < limit) {
                int next = step(i);
                if (next < 0) break;
                i = next;
            }
            restrict();
            return to > from;
        }

        /** "N'a fait <u>que</u> trois blessés": what restricts denies nothing. */
        private void restrict() {
            if (!negated || closed || to >= limit) return;
            text.at(to, "restriction").filter(m -> m.to() < limit).ifPresent(m -> {
                negated = false;
                to = m.to();
            });
        }

        /** Takes one member in; -1 where the group ends. */
        private int step(int i) {
            Optional<Match> particle = text.at(i, "negation");
            if (particle.isPresent()
                    && longest(i) <= particle.get().length()
                    && (negated || !hedges(i, particle.get().length()))) {
                negated |= !empty(particle.get());
                return skip(particle.get().to(), particle.get().sense().id().equals("after"));
            }
            for (String category : MEMBERS) {
                Optional<Match> m = category.equals("verb") ? grammar.verb(text, i) : text.at(i, category);
                if (m.isEmpty() || m.get().to() > limit) continue;
                if (category.equals("modal")
                        && longest(i) >= m.get().length()
                        && (longest(i) > m.get().length() + 1
                                || !infinitive(m.get().to()))) continue;
                // "Going to school": what ends with the mark of an infinitive and has none behind it is no modal.
                if (category.equals("modal")
                        && m.get().length() > 1
                        && text.at(m.get().to() - 1, "infinitive_marker").isPresent()
                        && (longest(i) > 0 || nominal(m.get().to()))
                        && !infinitive(m.get().to())) continue;
                if (category.equals("modal") || longest(i) <= m.get().length()) {
                    if (!fits(category, i)) return -1;
                    return take(category, m.get());
                }
            }
            if (to == 0
                    && !negated
                    && auxiliaries.isEmpty()
                    && marks.isEmpty()
                    && text.at(i, "infinitive_marker").isEmpty()) return -1;
            for (String category : BETWEEN) {
                Optional<Match> m = text.at(i, category);
                if (m.isPresent()
                        && !nominal(category, m.get())
                        && follows(m.get().to(), category)) return m.get().to();
            }
            if (grammar.adverbial(text, i) && follows(i + 1, "adverb")) return i + 1;
            Token t = text.token(i);
            return t.kind() == Token.Kind.MARK && "\"“”«»".contains(t.form()) && follows(i + 1, "adverb") ? i + 1 : -1;
        }

        /** "A fait plus de 60 victimes": a word that closes a negation elsewhere only begins a hedge. */
        private boolean hedges(int i, int length) {
            return text.at(i, "hedge").filter(h -> h.length() > length).isPresent();
        }

        /**
         * "Ils craignent qu'il <u>ne</u> vienne", "avant que la pluie <u>ne</u> tombe": behind words of fear and of time ({@code expletive})
         * the first half of a negation without its second denies nothing.
         */
        private boolean empty(Match particle) {
            boolean opened = false;
            for (int i = Math.max(0, start - EXPLETIVE); i < start && !opened; i++)
                opened = text.at(i, "expletive").isPresent();
            for (int i = particle.to(); opened && i < Math.min(limit, particle.to() + EXPLETIVE); i++)
                opened = text.at(i, "negation").isEmpty();
            return opened;
        }

        /** "Se espera <u>la llegada</u>": what may be a determiner too, right before a noun, is no clitic. */
        private boolean nominal(String category, Match m) {
            return category.equals("verb_particle")
                    && to > 0
                    && m.to() < limit
                    && text.at(m.from(), "determiner").isPresent()
                    && text.at(m.to(), "noun").isPresent();
        }

        /** "Agreed to <u>a</u> truce": what begins a phrase is no infinitive. */
        private boolean nominal(int i) {
            return i < limit && text.at(i, "article").isPresent();
        }

        private int skip(int i, boolean closes) {
            closed |= closes;
            if (closes) to = Math.max(to, i);
            return i;
        }

        private int longest(int i) {
            int n = 0;
            List<Match> here = text.matches().get(i);
            for (int k = 0; k < here.size(); k++)
                if (VERBS.has(here.get(k))) n = Math.max(n, here.get(k).length());
            return n;
        }

        /** Whether a verbal word comes within three tokens of {@code i}; behind an infinitive marker only an infinitive counts. */
        private boolean follows(int i, String category) {
            for (int j = i; j < Math.min(limit, i + 3); j++) {
                if (category.equals("infinitive_marker")) return infinitive(j);
                if (verbal(text, j)) return !(to > 0 && finiteOnly(j));
                boolean skippable = text.at(j, "adverb").isPresent()
                        || grammar.adverbial(text, j)
                        || text.at(j, "negation").isPresent()
                        || text.at(j, "verb_particle").isPresent();
                if (text.at(j, "infinitive_marker").isPresent()) return infinitive(j + 1);
                if (!skippable) return false;
            }
            return false;
        }

        private boolean infinitive(int i) {
            if (i >= limit) return false;
            if (text.at(i, "adverb").isPresent()) i = text.at(i, "adverb").get().to();
            if (i >= limit) return false;
            for (Match m : text.matches().get(i))
                if ((m.sense().of("verb") || m.sense().of("aux"))
                        && m.sense().form().equals("inf")) return true;
            return text.at(i, "modal").isPresent();
        }

        private boolean finiteOnly(int i) {
            Set<String> forms = forms(i, "verb");
            return !forms.isEmpty() && !forms.contains("part") && !forms.contains("inf") && !forms.contains("ger");
        }

        /** Behind a full verb only a participle or a marked infinitive goes on ("was found murdered", "began to leave"). */
        private boolean fits(String category, int i) {
            if (lexemes.isEmpty())
                return !category.equals("verb") || auxiliaries.isEmpty() || !finiteOnly(i) || !marks.isEmpty();
            boolean marked = i > 0 && text.at(i - 1, "infinitive_marker").isPresent()
                    || text.at(i, "adverb").isPresent();
            if (category.equals("modal")) return false;
            if (category.equals("aux"))
                return marked && forms(i, "aux").contains("inf") || grammar.verbFinal() && auxiliaries.isEmpty();
            Set<String> forms = forms(i, "verb");
            return forms.contains("inf") && (marked || !forms.contains("pres"))
                    || forms.contains("part")
                            && (passive(last)
                                    || grammar.verb(text, i)
                                            .filter(v -> v.length() > 1)
                                            .isPresent());
        }

        private int take(String category, Match m) {
            to = m.to();
            if (category.equals("modal")) {
                marks.add(m.sense().id());
                return to;
            }
            Set<String> forms = forms(m.from(), category);
            if (first.isEmpty() || grammar.verbFinal() && category.equals("aux")) first = forms;
            if (category.equals("aux")) auxiliaries.add(m.sense());
            else {
                last = forms;
                verbs++;
                for (Match other : text.matches().get(m.from()))
                    if (other.sense().of("verb")
                            && other.length() == m.length()
                            && !other.sense().id().equals(m.sense().id())
                            && !lexemes.contains(other.sense().id()))
                        lexemes.add(other.sense().id());
                lexemes.add(m.sense().id());
                passiveForm = one(forms, grammar.passiveForms());
            }
            return to;
        }

        private static boolean one(Set<String> forms, Set<String> of) {
            if (of.isEmpty()) return false;
            for (String form : forms) if (of.contains(form)) return true;
            return false;
        }

        private Set<String> forms(int i, String category) {
            Set<String> guess = grammar.guess(text, i);
            if (!guess.isEmpty()) return category.equals("verb") ? guess : Set.of();
            Set<String> out = new HashSet<>(4);
            Optional<Match> best = text.at(i, category);
            for (Match m : text.matches().get(i))
                if (m.sense().of(category)
                        && best.isPresent()
                        && m.length() == best.get().length()) out.add(m.sense().form());
            return out;
        }

        private boolean aux(Set<String> ids) {
            for (int k = 0; k < auxiliaries.size(); k++)
                if (ids.contains(auxiliaries.get(k).id())) return true;
            return false;
        }

        /** Whether an auxiliary of the future looks ahead; one that equates or makes passives too does so in its future form only. */
        private boolean ahead() {
            for (int k = 0; k < auxiliaries.size(); k++) {
                Sense a = auxiliaries.get(k);
                boolean other =
                        grammar.copula().contains(a.id()) || grammar.passive().contains(a.id());
                if (grammar.future().contains(a.id()) && (a.form().equals("fut") || !other)) return true;
            }
            return false;
        }

        private boolean passive(Set<String> mainForms) {
            return passiveForm || aux(grammar.passive()) && mainForms.contains("part");
        }

        Reading build(int from) {
            boolean bare = auxiliaries.isEmpty() && marks.isEmpty() && verbs == 1;
            boolean ambiguous = bare && !negated && last.contains("part") && last.contains("past");
            VerbGroup.Mood mood = mood(bare, ambiguous);
            VerbGroup.Voice voice = !lexemes.isEmpty() && passive(last)
                            || verbs > 1 && last.equals(Set.of("part"))
                            || mood == VerbGroup.Mood.PARTICIPLE
                    ? VerbGroup.Voice.PASSIVE
                    : VerbGroup.Voice.ACTIVE;
            return new Reading(
                    new VerbGroup(from, to, lexemes, voice, tense(mood), mood, negated, marks),
                    ambiguous,
                    aux(grammar.passive()),
                    single(text.token(to - 1).form()),
                    last.contains("inf"));
        }

        private boolean single(String form) {
            return !grammar.plurals().isEmpty() && grammar.plurals().stream().noneMatch(form::endsWith);
        }

        private VerbGroup.Mood mood(boolean bare, boolean ambiguous) {
            if (first.size() == 1 && one(first, grammar.hearsay())) return VerbGroup.Mood.HEARSAY;
            if (aux(grammar.conditional()) || first.contains("cond")) return VerbGroup.Mood.CONDITIONAL;
            if (bare && last.contains("part") && !ambiguous) return VerbGroup.Mood.PARTICIPLE;
            if (!marks.isEmpty()) return VerbGroup.Mood.INDICATIVE;
            if (first.contains("ger") && first.size() == 1) return VerbGroup.Mood.GERUND;
            boolean infinitive = first.contains("inf")
                    && (first.size() == 1 && !grammar.marked()
                            || text.at(start, "infinitive_marker").isPresent());
            return infinitive ? VerbGroup.Mood.INFINITIVE : VerbGroup.Mood.INDICATIVE;
        }

        private VerbGroup.Tense tense(VerbGroup.Mood mood) {
            // "Claims to have caught a hundred": the infinitive of a perfect tells of what is done.
            if (mood == VerbGroup.Mood.INFINITIVE && aux(grammar.perfect()) && last.contains("part"))
                return VerbGroup.Tense.PERFECT;
            if (mood == VerbGroup.Mood.INFINITIVE || mood == VerbGroup.Mood.PARTICIPLE || mood == VerbGroup.Mood.GERUND)
                return VerbGroup.Tense.NONE;
            if (ahead() || first.contains("fut")) return VerbGroup.Tense.FUTURE;
            boolean past = first.contains("past");
            if (aux(grammar.perfect()) && last.contains("part"))
                return past ? VerbGroup.Tense.PLUPERFECT : VerbGroup.Tense.PERFECT;
            return past ? VerbGroup.Tense.PAST : VerbGroup.Tense.PRESENT;
        }
    }
}
