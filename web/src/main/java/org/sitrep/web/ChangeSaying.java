package org.sitrep.web;

import java.util.List;
import java.util.Optional;
import org.sitrep.changes.Change;
import org.sitrep.desk.Cause;
import org.sitrep.ledger.Entry;
import org.sitrep.model.Claim;
import org.sitrep.record.Contacts;

/** What changed, in the reader's language. */
final class ChangeSaying {
    private ChangeSaying() {}

    /** "New figure", "Withdrawn" and the like. */
    static String kind(Change change, Words words) {
        return words.text("change." + change.what().code());
    }

    /** What the change is about. */
    static String what(Change change, Words words) {
        Optional<Claim> first = change.because().stream().findFirst();
        return switch (change.what()) {
            case VERDICT ->
                first.filter(c -> c instanceof Claim.Commitment)
                                .map(c -> Saying.what(c, words))
                                .orElse(change.subject())
                        + words.labels().text("colon")
                        + codes(change, "verdict", words);
            case PHASE -> change.subject() + words.labels().text("colon") + codes(change, "phase", words);
            case ORIGINS -> change.subject();
            case FIGURE_NEW,
                    FIGURE_CHANGED,
                    FIGURE_WITHDRAWN,
                    FIGURE_REPEATED,
                    FIGURE_GONE,
                    PROMISE_NEW,
                    PROMISE_VERSION,
                    PROMISE_GONE,
                    STEP_NEW,
                    STEP_CHANGED,
                    STEP_GONE,
                    EVENT_NEW,
                    EVENT_GONE -> first.map(c -> Saying.what(c, words)).orElse(change.subject());
        };
    }

    private static String codes(Change change, String group, Words words) {
        return change.before().map(b -> code(group, b, words) + " → ").orElse("")
                + change.after().map(a -> code(group, a, words)).orElse("");
    }

    private static String code(String group, String value, Words words) {
        return words.labels().id(group, value.split(": ", 2)[0]);
    }

    /** The words on which it rests; at most three. */
    static List<Claim> because(Change change) {
        return change.because().stream().limit(3).toList();
    }

    /** What brought it: "page added: …". */
    static String cause(Cause cause, Words words) {
        return switch (cause.entry().entry()) {
            case Entry.PageAdded e -> words.text("entry.page_added") + " " + Contacts.masked(e.key());
            case Entry.PageTakenDown e -> words.text("entry.page_taken_down") + " " + Contacts.masked(e.key());
            case Entry.Judgement e -> words.text("change.judged", e.by(), e.why());
        };
    }
}
