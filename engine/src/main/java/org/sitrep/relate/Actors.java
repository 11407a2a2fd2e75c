package org.sitrep.relate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.relate.NameTable.Found;
import org.sitrep.relate.NameTable.Word;

/** Tells who is meant by the words for a speaker or actor, within one crisis. */
public final class Actors {
    private static final String ORGANISATION = "org:";

    private final NameTable names;
    private final Optional<String> host;
    private final Acronyms acronyms;
    private final Map<String, Actor> plain = new HashMap<>();
    private final Map<String, Set<String>> holders = new TreeMap<>();
    private final Map<String, Actor> known = new HashMap<>();
    private final Map<List<String>, Set<String>> contested = new HashMap<>();
    private final List<Set<String>> joined = new ArrayList<>();

    /**
     * @param host the state in which the crisis is: an office named without a state is one of its offices
     * @param acronyms what the crisis's pages explain as "Name (ACRONYM)"
     * @param mentions every speaker and actor of the crisis: "the ombudsman, Ms X" makes "Ms X" and "the ombudsman" one speaker
     * @param rulings what people decided on spellings in this crisis
     */
    public Actors(
            NameTable names, Optional<String> host, Acronyms acronyms, Collection<String> mentions, Rulings rulings) {
        this.names = names;
        this.host = host;
        this.acronyms = acronyms;
        for (List<String> forms : rulings.parted()) contested.put(forms, contested(forms, mentions));
        for (String mention : mentions) holder(resolve(mention));
        for (List<String> forms : rulings.joined()) {
            Set<String> keys = new TreeSet<>();
            for (String form : forms) keys.addAll(widened(resolve(form)).keys());
            joined.add(keys);
        }
    }

    /** Without a crisis: only what the words themselves say. */
    Actors(NameTable names) {
        this(names, Optional.empty(), Acronyms.NONE, List.of(), Rulings.NONE);
    }

    private void holder(Actor a) {
        List<String> persons =
                a.keys().stream().filter(k -> k.startsWith("person:")).toList();
        if (persons.isEmpty() || persons.size() == a.keys().size()) return;
        for (String p : persons)
            holders.computeIfAbsent(p, k -> new TreeSet<>()).addAll(a.keys());
    }

    /** Who the words stand for. */
    public Actor of(String words) {
        return known.computeIfAbsent(words, w -> widened(resolve(w)));
    }

    /** Who the words stand for; nobody where there are none. */
    public Actor of(Optional<String> words) {
        return words.map(this::of).orElse(Actor.NOBODY);
    }

    /** A person also answers to the office held, and so does an organisation. */
    private Actor widened(Actor a) {
        Set<String> keys = new TreeSet<>(a.keys());
        for (String k : a.keys()) {
            keys.addAll(holders.getOrDefault(k, Set.of()));
            if (k.startsWith(ORGANISATION)) keys.addAll(offices(k.substring(ORGANISATION.length())));
        }
        for (Set<String> one : joined) if (one.stream().anyMatch(keys::contains)) keys.addAll(one);
        Optional<String> state = a.state()
                .or(() -> keys.stream()
                        .filter(k -> k.startsWith("office:"))
                        .map(Actors::stateOf)
                        .filter(s -> !s.isEmpty())
                        .findFirst());
        return new Actor(keys, a.label(), state, a.whole());
    }

    /** An office named without a state is one of the crisis's: where that lies in several states, the organisation of one of them may be meant. */
    private Set<String> offices(String organisation) {
        Optional<NameTable.Duty> duty = names.duty(organisation);
        if (duty.isEmpty()) return Set.of();
        Set<String> out = new TreeSet<>();
        String key = "office:" + duty.get().office() + "/";
        out.add(key + duty.get().state());
        host.filter(h -> h.contains(duty.get().state())).ifPresent(h -> out.add(key + h));
        return out;
    }

    private static String stateOf(String officeKey) {
        String[] parts = officeKey.split("/", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    private Actor resolve(String text) {
        return plain.computeIfAbsent(text, t -> parted(t, parse(t)));
    }

    /** Keys by which spellings that people held apart would be one: those that words with one of them share with words with another. */
    private Set<String> contested(List<String> forms, Collection<String> mentions) {
        Map<String, Set<String>> byForm = new TreeMap<>();
        for (String form : forms) byForm.put(form, new TreeSet<>(parse(form).keys()));
        for (String mention : mentions)
            Rulings.form(forms, mention)
                    .ifPresent(f -> byForm.getOrDefault(f, new TreeSet<>())
                            .addAll(parse(mention).keys()));
        Set<String> once = new TreeSet<>();
        Set<String> shared = new TreeSet<>();
        for (Set<String> keys : byForm.values()) for (String k : keys) if (!once.add(k)) shared.add(k);
        return shared;
    }

    private Actor parted(String text, Actor a) {
        Set<String> keys = new TreeSet<>(a.keys());
        contested.forEach((forms, shared) -> Rulings.form(forms, text).ifPresent(form -> {
            for (String k : Set.copyOf(keys)) if (shared.contains(k) && keys.remove(k)) keys.add(k + "~" + form);
        }));
        return new Actor(keys, a.label(), a.state(), a.whole());
    }

    private Actor parse(String text) {
        List<Word> words = NameTable.words(text);
        if (words.isEmpty()) return Actor.NOBODY;
        Parts parts = new Parts(text.contains(" / ") ? text.indexOf(" / ") : -1);
        acronyms.key(words).ifPresent(parts.learnt::add);
        int i = 0;
        while (i < words.size()) {
            Optional<Found> found = names.at(words, i);
            if (found.isPresent()) parts.add(found.get(), words);
            else if (words.get(i).capital() && !acronyms.explains(words.get(i))) parts.rest.add(i);
            i = found.map(Found::to).orElse(i + 1);
        }
        return actor(text, words, parts);
    }

    private Actor actor(String text, List<Word> words, Parts parts) {
        Optional<Integer> last = parts.familyName();
        Optional<String> qualifier = last.isEmpty() && !parts.rest.isEmpty()
                ? Optional.of(words.get(parts.rest.get(0)).folded())
                : Optional.empty();
        Set<String> person = new TreeSet<>();
        last.ifPresent(at -> NameKey.of(words.get(at).text()).forEach(k -> person.add("person:" + k)));
        Optional<String> state = parts.state.or(
                () -> parts.organisations.isEmpty() && !parts.offices.isEmpty() ? host : Optional.empty());
        Set<String> keys = new TreeSet<>(person);
        keys.addAll(parts.learnt);
        for (String org : parts.organisations) keys.add(ORGANISATION + org);
        // "the UN's envoy": the organisation speaks; "the ministry of Mali": the office of that state does.
        if (parts.organisations.isEmpty() && !parts.former)
            for (String office : parts.offices)
                keys.add("office:" + office + "/" + state.orElse("")
                        + qualifier.map(q -> "/" + q).orElse(""));
        if (keys.isEmpty()) keys.add(parts.state.map(s -> "state:" + s).orElse("other:" + folded(words)));
        boolean whole = parts.organisations.isEmpty()
                && person.isEmpty()
                && qualifier.isEmpty()
                && (parts.offices.isEmpty()
                        ? parts.state.isPresent()
                        : parts.offices.stream().allMatch(names::whole));
        // Two speakers of one statement ("the president and the alliance") are neither of the two alone.
        boolean joint = parts.joint(last.map(words::get).map(Word::start));
        return new Actor(joint ? Set.of("joint:" + String.join("+", keys)) : keys, label(text, parts), state, whole);
    }

    private static String label(String text, Parts parts) {
        if (parts.organisations.size() == 1 && parts.offices.isEmpty() && parts.rest.isEmpty())
            return parts.organisations.iterator().next();
        return parts.offices.isEmpty() && parts.organisations.isEmpty() && parts.rest.isEmpty()
                ? parts.state.orElse(text)
                : text;
    }

    private static String folded(List<Word> words) {
        return String.join(" ", words.stream().map(Word::folded).toList());
    }

    /** What one speaker's words hold, with where it stands. */
    private static final class Parts {
        final Set<String> organisations = new TreeSet<>();
        final Set<String> offices = new TreeSet<>();
        final Set<String> learnt = new TreeSet<>();
        final List<Integer> rest = new ArrayList<>();
        final List<Integer> parties = new ArrayList<>();
        Optional<String> state = Optional.empty();
        boolean former;
        int stateTo = -1;
        int led = -1;
        int split;
        int firstOffice = -1;

        Parts(int split) {
            this.split = split;
        }

        void add(Found found, List<Word> words) {
            String id = found.entry().id();
            int start = words.get(found.from()).start();
            switch (found.entry().category()) {
                case "organisation" -> {
                    organisations.add(id);
                    parties.add(start);
                }
                case "office" -> {
                    offices.add(id);
                    parties.add(start);
                    if (firstOffice < 0) firstOffice = found.from();
                }
                case "media" -> {
                    organisations.add(id);
                    parties.add(start);
                }
                case "conjunction" -> split = start;
                case "former" -> former = true;
                case "leading" -> {
                    // "Westish-led troops" and "the alliance led by Westland" are not Westland's own.
                    if (stateTo == found.from()) state = Optional.empty();
                    led = found.to();
                }
                case "state" -> {
                    if (state.isPresent() || led >= 0 && found.from() - led <= 1) return;
                    state = Optional.of(id);
                    stateTo = found.to();
                }
                default -> {}
            }
        }

        /**
         * Where the family name stands: the last capitalised word that no name or title accounts for. One that stands alone before an
         * office is a place ("the Paris police"), not its holder.
         */
        Optional<Integer> familyName() {
            if (rest.isEmpty()) return Optional.empty();
            int last = rest.get(rest.size() - 1);
            boolean alone = rest.size() == 1 || rest.get(rest.size() - 2) != last - 1;
            return alone && firstOffice > last ? Optional.empty() : Optional.of(last);
        }

        /** Whether a conjunction stands between two parties; offices between it and a name are that person's own ("premier and chairman X"). */
        boolean joint(Optional<Integer> person) {
            if (split < 0) return false;
            boolean before = parties.stream().anyMatch(p -> p < split);
            boolean after = parties.stream().anyMatch(p -> p > split);
            if (person.isEmpty()) return before && after;
            return person.get() < split ? after : before && !after;
        }
    }
}
