package org.sitrep.changes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.changes.Change.What;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** Promises that are new, of other terms, judged otherwise or gone. */
final class PromiseChanges {
    private final Differences out;

    private PromiseChanges(Differences out) {
        this.out = out;
    }

    private record Promise(String crisis, Situation.CommitmentHistory history) {
        List<Claim.Commitment> claims() {
            return history.versions().stream().flatMap(v -> v.claims().stream()).toList();
        }

        String subject() {
            return history.what() + history.by().map(b -> ", by " + b).orElse("");
        }

        boolean same(Promise other) {
            Set<String> ids = new HashSet<>();
            for (Claim c : claims()) ids.add(c.id());
            return other.claims().stream().anyMatch(c -> ids.contains(c.id()))
                    || other.subject().equals(subject());
        }
    }

    private static List<Promise> promises(List<Situation> situations) {
        return situations.stream()
                .flatMap(s -> s.commitments().stream().map(c -> new Promise(s.crisis(), c)))
                .toList();
    }

    /** Puts down what is different in the promises and their verdicts. */
    static void between(Differences out) {
        new PromiseChanges(out).promises();
    }

    private void promises() {
        List<Promise> old = new ArrayList<>(promises(out.before()));
        for (Promise p : promises(out.after())) {
            Optional<Promise> was = old.stream().filter(p::same).findFirst();
            was.ifPresent(old::remove);
            if (was.isEmpty())
                out.add(What.PROMISE_NEW, p.crisis(), p.subject(), Optional.empty(), Optional.of(terms(p)), p.claims());
            else promise(was.get(), p);
        }
        for (Promise p : old)
            out.add(What.PROMISE_GONE, p.crisis(), p.subject(), Optional.of(terms(p)), Optional.empty(), p.claims());
    }

    private void promise(Promise was, Promise is) {
        List<Claim> fresh = out.fresh(is.claims());
        if (!terms(was).equals(terms(is)))
            out.add(
                    What.PROMISE_VERSION,
                    is.crisis(),
                    is.subject(),
                    Optional.of(terms(was)),
                    Optional.of(terms(is)),
                    fresh.isEmpty() ? is.claims() : fresh);
        if (was.history().verdict() == is.history().verdict()) return;
        List<Claim> evidence = out.fresh(is.history().evidence());
        out.add(
                What.VERDICT,
                is.crisis(),
                is.subject(),
                Optional.of(was.history().verdict().code()),
                Optional.of(is.history().verdict().code() + ": " + is.history().why()),
                !evidence.isEmpty()
                        ? evidence
                        : !fresh.isEmpty() ? fresh : is.history().evidence());
    }

    private static String terms(Promise p) {
        return p.history().versions().stream()
                .map(v -> v.dueQualifier()
                                .map(q -> q.code().replace('_', ' ') + " ")
                                .orElse("")
                        + v.due()
                                .map(Object::toString)
                                .orElse(
                                        v.durationDays().isPresent()
                                                ? v.durationDays().getAsInt() + " days"
                                                : "no day named"))
                .distinct()
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }
}
