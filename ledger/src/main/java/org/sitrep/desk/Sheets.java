package org.sitrep.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.Pipeline;
import org.sitrep.ledger.Shelf;
import org.sitrep.model.Claim;
import org.sitrep.model.Page;
import org.sitrep.record.Binary;
import org.sitrep.relate.Crises;
import org.sitrep.relate.Profile;

/** Derives from one page version what a ledger's shelf keeps of it. */
public final class Sheets {
    private Sheets() {}

    /** @param sequence number of the entry that added the page */
    public static Shelf.Sheet of(Pipeline pipeline, long sequence, Page page) {
        Claim.Claims claims = pipeline.claims(page);
        Profile profile = pipeline.profile(claims);
        return new Shelf.Sheet(
                sequence,
                page.key(),
                Binary.bytes(claims),
                Binary.bytes(profile),
                profile.from().toEpochDay(),
                keys(profile),
                words(claims, profile));
    }

    /** Hashes of the names under which a page meets others, sorted: a set's own order is another in each run. */
    static long[] keys(Profile profile) {
        return Crises.keys(profile).stream()
                .mapToLong(Sheets::hash)
                .distinct()
                .sorted()
                .toArray();
    }

    private static long hash(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String words(Claim.Claims claims, Profile profile) {
        Set<String> names = new TreeSet<>();
        claims.article().title().ifPresent(t -> names.addAll(Folding.terms(t)));
        profile.states().keySet().forEach(s -> names.addAll(Folding.terms(s)));
        profile.places().forEach(p -> names.addAll(Folding.terms(p)));
        Set<String> said = new TreeSet<>();
        for (Claim c : claims.claims()) {
            c.attribution().speaker().ifPresent(s -> names.addAll(Folding.terms(s)));
            said.addAll(Folding.terms(c.evidence().quote()));
            said.add(kind(c));
        }
        said.removeAll(names);
        return Stream.concat(names.stream(), said.stream().map(w -> Shelf.SAID + w))
                .collect(Collectors.joining(" "));
    }

    /** What a claim is about, as one word: its id without the signs that would part it. */
    private static String kind(Claim claim) {
        return kind(
                switch (claim) {
                    case Claim.Figure f -> f.measure();
                    case Claim.Event e -> e.type();
                    case Claim.Commitment c -> c.what();
                    case Claim.Statement s -> s.about();
                });
    }

    /** The word under which the kind {@code id} is found. */
    public static String kind(String id) {
        return id.replace("_", "");
    }
}
