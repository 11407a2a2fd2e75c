package org.sitrep.extract.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.language.NamedPlace;
import org.sitrep.model.Place;

/**
 * Everything named in one text, in text order.
 *
 * @param all actors and peoples, not overlapping
 * @param places states and towns, which may lie inside an actor's mention
 */
public record Mentions(List<Mention> all, List<Where> places) {
    public Mentions {
        all = List.copyOf(all);
        places = List.copyOf(places);
    }

    /** A place and its tokens. */
    public record Where(NamedPlace named) {
        /** First token, inclusive. */
        public int from() {
            return named.mention().from();
        }

        /** Last token, exclusive. */
        public int to() {
            return named.mention().to();
        }

        public Place place() {
            return named.place();
        }
    }

    /** The mention that covers token {@code i}. */
    public Optional<Mention> at(int i) {
        int low = 0;
        int high = all.size() - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            Mention m = all.get(mid);
            if (i < m.from()) high = mid - 1;
            else if (i >= m.to()) low = mid + 1;
            else return Optional.of(m);
        }
        return Optional.empty();
    }

    /** Whether token {@code i} belongs to the name of a state or town. */
    public boolean placed(int i) {
        for (Where w : places) if (w.from() <= i && i < w.to()) return true;
        return at(i).filter(m -> m.kind() == Mention.Kind.STATE || m.kind() == Mention.Kind.PLACE)
                .isPresent();
    }

    /** Whether token {@code i} stands inside the known name of an outlet or organisation, behind its first word. */
    public boolean inName(int i) {
        return at(i).filter(
                        m -> m.from() < i && (m.kind() == Mention.Kind.MEDIA || m.kind() == Mention.Kind.ORGANISATION))
                .isPresent();
    }

    /** Mentions that lie between two tokens. */
    public List<Mention> within(int from, int to) {
        List<Mention> out = new ArrayList<>();
        for (int k = 0; k < all.size() && all.get(k).from() < to; k++)
            if (all.get(k).from() >= from && all.get(k).to() <= to) out.add(all.get(k));
        return out;
    }

    /** Places that lie between two tokens. */
    public List<Where> places(int from, int to) {
        List<Where> out = new ArrayList<>();
        for (int k = 0; k < places.size(); k++) {
            Where w = places.get(k);
            if (w.from() >= from && w.to() <= to) out.add(w);
        }
        return out;
    }
}
