package org.sitrep.extract.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.extract.times.Meaning.Calendar;
import org.sitrep.extract.times.Meaning.Length;
import org.sitrep.extract.times.Meaning.Towards;

/** The operations of a rule's {@code means}. */
final class Makers {
    static final Set<String> DATE_KEYS = Set.of(
            "century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day", "weekday",
            "part", "hour", "minute", "second", "zone", "year2", "years", "years2", "pm", "am", "hhmm", "holiday", "of",
            "in", "like", "and", "towards", "into");

    private Makers() {}

    static Optional<Meaning> make(String operation, Map<String, Meaning> with) {
        return switch (operation) {
            case "date" -> date(with);
            case "shift" -> shift(with);
            case "length" -> length(with);
            case "every" -> Optional.ofNullable(with.get("of")).map(Meaning.Every::new);
            case "past" -> Optional.of(Meaning.Vague.PAST);
            case "present" -> Optional.of(Meaning.Vague.PRESENT);
            case "future" -> Optional.of(Meaning.Vague.FUTURE);
            case "part" ->
                Optional.of(part(
                        Meaning.Edge.valueOf(word(with, "edge").toUpperCase(Locale.ROOT)),
                        Objects.requireNonNull(with.get("of"))));
            case "number" ->
                Optional.of(
                        new Meaning.Num(number(with, "of", 0) * number(with, "times", 1) + number(with, "plus", 0)));
            default -> Optional.ofNullable(with.get("of"));
        };
    }

    private static Meaning part(Meaning.Edge edge, Meaning of) {
        return new Meaning.Part(edge, of instanceof Meaning.Part p ? p.of() : of);
    }

    private static double number(Map<String, Meaning> with, String key, double otherwise) {
        return with.get(key) instanceof Meaning.Num n ? n.value() : otherwise;
    }

    private static String word(Map<String, Meaning> with, String key) {
        return with.get(key) instanceof Meaning.Word w ? w.id() : "";
    }

    private static Optional<Meaning> date(Map<String, Meaning> with) {
        Fields fields = Fields.NONE;
        for (Field f : Field.values()) {
            Meaning value = with.get(f.key());
            if (value == null) continue;
            int n = value instanceof Meaning.Num x
                    ? (int) x.value()
                    : value instanceof Meaning.Word w ? code(w.id()) : -1;
            if (n < 0 && f != Field.ZONE) return Optional.empty();
            fields = fields.with(f, n);
        }
        fields = hour(years(holiday(fields, with), with), with);
        if (with.get("and") instanceof Calendar clock)
            fields = fields.or(clock.fields().clock());
        Optional<Meaning> frame = Optional.empty();
        if (last(with.get("like")) instanceof Calendar like) {
            fields = fields.or(like.fields().date().without(Field.DAY).without(Field.WEEKDAY));
            frame = like.within();
        }
        Towards towards = with.containsKey("towards")
                ? Towards.valueOf(word(with, "towards").toUpperCase(Locale.ROOT))
                : Towards.NEAR;
        Meaning of = with.get("of") instanceof Meaning.Part p ? p.of() : with.get("of");
        if (of instanceof Calendar c) {
            // One time cannot have two different months, years or hours.
            if (fields.clash(c.fields())) return Optional.empty();
            fields = fields.or(c.fields());
            frame = c.within();
            if (!with.containsKey("towards")) towards = c.towards();
        } else if (of instanceof Meaning.Every e && e.of() instanceof Calendar c) {
            return Optional.of(new Meaning.Every(Calendar.of(fields.or(c.fields()))));
        } else if (of != null) {
            frame = Optional.of(of);
        }
        if (frame.isEmpty() && with.containsKey("in")) frame = Optional.ofNullable(with.get("in"));
        return fields.valid() ? Optional.of(new Calendar(fields, frame, towards)) : Optional.empty();
    }

    /** The last time of a list. */
    private static @Nullable Meaning last(@Nullable Meaning meaning) {
        return meaning instanceof Meaning.Pair p ? last(p.second()) : meaning;
    }

    private static int code(String id) {
        if (id.startsWith("-")) return Integer.parseInt(id);
        int part = Field.PARTS.indexOf(id);
        return part >= 0 ? part : Field.SEASONS.indexOf(id) + 1;
    }

    private static Fields years(Fields fields, Map<String, Meaning> with) {
        if (with.containsKey("years")) return fields.with(Field.DECADE, (int) number(with, "years", 0) / 10);
        if (with.containsKey("years2")) return fields.with(Field.DECADE, (int) number(with, "years2", 0) / 10);
        if (!with.containsKey("year2")) return fields;
        int n = (int) number(with, "year2", 0);
        return fields.with(Field.YEAR, n > 40 ? 1900 + n : 2000 + n);
    }

    private static Fields hour(Fields fields, Map<String, Meaning> with) {
        if (with.get("hhmm") instanceof Meaning.Num n)
            return fields.with(Field.HOUR, (int) n.value() / 100).with(Field.MINUTE, (int) n.value() % 100);
        int hour = fields.get(Field.HOUR);
        if (with.containsKey("pm") && hour < 12) return fields.with(Field.HOUR, hour + 12);
        return with.containsKey("am") && hour == 12 ? fields.with(Field.HOUR, 0) : fields;
    }

    /** A holiday's id is its month and day ("12-25"), or its month, weekday and which of them ("11-4-4": the fourth Thursday). */
    private static Fields holiday(Fields fields, Map<String, Meaning> with) {
        if (!with.containsKey("holiday")) return fields;
        String[] id = word(with, "holiday").split("-", 3);
        Fields month = fields.with(Field.MONTH, Integer.parseInt(id[0]));
        if (id.length == 2) return month.with(Field.DAY, Integer.parseInt(id[1]));
        return month.with(Field.WEEKDAY, Integer.parseInt(id[1])).with(Field.NTH, Integer.parseInt(id[2]));
    }

    private static Optional<Meaning> shift(Map<String, Meaning> with) {
        Optional<Meaning> from = Optional.empty();
        Meaning.Anchor anchor = switch (word(with, "from")) {
            case "previous" -> Meaning.Anchor.PREVIOUS;
            case "period" -> Meaning.Anchor.PERIOD;
            default -> Meaning.Anchor.REFERENCE;
        };
        if (with.containsKey("from") && anchor == Meaning.Anchor.REFERENCE) from = Optional.of(with.get("from"));
        int sign = number(with, "sign", 1) < 0 ? -1 : 1;
        if (with.get("by") instanceof Length by) return Optional.of(new Meaning.Offset(by, sign, anchor, from, false));
        double n = number(with, "n", 1);
        Length by = Length.of(Math.abs(n), Unit.of(word(with, "unit")));
        return Optional.of(new Meaning.Offset(by, n < 0 ? -sign : sign, anchor, from, true));
    }

    private static Optional<Meaning> length(Map<String, Meaning> with) {
        List<Length.Part> parts = new ArrayList<>();
        if (with.get("of") instanceof Length l) parts.addAll(l.parts());
        if (with.get("unit") instanceof Meaning.Word unit) {
            double n = word(with, "n").isEmpty()
                    ? number(with, "n", 1) + (with.containsKey("half") ? 0.5 : 0)
                    : Length.SOME;
            parts.add(new Length.Part(n, Unit.of(unit.id())));
        }
        if (with.get("plus") instanceof Length l) {
            if (l.parts().getFirst().unit().ordinal() >= parts.getLast().unit().ordinal()) return Optional.empty();
            parts.addAll(l.parts());
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Length(parts));
    }
}
