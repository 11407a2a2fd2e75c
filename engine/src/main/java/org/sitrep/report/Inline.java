package org.sitrep.report;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.model.Claim;

/** A run of characters in a report, by what it is rather than by how it looks. */
public sealed interface Inline {
    /** Our own words. */
    record Text(String text) implements Inline {}

    /** Our own words that carry the line. */
    record Strong(String text) implements Inline {}

    /** Our own words of lesser weight. */
    record Aside(String text) implements Inline {}

    /** A page's own words: always printed in quotation marks. */
    record Words(String text, String language) implements Inline {}

    /** A number with the claims that carry it; every claim gets a footnote. */
    record Number(String text, List<? extends Claim> claims, boolean struck) implements Inline {}

    /** Footnotes to what stands before them. */
    record Cite(List<? extends Claim> claims) implements Inline {
        public Cite {
            claims = claims.stream().distinct().toList(); // one claim may stand in several relations
        }

        /** Footnotes of {@code claims}, the one whose words were shown before the others. */
        Cite(Claim shown, List<? extends Claim> claims) {
            this(java.util.stream.Stream.concat(java.util.stream.Stream.of(shown), claims.stream())
                    .toList());
        }
    }

    /** A verdict or kind, printed so that it can be found by eye. */
    record Tag(String text, Tone tone) implements Inline {}

    /** A page of this report's page section. */
    record PageLink(String text, String page) implements Inline {}

    /** What a tag warns of; never told by colour alone. */
    enum Tone {
        PLAIN,
        GOOD,
        WARN
    }

    /** Inlines in a row. */
    record Line(List<Inline> parts) {
        public Line {
            parts = List.copyOf(parts);
        }

        static Line of(Inline... parts) {
            return new Line(List.of(parts));
        }

        static Line of(String text) {
            return of(new Text(text));
        }

        /** This line followed by {@code more}. */
        Line and(Inline... more) {
            List<Inline> all = new ArrayList<>(parts);
            all.addAll(List.of(more));
            return new Line(all);
        }

        /** This line followed by the parts of {@code other}. */
        Line and(Line other) {
            return and(other.parts.toArray(Inline[]::new));
        }
    }
}
