package org.sitrep.web;

import static j2html.TagCreator.rawHtml;

import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** One request with what every page needs: the state of the ledger, the words, and the values it was given, checked. */
record Request(Context context, Room room, Seen seen, Words words, String token) {
    /** The state of the ledger that a request sees, from its first look on; a page that tells of a broken ledger never looks. */
    static final class Seen {
        /** Whoever waits longer without a word thinks that the program hangs. */
        private static final Duration PATIENCE = Duration.ofSeconds(10);

        private Optional<Snapshot> state = Optional.empty();

        Optional<Snapshot> of(Room room) {
            if (state.isEmpty()) state = room.now(PATIENCE);
            return state;
        }
    }

    static Request of(Context context, Room room, Guard guard) {
        return new Request(context, room, new Seen(), Words.of(languages(context)), guard.token(context));
    }

    /** The newest state; 503 while the pages of a large ledger are read anew. */
    Snapshot now() {
        return seen.of(room).orElseThrow(() -> Problem.busy(text("problem.reading", room.read())));
    }

    /** The same request over what the ledger holds by now. */
    Request again() {
        return new Request(context, room, new Seen(), words, token);
    }

    /** The language that the address names, else the one chosen before, else the browser's. */
    private static List<String> languages(Context context) {
        List<String> wanted = new ArrayList<>();
        Optional.ofNullable(context.queryParam("lang")).ifPresent(wanted::add);
        Guard.value(context, "lang").ifPresent(wanted::add);
        try {
            Optional.ofNullable(context.header("Accept-Language"))
                    .ifPresent(h -> Locale.LanguageRange.parse(h).forEach(r -> wanted.add(r.getRange())));
        } catch (IllegalArgumentException e) {
            // A header that is none says nothing about the reader's language.
        }
        return wanted;
    }

    /** The value of {@code name}, where it was given and is not blank. */
    Optional<String> given(String name) {
        return Optional.ofNullable(context.queryParam(name))
                .or(() -> Optional.ofNullable(context.formParam(name)))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    /** The value of {@code name}; its absence is the caller's fault. */
    String needed(String name) {
        return given(name).orElseThrow(() -> Problem.badValue(name, words.text("problem.missing", name)));
    }

    /** The day named by {@code as-of}, where one is. */
    Optional<LocalDate> asOf() {
        return given("as-of").map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw Problem.badValue("as-of", words.text("problem.day", text));
            }
        });
    }

    /** The whole number that {@code name} gives, from {@code least} to {@code most}, both included. */
    int number(String name, int otherwise, int least, int most) {
        Optional<String> given = given(name);
        if (given.isEmpty()) return otherwise;
        try {
            int value = Integer.parseInt(given.get());
            if (value >= least && value <= most) return value;
        } catch (NumberFormatException e) {
            // told below, as for a number out of bounds
        }
        throw Problem.badValue(
                name, words.text("problem.number", name, Integer.toString(least), Integer.toString(most)));
    }

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /** The claim that {@code name} gives the id of, and the value of {@code page} the page of. */
    Crisis.Found claim(String name) {
        String id = needed(name);
        return now().claim(id, given("page")).orElseThrow(() -> Problem.unknown(text("problem.claim", id)));
    }

    /** Where a claim opens in its page. */
    static String to(Claim claim) {
        return to("/claim", "id", claim.id(), "page", claim.evidence().page()) + "#claim";
    }

    /** Where the history opens in which a figure stands. */
    static String history(Claim claim, String asOf) {
        return to("/history", "claim", claim.id(), "page", claim.evidence().page(), "as-of", asOf);
    }

    /**
     * What {@code work} makes of the crisis of {@code situation}, made once for this address and language while the crisis stays as it
     * is; nothing of the visitor may be in it.
     */
    DomContent once(Situation situation, Supplier<DomContent> work) {
        String key = words.language() + " " + context.path() + "?" + context.queryString();
        return now().crisisOf(situation.articles().getFirst().page())
                .map(c -> (DomContent) rawHtml(c.once(key, () -> work.get().render())))
                .orElseGet(work);
    }

    /** {@code path} with a query of the pairs of {@code values} whose value is not empty. */
    static String to(String path, String... values) {
        StringBuilder out = new StringBuilder(path);
        char joint = '?';
        for (int i = 0; i + 1 < values.length; i += 2) {
            if (values[i + 1].isEmpty()) continue;
            out.append(joint)
                    .append(values[i])
                    .append('=')
                    .append(URLEncoder.encode(values[i + 1], StandardCharsets.UTF_8));
            joint = '&';
        }
        return out.toString();
    }

    /** This address with {@code name} set to {@code value}. */
    String with(String name, String value) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, List<String>> e : context.queryParamMap().entrySet())
            if (!e.getKey().equals(name))
                values.addAll(List.of(e.getKey(), e.getValue().getFirst()));
        values.addAll(List.of(name, value));
        return to(context.path(), values.toArray(String[]::new));
    }
}
