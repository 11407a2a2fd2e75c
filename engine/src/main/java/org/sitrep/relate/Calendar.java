package org.sitrep.relate;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sitrep.language.Fold;

/** Names of months and weekdays (Unicode CLDR, as the JDK has them): capitalised words that two pages share for no reason. */
final class Calendar {
    private static final Map<String, Set<String>> NAMES = new ConcurrentHashMap<>();

    private Calendar() {}

    /** Folded names in one language; none where the JDK does not know it. */
    static Set<String> names(String language) {
        return NAMES.computeIfAbsent(language, Calendar::read);
    }

    private static Set<String> read(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Set<String> out = new HashSet<>();
        for (TextStyle style : new TextStyle[] {TextStyle.FULL, TextStyle.FULL_STANDALONE}) {
            for (Month m : Month.values()) out.add(Fold.bare(Fold.form(m.getDisplayName(style, locale))));
            for (DayOfWeek d : DayOfWeek.values()) out.add(Fold.bare(Fold.form(d.getDisplayName(style, locale))));
        }
        return Set.copyOf(out);
    }
}
