package org.sitrep.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;

/** The part of a report that tells who is who: who speaks, acts or holds an office, with the spellings that stand for them. */
final class NameParts {
    private final View view;
    private final Labels labels;

    NameParts(View view) {
        this.view = view;
        this.labels = view.labels;
    }

    /** Office-holders and organisations, and the states that speak or act: a page may mention thirty of those. */
    Section names() {
        Set<String> heard = new Heard(view).names();
        List<List<Line>> rows = new ArrayList<>(view.situation.names().stream()
                .filter(n -> n.kind() != Situation.Name.Kind.STATE || heard.contains(n.name()))
                .sorted(Comparator.comparingInt((Situation.Name n) -> n.kind().ordinal())
                        .thenComparing(Situation.Name::name))
                .map(this::name)
                .toList());
        rows.addAll(speakers());
        Block block = rows.isEmpty()
                ? new Block.Paragraph(Line.of(labels.text("names.none")))
                : new Block.Table(
                        labels.text("section.names"),
                        List.of(
                                labels.text("column.name"),
                                labels.text("column.kind"),
                                labels.text("column.spellings")),
                        rows);
        return new Section("names", labels.text("section.names"), List.of(block));
    }

    private List<Line> name(Situation.Name name) {
        String shown = Plain.text(Contacts.masked(view.voices.shown(name.name())));
        Map<String, Set<String>> spellings = new LinkedHashMap<>();
        for (Situation.Name.Variant v : name.variants()) {
            String text = Plain.text(Contacts.masked(v.text())) + stop(v);
            if (!text.equals(shown))
                spellings.computeIfAbsent(text, t -> new LinkedHashSet<>()).add(v.language());
        }
        return List.of(
                Line.of(new Inline.Strong(shown)),
                Line.of(labels.code("kind", name.kind())),
                Line.of(
                        name.kind() == Situation.Name.Kind.PLACE
                                ? labels.text("names.namesake", namesakes(name))
                                : spellings(spellings)));
    }

    /** The last stop of a short form ("U.S."), which the spelling's span leaves out. */
    private String stop(Situation.Name.Variant variant) {
        int end = variant.span().end();
        boolean more = variant.text().indexOf('.') > 0
                && view.article(variant.page())
                        .map(Article::text)
                        .filter(t -> end < t.length() && t.charAt(end) == '.')
                        .isPresent();
        return more ? "." : "";
    }

    /** The persons who bear a town's name. */
    private String namesakes(Situation.Name town) {
        return view.situation.names().stream()
                .filter(n -> n.kind() == Situation.Name.Kind.PERSON
                        && n.variants().stream().anyMatch(v -> v.text().startsWith(town.name() + " ")))
                .map(n -> Plain.text(Contacts.masked(n.name())))
                .collect(Collectors.joining(labels.text("comma")));
    }

    /** Those who speak and are neither states nor persons or organisations of the cast: offices, and holders of an office named once. */
    private List<List<Line>> speakers() {
        Map<String, Map<String, Set<String>>> spellings = new TreeMap<>();
        for (Claim claim : view.situation.claims()) {
            Optional<String> who = view.voices.name(claim);
            if (who.isEmpty()) continue;
            Map<String, Set<String>> words = spellings.computeIfAbsent(who.get(), k -> new LinkedHashMap<>());
            claim.attribution()
                    .speaker()
                    .map(s -> Plain.text(Contacts.masked(s)))
                    .filter(s -> !s.equals(who.get()))
                    .ifPresent(s ->
                            words.computeIfAbsent(s, k -> new LinkedHashSet<>()).add(view.quotes.language(claim)));
        }
        List<List<Line>> rows = new ArrayList<>();
        spellings.forEach((who, words) -> rows.add(List.of(
                Line.of(new Inline.Strong(who)), Line.of(labels.text("kind.speaker")), Line.of(spellings(words)))));
        return rows;
    }

    private static String spellings(Map<String, Set<String>> words) {
        List<String> all = new ArrayList<>();
        words.forEach((text, languages) -> all.add(text + " (" + String.join(", ", languages) + ")"));
        return all.isEmpty() ? "–" : String.join(" · ", all);
    }
}
