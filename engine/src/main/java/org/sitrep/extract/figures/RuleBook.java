package org.sitrep.extract.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.extract.figures.FigureRule.Alone;
import org.sitrep.extract.figures.FigureRule.InClause;
import org.sitrep.extract.figures.FigureRule.Relation;
import org.sitrep.extract.figures.FigureRule.WithNoun;
import org.sitrep.language.Data;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.language.Text;
import org.sitrep.model.Status;

/** The figure rules of one language, from {@code figures/*.yaml} of its pack. */
final class RuleBook {
    private static final Set<String> KEYS = Set.of(
            "id",
            "finds",
            "refuses",
            "clause",
            "noun",
            "people",
            "who",
            "unknown",
            "one",
            "named",
            "unless",
            "status",
            "part",
            "background",
            "why",
            "yes",
            "no");

    /** What a file of {@code languages/measures} may say. */
    private static final Set<String> MEASURE_KEYS =
            Set.of("behaviour", "changes", "moves", "whole", "alike", "deed", "restricted_by_reason", "crosses");

    private final List<FigureRule> rules = new ArrayList<>();
    private final Map<String, List<FigureRule>> byVerb = new HashMap<>();
    private final Map<Relation, Map<String, List<FigureRule>>> byNoun = new HashMap<>();
    private final List<FigureRule> alone = new ArrayList<>();
    private final Set<String> single = new HashSet<>();
    private final Map<String, String> wholes = new HashMap<>();
    private final Map<String, String> behaviours = new HashMap<>();
    private final Set<String> crossing = new HashSet<>();
    private final boolean verbFirst;
    private final Set<String> equating;
    private final Set<String> speech;
    private final Set<String> difference;
    private final Set<String> selecting;
    private final Set<String> partitive;
    private final Set<String> helping = new HashSet<>();
    private final Set<String> measures = new HashSet<>();
    private final Set<String> restricted = new HashSet<>();
    private final Set<String> deeds = new HashSet<>();

    /** Reads the rules of {@code pack}. @throws org.sitrep.language.PackError naming file and line of a wrong rule */
    RuleBook(Packs packs, Pack pack) {
        for (Path file : Pack.files(packs.folder().resolve("measures"))) measure(file);
        this.verbFirst = pack.settings().at("clause").at("verb_first").flag();
        this.equating = Set.copyOf(pack.settings().at("clause").at("equating").texts());
        this.speech = Set.copyOf(pack.settings().at("clause").at("complement").texts());
        this.difference =
                Set.copyOf(pack.settings().at("clause").at("difference").texts());
        helping.addAll(pack.settings().at("clause").at("future").texts());
        helping.addAll(pack.settings().at("clause").at("conditional").texts());
        helping.removeAll(pack.settings().at("clause").at("copula").texts());
        helping.removeAll(pack.settings().at("clause").at("passive").texts());
        this.partitive = Set.copyOf(pack.settings().at("clause").at("partitive").texts());
        this.selecting = Set.copyOf(pack.settings().at("clause").at("selecting").texts());
        Set<String> ids = new HashSet<>();
        for (Path file : Pack.files(pack.folder().resolve("figures")))
            for (Data data : Data.load(file).items()) {
                FigureRule rule = rule(data);
                if (!ids.add(rule.id())) throw data.error("two rules have the id " + rule.id());
                add(rule);
            }
    }

    private void measure(Path file) {
        String id = file.getFileName().toString().replace(".yaml", "");
        Data data = Data.load(file);
        for (String key : data.keys())
            if (!MEASURE_KEYS.contains(key))
                throw data.at(key)
                        .error("a measure has no \"" + key + "\"; it may have "
                                + String.join(
                                        ", ", MEASURE_KEYS.stream().sorted().toList()));
        measures.add(id);
        if (data.at("crosses").flag()) crossing.add(id);
        if (data.at("restricted_by_reason").flag()) restricted.add(id);
        if (data.at("deed").flag()) deeds.add(id);
        behaviours.put(id, data.at("behaviour").text("cumulative"));
        if (!data.at("whole").absent()) wholes.put(id, data.at("whole").text());
    }

    private FigureRule rule(Data data) {
        for (String key : data.keys())
            if (!KEYS.contains(key))
                throw data.at(key)
                        .error("a figure rule has no \"" + key + "\"; it may have "
                                + String.join(", ", KEYS.stream().sorted().toList()));
        String finds = data.at("finds").text("");
        String refuses = data.at("refuses").text("");
        if (finds.isEmpty() == refuses.isEmpty())
            throw data.error("a rule says either what it finds or why it refuses");
        if (!finds.isEmpty() && !measures.contains(finds))
            throw data.at("finds").error("there is no measures/" + finds + ".yaml");
        Optional<Status> status = data.at("status").absent()
                ? Optional.empty()
                : Optional.of(Status.valueOf(data.at("status").text().toUpperCase(Locale.ROOT)));
        return new FigureRule(
                data.at("id").text(),
                finds,
                refuses,
                pattern(data),
                Set.copyOf(data.at("who").texts()),
                data.at("unknown").flag(),
                data.at("one").flag() || data.at("named").flag(),
                data.at("named").flag(),
                Set.copyOf(data.at("unless").texts()),
                status,
                data.at("part").flag(),
                data.at("background").flag());
    }

    private static FigureRule.Pattern pattern(Data data) {
        if (!data.at("clause").absent()) return clause(data.at("clause"));
        if (!data.at("noun").absent()) {
            Data noun = data.at("noun");
            String count = noun.at("count").text("own").toUpperCase(Locale.ROOT);
            if (java.util.Arrays.stream(Relation.values())
                    .noneMatch(r -> r.name().equals(count)))
                throw noun.at("count").error("count is own, of, value or after");
            return new WithNoun(Set.copyOf(noun.at("head").texts()), Relation.valueOf(count));
        }
        if (!data.at("people").absent()) return new Alone();
        throw data.error("a rule has one of clause:, noun: or people:");
    }

    private static FigureRule.Pattern clause(Data clause) {
        // "with" is a key of its own and the id of a preposition, whose role is "with: $count".
        boolean under = clause.at("with").texts().equals(List.of("$count"));
        String role = under ? "with" : "";
        for (String key : clause.keys()) {
            if (Set.of("verb", "voice", "head", "with").contains(key)) continue;
            if (!clause.at(key).text().equals("$count")) throw clause.at(key).error("a role names $count");
            role = key;
        }
        if (role.isEmpty()) throw clause.error("no role of this clause is $count");
        return new InClause(
                Set.copyOf(clause.at("verb").texts()),
                role,
                clause.at("voice").text(""),
                Set.copyOf(clause.at("head").texts()),
                under ? Set.of() : Set.copyOf(clause.at("with").texts()));
    }

    private void add(FigureRule rule) {
        rules.add(rule);
        switch (rule.pattern()) {
            case InClause c -> {
                for (String verb : c.verbs())
                    byVerb.computeIfAbsent(verb, v -> new ArrayList<>()).add(rule);
                if (rule.one()) single.addAll(c.verbs());
            }
            case WithNoun n -> {
                for (String head : n.heads())
                    byNoun.computeIfAbsent(n.relation(), r -> new HashMap<>())
                            .computeIfAbsent(head, h -> new ArrayList<>())
                            .add(rule);
                if (rule.one()) single.addAll(n.heads());
            }
            case Alone a -> alone.add(rule);
        }
    }

    /** Every rule, in file order. */
    List<FigureRule> rules() {
        return List.copyOf(rules);
    }

    List<FigureRule> verb(String lexeme) {
        return byVerb.getOrDefault(lexeme, List.of());
    }

    List<FigureRule> noun(Relation relation, String head) {
        return byNoun.getOrDefault(relation, Map.of()).getOrDefault(head, List.of());
    }

    List<FigureRule> alone() {
        return alone;
    }

    /** Whether a verb or noun of this id may tell of a single person without a numeral. */
    boolean single(String id) {
        return single.contains(id);
    }

    /** Whether a verb sets a number equal to its subject ("the dead number 8"). */
    boolean equating(String lexeme) {
        return equating.contains(lexeme);
    }

    /** Whether the preposition {@code id} stands between a number and those of whom it counts some. */
    boolean partitive(String id) {
        return partitive.contains(id);
    }

    /** Whether a verb group without a main verb equates, and is no auxiliary alone whose verb nobody knows ("will probe the deaths"). */
    boolean equates(Text text, VerbGroup verb) {
        for (int i = verb.from(); i < verb.to(); i++)
            if (text.at(i, "aux").filter(m -> helping.contains(m.sense().id())).isEmpty()) return true;
        return false;
    }

    /** Whether a verb takes what is said as a clause of its own. */
    boolean speech(String lexeme) {
        return speech.contains(lexeme);
    }

    /** Whether a number under the preposition {@code id} behind a verb of change is by how much it changed. */
    boolean difference(String id) {
        return difference.contains(id);
    }

    /** Whether a whole may stand before its part under this preposition ("of the 164 dead, 103 …"). */
    boolean selecting(String preposition) {
        return selecting.contains(preposition);
    }

    /** The measure that holds both, where two measures are told of the same people without telling them apart. */
    Optional<String> together(String a, String b) {
        String whole = wholes.getOrDefault(a, "");
        return !a.equals(b) && !whole.isEmpty() && whole.equals(wholes.get(b)) ? Optional.of(whole) : Optional.empty();
    }

    /** Whether the verb opens its clause in this language. */
    boolean verbFirst() {
        return verbFirst;
    }

    /** Whether a measure counts people who came to harm: it is a part of one that counts all of them. */
    boolean harms(String measure) {
        return !wholes.getOrDefault(measure, "").isEmpty();
    }

    /** Whether a reason named with this measure narrows what is counted ("arrested for theft"). */
    boolean restricted(String measure) {
        return restricted.contains(measure);
    }

    /** Whether a measure tells what somebody does on purpose, so that an infinitive or a plan makes it planned. */
    boolean deed(String measure) {
        return deeds.contains(measure);
    }

    /** cumulative, stock or flow. */
    String behaviour(String measure) {
        return behaviours.getOrDefault(measure, "cumulative");
    }

    /** Whether people of {@code part} can be counted among those of {@code whole}. */
    boolean holds(String whole, String part) {
        return whole.equals(part) || whole.equals(wholes.get(part));
    }

    /** Whether words like "among them" may put {@code part} inside {@code whole}: also where one says where people are, whatever befell them. */
    boolean nests(String whole, String part) {
        return holds(whole, part) || crossing.contains(whole) || crossing.contains(part);
    }
}
