package org.sitrep.extract.names;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sitrep.language.Edits;
import org.sitrep.language.Fold;

/** What one article teaches about names: who holds an office, and what an acronym stands for. */
final class Cast {
    private static final int SHORTEST_FUZZY = 5;
    private static final int MOST_EDITS = 2;

    private final Map<String, String> persons = new HashMap<>();
    private final Map<String, String> acronyms = new HashMap<>();

    private final Map<String, String> officeHolders;

    /** @param officeHolders canonical name by folded spelling, of persons known to be in office everywhere */
    Cast(Map<String, String> officeHolders) {
        this.officeHolders = officeHolders;
    }

    /** Learns that {@code name} is a person in office. */
    void person(String name) {
        String key = surname(name);
        persons.merge(key, name, (a, b) -> b.length() > a.length() ? b : a);
    }

    void acronym(String shortForm, String name) {
        acronyms.putIfAbsent(shortForm, name);
    }

    Optional<String> organisation(String shortForm) {
        return Optional.ofNullable(acronyms.get(shortForm));
    }

    /** The fullest spelling of a person in office whose surname this is, up to a small difference of spelling. */
    Optional<String> known(String name) {
        String key = surname(name);
        String exact = persons.get(key);
        if (exact != null && exact.indexOf(' ') > 0) return Optional.of(exact);
        Optional<String> holder = holder(name);
        if (holder.isPresent() || exact != null) return holder.or(() -> Optional.ofNullable(exact));
        if (key.length() < SHORTEST_FUZZY) return Optional.empty();
        return persons.entrySet().stream()
                .filter(e -> e.getKey().charAt(0) == key.charAt(0) && Edits.distance(e.getKey(), key) <= MOST_EDITS)
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }

    /** The canonical name of somebody whose office everybody knows. */
    Optional<String> holder(String name) {
        return Optional.ofNullable(officeHolders.get(Fold.bare(Fold.form(name))));
    }

    private static String surname(String name) {
        String form = Fold.bare(Fold.form(name));
        return form.substring(form.lastIndexOf(' ') + 1);
    }
}
