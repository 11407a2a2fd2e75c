package org.sitrep.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;
import org.sitrep.model.Passage.Role;
import org.sitrep.model.Published;

/** Dates a web page: given, metadata, {@code time} elements, address, text, in this order of trust; contradictions are noted in words. */
final class HtmlDating {
    private static final int LATE = 22;
    private final Optional<Published> published;
    private final Optional<Edtf> updated;

    HtmlDating(
            Metadata meta, MainText main, List<Layout.Piece> pieces, Dating text, Page page, Optional<String> address) {
        List<Metadata.Stamp> times = times(main, pieces, false);
        List<Metadata.Stamp> changes = new ArrayList<>(meta.updated());
        changes.addAll(times(main, pieces, true));
        Optional<Published> given = page.published()
                .filter(d -> d.day().isPresent())
                .map(d -> new Published(d, Published.From.GIVEN, "given with the page"));
        Optional<Published> url = address.flatMap(Addresses::day)
                .map(d -> new Published(Edtf.of(d), Published.From.URL, "the address holds this day"));
        Optional<Published> seen = text.page();
        // Several fields may each give a day of publication: the first is trusted, the others are noted.
        Stream<Optional<Published>> declared = meta.published().stream().map(s -> stamp(List.of(s), "", seen));
        List<Published> all = Stream.concat(
                        Stream.concat(Stream.of(given), declared),
                        Stream.of(
                                stamp(times, "", seen),
                                url,
                                seen.filter(p -> p.from() == Published.From.TEXT),
                                stamp(meta.weak(), "", seen),
                                seen,
                                stamp(changes, "no other date than that of a change: ", seen)))
                .flatMap(Optional::stream)
                .toList();
        this.published = all.stream().findFirst().map(first -> noted(first, all));
        this.updated = changes.stream()
                .map(s -> Stamps.day(s.value()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Edtf::of)
                .or(text::updated);
    }

    /** Moments of the page's body, the nearest to the headline first; those that say that they are of publication before others. */
    private static List<Metadata.Stamp> times(MainText main, List<Layout.Piece> pieces, boolean updated) {
        int head = 0;
        while (head < pieces.size() && pieces.get(head).role() != Role.HEADLINE) head++;
        int headline = head == pieces.size() ? 0 : head;
        return main.times().stream()
                .filter(t -> (t.rank() == Tree.Time.UPDATED) == updated)
                .sorted(Comparator.comparingInt((Tree.Time t) -> -t.rank())
                        .thenComparingInt(
                                t -> t.block() >= headline ? t.block() - headline : 3 * (headline - t.block())))
                .map(t -> new Metadata.Stamp("time element", t.value()))
                .toList();
    }

    private static Optional<Published> stamp(List<Metadata.Stamp> stamps, String how, Optional<Published> seen) {
        for (Metadata.Stamp s : stamps) {
            Optional<LocalDate> day = Stamps.day(s.value());
            if (day.isEmpty()) continue;
            boolean next = Stamps.lateUniversal(s.value(), LATE)
                    && seen.flatMap(p -> p.date().day()).equals(day.map(d -> d.plusDays(1)));
            LocalDate local = next ? day.get().plusDays(1) : day.get();
            return Optional.of(new Published(
                    Edtf.of(local),
                    Published.From.META,
                    how + s.field() + " \"" + s.value() + "\""
                            + (next ? ", where the page's own day is the next" : "")));
        }
        return Optional.empty();
    }

    private static Published noted(Published first, List<Published> all) {
        StringBuilder why = new StringBuilder(first.why());
        List<Edtf> told = new ArrayList<>(List.of(first.date()));
        for (Published p : all) {
            if (told.contains(p.date())) continue;
            told.add(p.date());
            why.append("; against it ")
                    .append(p.date().text())
                    .append(" from ")
                    .append(p.from().code())
                    .append(" (")
                    .append(p.why())
                    .append(")");
        }
        return new Published(first.date(), first.from(), why.toString());
    }

    /** When the page was published. */
    Optional<Published> published() {
        return published;
    }

    /** When it was last changed. */
    Optional<Edtf> updated() {
        return updated;
    }
}
