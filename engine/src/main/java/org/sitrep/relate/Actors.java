package org.sitrep.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.relate.NameTable.Found;
import org.sitrep.relate.NameTable.Word;

/** Tells who is meant by the words for a speaker or actor, within one crisis. */
public final class Actors {
    private final NameTable names;
    private final Optional<String> host;
    private final Map<String, String> acronyms;
    private final Map<String, Actor> known = new HashMap<>();

    /**
     * @param host the state in which the crisis is: an office named without a state is one of its offices
     * @param acronyms what the crisis's pages explain as "Name (ACRONYM)": folded acronym → folded name
     */
    public Actors(NameTable names, Optional<String> host, Map<String, String> acronyms) {
        this.names = names;
        this.host = host;
        this.acronyms = Map.copyOf(acronyms);
    }

    /** Who the words stand for. */
    public Actor of(String words) {
        return known.computeIfAbsent(words, this::resolve);
    }

    /** Who the words stand for; nobody where there are none. */
    public Actor of(Optional<String> words) {
        return words.map(this::of).orElse(Actor.NOBODY);
    }

    private Actor resolve(String text) {
        List<Word> words = NameTable.words(text);
        if (words.isEmpty()) return Actor.NOBODY;
        Parts parts = new Parts();
        List<Integer> rest = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Optional<Found> found = names.at(words, i);
            if (found.isPresent()) parts.add(found.get());
            else if (words.get(i).capital()) rest.add(i);
            i = found.map(Found::to).orElse(i + 1);
        }
        return actor(text, words, rest, parts);
    }

    private Actor actor(String text, List<Word> words, List<Integer> rest, Parts parts) {
        Optional<Integer> last = familyName(rest, parts);
        Optional<String> qualifier = last.isEmpty() && !rest.isEmpty() ? Optional.of(words.get(rest.get(0)).folded()) : Optional.empty();
        Set<String> person = last.map(at -> person(words.get(at))).orElse(Set.of());
        Optional<String> state = parts.state.or(() -> parts.organisations.isEmpty() && !parts.offices.isEmpty() ? host : Optional.empty());
        Set<String> keys = new TreeSet<>(person);
        for (String org : parts.organisations) keys.add("org:" + org);
        // "the UN's envoy": the organisation speaks; "the ministry of Kazakhstan": the office of that state does.
        if (parts.organisations.isEmpty())
            for (String office : parts.offices) keys.add("office:" + office + "/" + state.orElse("") + qualifier.map(q -> "/" + q).orElse(""));
        if (keys.isEmpty()) keys.add(parts.state.map(s -> "state:" + s).orElse("other:" + plain(text)));
        boolean whole = parts.organisations.isEmpty() && person.isEmpty() && qualifier.isEmpty()
                && (parts.offices.isEmpty() ? parts.state.isPresent() : parts.offices.stream().allMatch(names::whole));
        // Two speakers of one statement ("the president and the alliance") are neither of the two alone.
        boolean joint = parts.joint && parts.organisations.size() + parts.offices.size() + (person.isEmpty() ? 0 : 1) > 1;
        return new Actor(joint ? Set.of("joint:" + String.join("+", keys)) : keys, label(text, parts, state), state, whole);
    }

    /**
     * Where the family name stands: the last capitalised word that no name or title accounts for. One that stands alone before an
     * office is a place ("the Almaty police"), not its holder.
     */
    private Optional<Integer> familyName(List<Integer> rest, Parts parts) {
        if (rest.isEmpty()) return Optional.empty();
        int last = rest.get(rest.size() - 1);
        boolean alone = rest.size() == 1 || rest.get(rest.size() - 2) != last - 1;
        boolean place = alone && parts.firstOffice > last;
        return place ? Optional.empty() : Optional.of(last);
    }

    private Set<String> person(Word word) {
        String name = acronyms.get(word.folded());
        Set<String> out = new TreeSet<>();
        if (name != null) out.add("name:" + name);
        else for (String key : NameKey.of(word.text())) out.add("person:" + key);
        return out;
    }

    private static String label(String text, Parts parts, Optional<String> state) {
        if (parts.organisations.size() == 1 && parts.offices.isEmpty() && !parts.joint) return parts.organisations.iterator().next();
        return parts.offices.isEmpty() && parts.state.isPresent() && parts.words == 1 ? state.orElse(text) : text;
    }

    private static String plain(String text) {
        return String.join(" ", NameTable.words(text).stream().map(Word::folded).toList());
    }

    private static final class Parts {
        final Set<String> organisations = new TreeSet<>();
        final Set<String> offices = new TreeSet<>();
        Optional<String> state = Optional.empty();
        boolean joint;
        int words;
        int firstOffice = -1;

        void add(Found found) {
            words++;
            if (firstOffice < 0 && found.entry().category().equals("office")) firstOffice = found.from();
            String id = found.entry().id();
            switch (found.entry().category()) {
                case "organisation" -> organisations.add(id);
                case "office" -> offices.add(id);
                case "conjunction" -> joint = true;
                case "state" -> {
                    if (state.isEmpty()) state = Optional.of(id);
                }
                default -> {}
            }
        }
    }
}
