package org.sitrep.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.model.Amount;
import org.sitrep.model.Code;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;

/**
 * The words of a report in one language, from {@code labels.properties} and the file of the language over it. Numbers and dates are
 * written by the patterns found there and not by the Java machine's locale data, so that the same report has the same bytes on every JDK.
 */
public final class Labels {
    /** Between states in the name of a place that is several: reconciled names are English. */
    private static final String TOGETHER = " and ";
    /** Between an office and its state, in reconciled names. */
    private static final String OF = " of ";

    private final Properties words = new Properties();
    private final String language;
    private final boolean canonical;

    private Labels(Locale locale) {
        load("labels.properties");
        String own = locale.getLanguage();
        String base = words.getProperty("language");
        language = !own.isEmpty() && load("labels_" + own + ".properties") ? own : base;
        canonical = language.equals(base);
        load("states_" + language + ".properties");
        load("names_" + language + ".properties");
    }

    /** The labels of {@code locale}'s language; the base file's where it has none. */
    public static Labels of(Locale locale) {
        return new Labels(locale);
    }

    private boolean load(String name) {
        try (InputStream in = Labels.class.getResourceAsStream(name)) {
            if (in == null) return false;
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** BCP 47 tag of these labels. */
    public String language() {
        return language;
    }

    /** Whether reconciled names are of this language already. */
    boolean canonical() {
        return canonical;
    }

    /** The name of a language in the language of these labels, by the JDK's Unicode data; its tag where that has no name. */
    public String languageName(String tag) {
        return tag.equals("und")
                ? text("language.unknown")
                : Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(language));
    }

    /** The label {@code key} with {0}, {1} … filled in; misuse throws. */
    public String text(String key, Object... arguments) {
        String found = words.getProperty(key);
        if (found == null) throw new IllegalArgumentException("labels.properties has no " + key);
        for (int i = 0; i < arguments.length; i++) found = found.replace("{" + i + "}", arguments[i].toString());
        return found;
    }

    /** "1 page", "2 pages": the label {@code key.one} or {@code key.many}. */
    public String count(String key, int count) {
        return text(key + (count == 1 ? ".one" : ".many"), number(count));
    }

    /** The label of an open id ({@code measure.killed}); the id itself in readable form where no label was written for it. */
    public String id(String group, String id) {
        return words.getProperty(group + "." + id, id.replace('_', ' '));
    }

    /** The ids of a group for which a label was written. */
    public Set<String> ids(String group) {
        return words.stringPropertyNames().stream()
                .filter(k -> k.startsWith(group + "."))
                .map(k -> k.substring(group.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ids of measures under {@code measures.KEY}: {@code order}, in which they are told; {@code misfortunes}, which nobody plans. */
    List<String> measures(String key) {
        return List.of(text("measures." + key).split(" "));
    }

    /** What a kind of speakers without a name is called ("authorities", whosever they are); empty for a name. */
    Optional<String> voice(String kind) {
        int of = kind.indexOf(OF);
        return Optional.ofNullable(words.getProperty("voice." + (of < 0 ? kind : kind.substring(0, of))));
    }

    /**
     * A reason that another stage gives in plain words, in this language where {@code why.…} translates it. Days, weekdays and a page's
     * words in quotation marks stand as {0}, {1} … in the key: "it changed on 2022-01-10" is {@code why.it_changed_on_0}. A reason of
     * several parts is put together of theirs.
     */
    public String reason(String why) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < why.length(); i++) {
            if (why.charAt(i) == '"') quoted = !quoted;
            if (quoted || !why.startsWith("; ", i)) continue;
            parts.add(part(why.substring(from, i)));
            from = i + 2;
        }
        parts.add(part(why.substring(from)));
        return String.join(text("semicolon"), parts);
    }

    private String part(String why) {
        Filled filled = new Filled();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < why.length(); i++) {
            char c = why.charAt(i);
            int close = c == '"' ? why.indexOf('"', i + 1) : -1;
            if (close > 0) {
                filled.put(text("quote.open") + why.substring(i + 1, close) + text("quote.close"));
                i = close;
            } else if (Character.isLetterOrDigit(c) || c == '-') {
                word.append(c);
                if (i + 1 == why.length()
                        || !Character.isLetterOrDigit(why.charAt(i + 1)) && why.charAt(i + 1) != '-') {
                    word(word.toString(), filled);
                    word.setLength(0);
                }
            } else filled.pattern.append(c);
        }
        String key = filled.pattern
                .toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        String told = words.getProperty("why." + key, filled.pattern.toString());
        for (int i = 0; i < filled.values.size(); i++) told = told.replace("{" + i + "}", filled.values.get(i));
        return told;
    }

    /** A reason with places for what differs each time. */
    private static final class Filled {
        final StringBuilder pattern = new StringBuilder();
        final List<String> values = new ArrayList<>();

        void put(String value) {
            pattern.append('{').append(values.size()).append('}');
            values.add(value);
        }
    }

    private void word(String word, Filled filled) {
        Optional<LocalDate> day = word.length() == 10 ? Edtf.parse(word).flatMap(Edtf::day) : Optional.empty();
        String weekday = words.getProperty("weekday." + word, "");
        if (day.isPresent()) filled.put(day(day.get()));
        else if (!weekday.isEmpty()) filled.put(weekday);
        else filled.pattern.append(word);
    }

    /** BCP 47 tags of the languages that reports are written in, in order. */
    static List<String> languages() {
        Labels base = new Labels(Locale.ROOT);
        return Stream.concat(
                        Stream.of(base.language),
                        Stream.of(Locale.getISOLanguages()).filter(Labels::translated))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean translated(String language) {
        return Labels.class.getResource("labels_" + language + ".properties") != null;
    }

    /** "Turkey and Syria, February 2023"; the situation's own name where its pages share neither place nor month. */
    public String title(Situation situation) {
        return title(situation.scene(), situation.title());
    }

    /** The title of a crisis in {@code scene}; {@code otherwise} where nothing tells its place and time. */
    public String title(Situation.Scene scene, String otherwise) {
        String where = list(scene.places().stream().map(this::place).toList());
        String when = scene.from()
                .map(f -> scene.to()
                        .filter(t -> !t.equals(f))
                        .map(t -> text("date.between", month(f), month(t)))
                        .orElse(month(f)))
                .orElse("");
        if (where.isEmpty() || when.isEmpty()) return where.isEmpty() && when.isEmpty() ? otherwise : where + when;
        return where + text("comma") + when;
    }

    /** "ECOWAS operation in Mali". */
    String operation(Situation.Operation operation) {
        String what =
                operation.organisation().map(o -> text("operation.of", name(o))).orElse(text("operation.somebody"));
        return operation.place().map(p -> text("operation.in", what, place(p))).orElse(what);
    }

    /** The state's name in this language, of several states together each one's; any other name as it is. */
    public String place(String name) {
        String known = words.getProperty("state." + name);
        if (known != null) return known;
        List<String> states = List.of(name.split(TOGETHER));
        return states.size() > 1 && states.stream().allMatch(s -> words.containsKey("state." + s))
                ? list(states.stream().map(this::place).toList())
                : name;
    }

    /**
     * An actor's name in this language: a state's, an organisation's, an office's, "Health Ministry of Mali" by its parts. Any other
     * name as it is: nothing is translated that the files of names do not hold.
     */
    public String name(String name) {
        String whole = words.getProperty("name." + name);
        if (whole != null) return whole;
        int of = name.indexOf(OF);
        Optional<String> office =
                Optional.ofNullable(of < 0 ? null : words.getProperty("name." + name.substring(0, of)));
        return office.map(o -> text("office.of", o, place(name.substring(of + OF.length()))))
                .orElseGet(() -> place(name));
    }

    /** "A, B and C". */
    String list(List<String> names) {
        if (names.size() < 2) return String.join("", names);
        return String.join(text("comma"), names.subList(0, names.size() - 1)) + text("and") + names.getLast();
    }

    private String month(YearMonth month) {
        return text("date.month", text("month." + month.getMonthValue()), month.getYear());
    }

    /** The label of a closed code. */
    public String code(String group, Code code) {
        return id(group, code.code());
    }

    /** Digits in groups of three, as the language writes them. */
    public String number(long value) {
        String digits = Long.toString(Math.abs(value));
        StringBuilder out = new StringBuilder(value < 0 ? "-" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0 && digits.length() > 3) out.append(text("number.group"));
            out.append(digits.charAt(i));
        }
        return out.toString();
    }

    /** An amount with its hedge, which is never left out. */
    public String amount(Amount amount) {
        String key = "amount." + amount.qualifier().code();
        if (amount.value().isPresent()) {
            return amount.qualifier().vague() || !words.getProperty(key, "").contains("{0}")
                    ? number(amount.value().getAsLong())
                    : text(key, number(amount.value().getAsLong()));
        }
        if (amount.low().isEmpty()) return text(key);
        long low = amount.low().getAsLong();
        return text("amount.range", number(low), number(amount.high().orElse(low)));
    }

    /** A day in words: "9 January 2022". */
    public String day(LocalDate day) {
        return text(
                day.getDayOfMonth() == 1 ? "date.first" : "date.day", day.getDayOfMonth(), month(day), day.getYear());
    }

    private String month(LocalDate day) {
        return text("month." + day.getMonthValue());
    }

    /** A date or interval in words; the EDTF form where it has no simple one. */
    public String date(Edtf date) {
        Optional<LocalDate> first = date.first();
        Optional<LocalDate> last = date.last();
        String about = date.approximate() ? "date.about" : "date.plain";
        if (first.isEmpty() && last.isEmpty()) return date.text();
        if (first.isEmpty()) return text("date.until", day(last.orElseThrow()));
        if (last.isEmpty()) return text("date.since", day(first.orElseThrow()));
        if (first.equals(last)) return text(about, day(first.orElseThrow()));
        if (date.text().contains("/")) return text("date.between", day(first.orElseThrow()), day(last.orElseThrow()));
        LocalDate from = first.orElseThrow();
        boolean year = from.getMonthValue() == 1 && last.orElseThrow().getMonthValue() == 12;
        return text(about, year ? Integer.toString(from.getYear()) : text("date.month", month(from), from.getYear()));
    }
}
