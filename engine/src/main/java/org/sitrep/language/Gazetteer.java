package org.sitrep.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The places of the world with their names in many languages ({@code languages/places}), and how each language speaks of
 * places ({@code languages/xx/places.yaml}). First {@link #mentions} for every text of a page, then {@link #resolve} for all of
 * them together: towns of one name are told apart by the states and the other places of the page.
 */
public final class Gazetteer {
    private static final int MOST_STATES = 1_000;

    private final Path folder;
    private final PlaceNames names;
    private final Map<String, PlaceWords> words = new ConcurrentHashMap<>();
    /** By canonical name, of which there are as many as states. */
    private final Map<String, Optional<Toponym>> statesNamed = new ConcurrentHashMap<>();

    private Gazetteer(Path folder) {
        this.folder = folder;
        this.names = new PlaceNames(folder.resolve("places"));
    }

    /**
     * @param folder the {@code languages/} folder
     * @throws PackError where the files are missing or broken
     */
    public static Gazetteer load(Path folder) {
        return new Gazetteer(folder);
    }

    /**
     * Every name in a text that may be a place's, in text order, not overlapping.
     *
     * @param language BCP 47 primary tag of the text
     */
    public List<PlaceMention> mentions(Text text, String language) {
        return new PlaceFinder(names, words(language), language, text).find();
    }

    /** Every "in the city" and "across the country" of a text, in text order. @param language BCP 47 primary tag of the text */
    public List<PlaceEcho> echoes(Text text, String language) {
        return PlaceEcho.of(text, words(language));
    }

    /**
     * The places that the mentions of one page mean. A mention that may be several places, or none, is left out.
     *
     * @param mentions of all the texts of one page
     * @param countries ISO 3166-1 alpha-2 codes of states that the page names otherwise ("the Peruvian army"); may be empty
     */
    public List<NamedPlace> resolve(List<PlaceMention> mentions, Set<String> countries) {
        return new PlaceChoice(mentions, countries).resolve();
    }

    /** The place of a GeoNames id. */
    public Optional<Toponym> place(String id) {
        return names.toponym(id);
    }

    /** The main town of each region and the capital of each state; reads the whole list of places. */
    public List<Toponym> seats() {
        return names.seats();
    }

    /** The state of an ISO 3166-1 alpha-2 code. */
    public Optional<Toponym> state(String code) {
        return states("=" + code.toLowerCase(Locale.ROOT));
    }

    /** The state of a canonical English name. */
    public Optional<Toponym> stateNamed(String name) {
        Optional<Toponym> known = statesNamed.get(name);
        if (known != null) return known;
        Optional<Toponym> read = states(PlaceNames.key(name));
        if (statesNamed.size() < MOST_STATES) statesNamed.put(name, read);
        return read;
    }

    private Optional<Toponym> states(String key) {
        Optional<String> ids =
                Optional.ofNullable(names.group(key.split(" ", 2)[0]).ids().get(key));
        return ids.stream()
                .flatMap(i -> names.toponyms(i, "en").stream())
                .filter(t -> t.kind() == Toponym.Kind.STATE)
                .findFirst();
    }

    private PlaceWords words(String language) {
        return words.computeIfAbsent(language, l -> PlaceWords.load(folder.resolve(l)));
    }
}
