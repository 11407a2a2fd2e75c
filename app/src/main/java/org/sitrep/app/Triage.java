package org.sitrep.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sitrep.Pipeline;
import org.sitrep.model.Page;
import org.sitrep.relate.Subject;

/** Tells the pages about one subject from all others of an archive, and counts why. */
final class Triage {
    private final Pipeline pipeline;
    private final Subject subject;
    private final String words;
    private final Map<Subject.Fit, Integer> counts = new EnumMap<>(Subject.Fit.class);

    Triage(Pipeline pipeline, String words) {
        this.pipeline = pipeline;
        this.subject = pipeline.subject(words);
        this.words = words;
        if (subject.empty())
            throw new Failure(Failure.USAGE, "--about needs words, such as \u201cWestland January 2021\u201d");
    }

    /** How a page stands to the subject; on any thread. Most pages go by a look at their raw text. */
    Subject.Fit fit(Page page) {
        return subject.mayBeIn(page.content()) ? subject.fit(pipeline.read(page)) : Subject.Fit.UNNAMED;
    }

    /** Counts one page; whether it is kept. */
    boolean keep(Subject.Fit fit) {
        counts.merge(fit, 1, Integer::sum);
        return fit == Subject.Fit.ABOUT;
    }

    /** How many were looked at, kept and set aside, and why. */
    String counts() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int kept = counts.getOrDefault(Subject.Fit.ABOUT, 0);
        List<String> why = new ArrayList<>();
        for (Map.Entry<Subject.Fit, Integer> e : counts.entrySet())
            if (e.getKey() != Subject.Fit.ABOUT) why.add(e.getValue() + " " + reason(e.getKey()));
        String aside = all == kept ? "" : " (" + String.join(", ", why) + ")";
        return all + " looked at for \u201c" + words + "\u201d: " + kept + " kept, " + (all - kept) + " set aside"
                + aside;
    }

    private static String reason(Subject.Fit fit) {
        return switch (fit) {
            case ABOUT -> "kept";
            case UNNAMED -> "do not name it";
            case IN_PASSING -> "name it in passing";
            case OTHER_TIME -> "from another time";
        };
    }
}
