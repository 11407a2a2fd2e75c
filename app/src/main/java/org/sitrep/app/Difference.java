package org.sitrep.app;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sitrep.ledger.Shelf.Sheet;
import org.sitrep.model.Claim;
import org.sitrep.model.Code;
import org.sitrep.record.Binary;

/**
 * What one page version yields otherwise than it did before.
 *
 * @param page its key
 * @param entry number of the entry that added it
 * @param before the claim as it was; present where one is gone or changed
 * @param after the claim as it is; present where one is new or changed
 * @param fields of a changed claim, the names of the parts that differ
 */
record Difference(
        String page, long entry, What what, Optional<Claim> before, Optional<Claim> after, List<String> fields) {
    /** What is different. */
    enum What implements Code {
        CLAIM_GONE,
        CLAIM_NEW,
        CLAIM_CHANGED,
        /** The claims are the same; the article, a refusal or what decides the page's crisis is not. */
        READ_OTHERWISE,
        /** What was kept cannot be compared: this program does not read its form. */
        UNREADABLE_BEFORE
    }

    /** What differs between two sheets of one page version; empty where they hold the same bytes. */
    static List<Difference> between(Sheet before, Sheet after) {
        if (same(before, after)) return List.of();
        Optional<Claim.Claims> old = claims(before.claims());
        if (old.isEmpty()) return List.of(of(after, What.UNREADABLE_BEFORE, Optional.empty(), Optional.empty()));
        List<Difference> out = new ArrayList<>();
        claims(
                after,
                old.get().claims(),
                Binary.record(after.claims(), Claim.Claims.class).claims(),
                out);
        return out.isEmpty() ? List.of(of(after, What.READ_OTHERWISE, Optional.empty(), Optional.empty())) : out;
    }

    private static boolean same(Sheet a, Sheet b) {
        return a.page().equals(b.page())
                && a.day() == b.day()
                && a.words().equals(b.words())
                && Arrays.equals(a.keys(), b.keys())
                && Arrays.equals(a.claims(), b.claims())
                && Arrays.equals(a.profile(), b.profile());
    }

    /** What another version of the records made may not come back, or come back as something that makes other bytes. */
    static Optional<Claim.Claims> claims(byte[] bytes) {
        try {
            Claim.Claims claims = Binary.record(bytes, Claim.Claims.class);
            return Optional.of(claims).filter(c -> Arrays.equals(Binary.bytes(c), bytes));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A claim is the same by its id, and else by its kind and the characters that say it. */
    private static void claims(Sheet sheet, List<Claim> before, List<Claim> after, List<Difference> out) {
        Map<String, Claim> gone = new LinkedHashMap<>();
        for (Claim c : before) gone.put(c.id(), c);
        List<Claim> fresh = new ArrayList<>();
        for (Claim c : after) {
            Claim was = gone.remove(c.id());
            if (was == null) fresh.add(c);
            else if (!was.equals(c)) out.add(of(sheet, What.CLAIM_CHANGED, Optional.of(was), Optional.of(c)));
        }
        for (Claim c : fresh) {
            Optional<Claim> was = gone.values().stream()
                    .filter(g -> g.kind().equals(c.kind())
                            && g.evidence().span().equals(c.evidence().span()))
                    .findFirst();
            was.ifPresent(w -> gone.remove(w.id()));
            out.add(of(sheet, was.isPresent() ? What.CLAIM_CHANGED : What.CLAIM_NEW, was, Optional.of(c)));
        }
        for (Claim c : gone.values()) out.add(of(sheet, What.CLAIM_GONE, Optional.of(c), Optional.empty()));
    }

    private static Difference of(Sheet sheet, What what, Optional<Claim> before, Optional<Claim> after) {
        List<String> fields = new ArrayList<>();
        if (before.isPresent() && after.isPresent()) {
            fields((Record) before.get(), (Record) after.get(), fields);
            fields(before.get().common(), after.get().common(), fields);
            fields.remove("common");
        }
        return new Difference(sheet.page(), sheet.sequence(), what, before, after, List.copyOf(fields));
    }

    /** The names of the components in which two records of one type differ. */
    private static void fields(Record before, Record after, List<String> out) {
        for (RecordComponent part : before.getClass().getRecordComponents()) {
            try {
                Object was = part.getAccessor().invoke(before);
                if (!Objects.equals(was, part.getAccessor().invoke(after))) out.add(part.getName());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a public record's parts may be read", e);
            }
        }
    }
}
