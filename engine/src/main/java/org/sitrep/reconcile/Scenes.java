package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Place;
import org.sitrep.model.Span;
import org.sitrep.relate.NameTable;
import org.sitrep.relate.Profile;

/** Where a crisis and its counts are. */
final class Scenes {
    /** A state leads where three pages in five are about it. */
    private static final int OF = 5;

    private static final int LEADS = 3;

    private final NameTable names;
    private final Map<String, Article> articles;
    private final Map<String, Integer> states = new TreeMap<>();
    private final Map<String, Integer> pairs = new TreeMap<>();
    private int seen;
    private final Optional<String> host;
    private final ForcePlaces force;
    private final Map<String, List<NameTable.Found>> lines = new HashMap<>();
    /** By page, where it tells of other events. */
    private final Map<String, List<Span>> others = new HashMap<>();

    Scenes(List<Claim.Claims> pages, Map<String, Article> articles, NameTable names, Life life) {
        this.names = names;
        this.articles = articles;
        this.force = new ForcePlaces(life, names);
        for (Claim.Claims p : pages) page(p);
        this.host = force.host(leading());
    }

    private void page(Claim.Claims page) {
        Set<String> here = new TreeSet<>();
        Set<String> paired = new TreeSet<>();
        for (Claim c : page.claims()) {
            if (c.common().background()) {
                others.computeIfAbsent(c.evidence().page(), k -> new ArrayList<>())
                        .add(c.evidence().span());
                continue;
            }
            place(c).flatMap(p -> names.state(p.label()))
                    .filter(s -> inLine(c, s))
                    .ifPresent(here::add);
            if (c instanceof Claim.Figure f) pair(f).ifPresent(paired::add);
            force.add(
                    c,
                    line(c).stream()
                            .filter(f -> f.entry().category().equals("state"))
                            .toList());
        }
        if (here.isEmpty()) here.addAll(Profile.of(page, names).mainStates());
        if (here.isEmpty()) return;
        seen++;
        for (String s : here) states.merge(s, 1, Integer::sum);
        for (String s : paired) pairs.merge(s, 1, Integer::sum);
    }

    /** The state most pages are about; two where pages give counts for both together; none where nothing leads. */
    private Optional<String> leading() {
        Optional<String> both = pairs.entrySet().stream()
                .filter(e -> e.getValue() > 1 || seen == 1)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        List<String> lead = states.entrySet().stream()
                .filter(e -> e.getValue() * OF >= seen * LEADS)
                .map(Map.Entry::getKey)
                .toList();
        if (lead.size() == 1 && both.isEmpty()) return Optional.of(lead.get(0));
        return both.or(() -> placed(lead));
    }

    /** Of two states that most pages are about, the one that is never a mere actor's: named by its name where things happen. */
    private Optional<String> placed(List<String> lead) {
        int most = lead.stream().mapToInt(x -> states.getOrDefault(x, 0)).max().orElse(0);
        List<String> first =
                lead.stream().filter(s -> states.getOrDefault(s, 0) == most).toList();
        return first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
    }

    /** On how many pages each state is a scene. */
    Map<String, Integer> states() {
        return states;
    }

    /** The state or states where a count without a place is. */
    Optional<String> host() {
        return host;
    }

    static Optional<Place> place(Claim c) {
        return switch (c) {
            case Claim.Figure f -> f.place();
            case Claim.Event e -> e.place();
            case Claim.Commitment x -> Optional.empty();
            case Claim.Statement x -> Optional.empty();
        };
    }

    /**
     * Where a figure counts. Two states named together behind it are one scene; a state that its own line does not name was only the
     * page's, and a page may name its visitors more often than the scene: then the crisis's place holds.
     */
    String of(Claim.Figure f) {
        Optional<String> pair = pair(f);
        if (pair.isPresent()) return pair.get();
        String named = f.place().map(Place::label).orElse("");
        Optional<String> state = names.state(named);
        boolean another = state.isPresent() && host.isPresent() && !host.equals(state);
        if (named.isEmpty() || another && (force.sent(f, state.get()) || !stated(f, state.get())))
            return host.orElse(named);
        return state.or(() -> several(named)).orElse(named);
    }

    /** "Turkey and Syria" and "Syrie et Turquie" are one label. */
    private Optional<String> several(String label) {
        Set<String> all = new TreeSet<>();
        for (NameTable.Found f : names.all(NameTable.words(label)))
            if (f.entry().category().equals("state")) all.add(f.entry().id());
        return all.size() > 1 ? Optional.of(String.join(" and ", all)) : Optional.empty();
    }

    /** Whether the claim's line names the state in any form. */
    private boolean inLine(Claim c, String state) {
        return line(c).stream()
                .anyMatch(f ->
                        f.entry().id().equals(state) && f.entry().category().equals("state"));
    }

    /**
     * Whether a figure's own words put it into a state: its sentence names it; by an adjective only where no state is named by its
     * name ("the Westish side counts", but not "Westish-led troops left Eastland"); else the last one named on its line before.
     */
    private boolean stated(Claim.Figure f, String state) {
        String text = text(f);
        int start = f.evidence().span().start();
        int line = behindOthers(f, text.lastIndexOf('\n', Math.max(0, start - 1)) + 1);
        int from = Math.max(line, Sentence.start(text, start));
        List<NameTable.Found> own = states(
                text.substring(from, Sentence.end(text, f.evidence().span().end())));
        List<NameTable.Found> named = own.stream().filter(Scenes::byName).toList();
        if (!named.isEmpty()) return named.stream().anyMatch(x -> x.entry().id().equals(state));
        if (!own.isEmpty()) return own.stream().anyMatch(x -> x.entry().id().equals(state));
        List<NameTable.Found> before = states(text.substring(line, from)).stream()
                .filter(Scenes::byName)
                .toList();
        return !before.isEmpty() && before.getLast().entry().id().equals(state);
    }

    /** Where the line goes on after what it tells of another event: "the worst since 1999, which struck Westland" places nothing of today. */
    private int behindOthers(Claim.Figure f, int line) {
        String text = text(f);
        int start = f.evidence().span().start();
        int out = line;
        for (Span other : others.getOrDefault(f.evidence().page(), List.of()))
            if (other.start() >= line && other.end() <= start)
                out = Math.max(out, Math.min(start, Sentence.end(text, other.end())));
        return out;
    }

    private List<NameTable.Found> states(String text) {
        return names.all(NameTable.words(text)).stream()
                .filter(x -> x.entry().category().equals("state"))
                .toList();
    }

    private static boolean byName(NameTable.Found x) {
        return x.entry().form().equals("name");
    }

    /** Whether a figure's own sentence names the place that it was given. */
    boolean located(Claim.Figure f) {
        if (f.place().isEmpty()) return false;
        String text = text(f);
        int from = Sentence.start(text, f.evidence().span().start());
        return text.substring(from, Sentence.end(text, f.evidence().span().end()))
                .contains(f.place().get().text());
    }

    /** Whether a label is a state's or several states' and not a town's. */
    boolean wide(String label) {
        return label.isEmpty()
                || names.state(label).isPresent()
                || host.filter(label::equals).isPresent();
    }

    private String text(Claim c) {
        return Objects.requireNonNull(articles.get(c.evidence().page()), "a claim's page is among the crisis's pages")
                .text();
    }

    private List<NameTable.Found> line(Claim c) {
        String text = text(c);
        int start = text.lastIndexOf('\n', Math.max(0, c.evidence().span().start() - 1)) + 1;
        int stop = text.indexOf('\n', c.evidence().span().end());
        int end = stop < 0 ? text.length() : stop;
        return lines.computeIfAbsent(
                c.evidence().page() + "|" + start + "|" + end,
                k -> names.all(NameTable.words(text.substring(start, end))));
    }

    /** "in Turkey and Syria", in the figure's own sentence: two states with nothing but a preposition and a conjunction between them. */
    private Optional<String> pair(Claim.Figure f) {
        String text = text(f);
        int end = f.evidence().span().end();
        int stop = end;
        while (stop < text.length() && ".;:!?\n".indexOf(text.charAt(stop)) < 0) stop++;
        List<NameTable.Found> found =
                names.all(NameTable.words(text.substring(f.evidence().span().start(), stop)));
        List<NameTable.Found> named = new ArrayList<>(found.stream()
                .filter(x ->
                        x.entry().category().equals("state") && x.entry().form().equals("name"))
                .toList());
        if (named.size() != 2) return Optional.empty();
        boolean joined = found.stream()
                .anyMatch(x -> x.entry().category().equals("conjunction")
                        && x.from() >= named.get(0).to()
                        && x.to() <= named.get(1).from());
        boolean close = named.get(1).from() - named.get(0).to() <= 2;
        return joined && close
                ? Optional.of(String.join(
                        " and ",
                        new TreeSet<>(Set.of(
                                named.get(0).entry().id(), named.get(1).entry().id()))))
                : Optional.empty();
    }
}
