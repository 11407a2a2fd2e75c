package org.sitrep.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Passage.Role;
import org.sitrep.model.Span;

/**
 * Gives every line of a flattened page its role. What a line shows by itself comes first ({@link Signs}); then long lines that
 * close like sentences span the story, and what lies before, between and behind them is told by its neighbours.
 */
final class Layout {
    private static final int SENTENCE = 12;
    private static final int FAR = 8;
    private static final int SAMPLE = 1000;
    private final Scan scan;
    private final Words words;
    private final String text;
    private final List<Line> lines;
    private final Signs signs;
    private final Tongue tongue;
    private final String language;
    private final Role[] roles;
    private final Optional<Day>[] datelines;
    private final boolean[] good;

    @SuppressWarnings("unchecked")
    Layout(Scan scan, List<Line> lines, Signs signs, Tongue tongue, String language) {
        this.scan = scan;
        this.words = scan.words();
        this.text = scan.text();
        this.lines = lines;
        this.signs = signs;
        this.tongue = tongue;
        this.language = language;
        this.roles = new Role[lines.size()];
        this.datelines = new Optional[lines.size()];
        this.good = new boolean[lines.size()];
    }

    /** A line, or part of one, with its role. {@code dateline} is the day that the line tells. */
    record Piece(Role role, Span span, int from, int to, int line, Optional<Day> dateline) {}

    /** @param forum marks excerpts, whose sentences are quoted */
    List<Piece> pieces(Forum forum, Optional<String>[] hosts) {
        for (int i = 0; i < lines.size(); i++) alone(i);
        forum.mark(roles, hosts);
        masthead();
        ownPicture();
        comments();
        repeatedHeadlines();
        teaserBlocks();
        List<Integer> strangers = new Cohesion(words, lines, good).strangers();
        strangers.forEach(this::tease);
        int[] story = story();
        headline(opening(strangers, story[0]), story[0]);
        rest(story[0], story[1]);
        for (int i = 0; i < roles.length; i++)
            if (hosts[i].isPresent() && roles[i] == Role.BODY) roles[i] = Role.QUOTED;
        List<Piece> out = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) split(i, out);
        return out;
    }

    private void alone(int i) {
        Line line = lines.get(i);
        datelines[i] = signs.dateline(line, language);
        if (datelines[i].isPresent() || signs.agencyCredit(line)) roles[i] = Role.CHROME;
        else if (signs.holds(line, "provided")) roles[i] = Role.TEASER;
        else if (signs.teaser(line))
            roles[i] = signs.starts(line, "teaser").map(Phrases.Hit::to).orElse(0) == line.to()
                    ? Role.CHROME
                    : Role.TEASER;
        else if (signs.byline(line)) roles[i] = Role.CHROME;
        else if (signs.caption(line)) roles[i] = Role.CAPTION;
        else if (signs.chrome(line)) roles[i] = Role.CHROME;
        else good[i] = sentence(line);
    }

    /** The outlet's name above the headline; where nothing else could be the headline, it is one. */
    private void masthead() {
        Mastheads mastheads = new Mastheads(scan);
        for (int i = 0; i + 1 < lines.size() && i < Mastheads.LINES && !good[i]; i++) {
            if (roles[i] != null) continue;
            boolean followed = false;
            for (int k = i + 1; k < lines.size() && !good[k]; k++)
                followed |= roles[k] == null && lines.get(k).size() >= 3;
            boolean menu = i == 0 && roles[1] == Role.CHROME && datelines[1].isEmpty();
            if (followed && mastheads.name(lines.get(i), i == 0, menu).isPresent()) roles[i] = Role.CHROME;
        }
    }

    /** Who provided the story's own picture stands right above its first sentence; a teaser's provider comes later or has a headline behind it. */
    private void ownPicture() {
        for (int i = 0; i + 1 < lines.size() && !good[i]; i++)
            if (roles[i] == Role.TEASER && signs.holds(lines.get(i), "provided") && good[i + 1])
                roles[i] = Role.CAPTION;
    }

    /** Long enough and closed like a sentence, with the function words that sentences have. */
    private boolean sentence(Line line) {
        int n = line.size();
        boolean longEnough = n >= SENTENCE && line.closed(text) || n >= 2 * SENTENCE;
        boolean plain = tongue.functionWords(line.from(), line.to(), language) * 8 >= n
                || tongue.of(line.from(), line.to(), language).equals(language);
        return longEnough && (plain || n >= 3 * SENTENCE);
    }

    /** From the head of the comment section on, sentences are comments. */
    private void comments() {
        int before = 0;
        int after = 0;
        for (boolean g : good) if (g) after++;
        for (int i = 0; i < lines.size(); i++) {
            if (good[i]) before++;
            if (good[i]) after--;
            boolean head = before > 0
                    && lines.get(i).size() <= 8
                    && signs.starts(lines.get(i), "comments").isPresent();
            if (!head || after > 2 * before) continue;
            for (int k = i; k < lines.size(); k++) {
                boolean said = roles[k] != Role.CHROME && lines.get(k).size() >= 5;
                roles[k] = said && k > i ? Role.COMMENT : Role.CHROME;
                good[k] = false;
            }
            return;
        }
    }

    /** A link's text followed by the same headline with its summary is the teaser of another story. */
    private void repeatedHeadlines() {
        boolean headlineSeen = false;
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (roles[i] == null && lines.get(i).size() >= 5) {
                if (headlineSeen && roles[i + 1] != Role.CAPTION && repeats(lines.get(i), lines.get(i + 1))) {
                    tease(i);
                    tease(i + 1);
                }
                headlineSeen = true;
            }
        }
    }

    private void tease(int i) {
        roles[i] = Role.TEASER;
        good[i] = false;
    }

    private boolean repeats(Line first, Line second) {
        if (first.size() < 4 || second.size() < first.size() + 4 || first.size() > 35) return false;
        int same = 0;
        while (same < first.size() && words.form(first.from() + same).equals(words.form(second.from() + same))) same++;
        return same >= 4 && same * 10 >= first.size() * 7;
    }

    /** The headline that stands directly over a teaser's summary, and the links under "See also". */
    private void teaserBlocks() {
        for (int i = 0; i < lines.size(); i++) {
            if (roles[i] == Role.TEASER && signs.holds(lines.get(i), "provided")) {
                int over = i - 1;
                while (over >= 0
                        && over >= i - 2
                        && roles[over] == null
                        && !lines.get(over + 1).gap()
                        && lines.get(over).size() <= 40) tease(over--);
            }
            boolean lead = roles[i] == Role.CHROME
                    && signs.starts(lines.get(i), "teaser").map(Phrases.Hit::to).orElse(-1)
                            == lines.get(i).to();
            for (int k = i + 1;
                    lead
                            && k < lines.size()
                            && k <= i + 6
                            && roles[k] == null
                            && !lines.get(k).closed(text)
                            && lines.get(k).size() <= 25
                            && lines.get(k).size() >= 4;
                    k++) tease(k);
        }
    }

    /** First and last line of the run of sentences that holds most words; runs part where many other lines stand between. */
    private int[] story() {
        int bestFrom = -1, bestTo = -1, best = 0;
        int from = -1, last = -1, sum = 0;
        for (int i = 0; i <= lines.size(); i++) {
            boolean sentence = i < lines.size() && good[i];
            if (from >= 0 && (i == lines.size() || sentence && i - last > FAR)) {
                if (sum > best) {
                    best = sum;
                    bestFrom = from;
                    bestTo = last;
                }
                from = -1;
                sum = 0;
            }
            if (!sentence) continue;
            if (from < 0) from = i;
            last = i;
            sum += lines.get(i).size();
        }
        return new int[] {bestFrom, bestTo};
    }

    /** The first line that can head the story: behind other stories' sentences. */
    private static int opening(List<Integer> strangers, int first) {
        int from = 0;
        for (int stranger : strangers) if (stranger < first) from = stranger + 1;
        return from;
    }

    private void headline(int from, int first) {
        Set<String> story = new HashSet<>();
        for (int i = 0, read = 0; i < lines.size() && read < SAMPLE; i++) {
            if (!good[i]) continue;
            read += lines.get(i).size();
            for (int w = lines.get(i).from(); w < lines.get(i).to(); w++)
                if (words.length(w) >= 4 || words.digits(w)) story.add(words.form(w));
        }
        int limit = first < 0 ? lines.size() : first;
        int best = -1;
        double bestShare = 0;
        for (int i = from; i < limit; i++) {
            double share = share(i, story, first);
            if (share > bestShare + 0.15) {
                best = i;
                bestShare = share;
            }
        }
        if (best < 0) return;
        roles[best] = Role.HEADLINE;
        for (int i = from; i < limit; i++)
            if (roles[i] == null && i != best && !ends(i, ".") && alike(lines.get(i), lines.get(best)))
                roles[i] = Role.HEADLINE;
        for (int i = 0; i < best; i++)
            if (roles[i] == null) roles[i] = i >= from && share(i, story, first) >= 0.6 ? Role.HEADLINE : Role.CHROME;
    }

    /** How much of a possible headline's words the story uses; 0 for a line that cannot be one. */
    private double share(int i, Set<String> story, int first) {
        Line line = lines.get(i);
        if (roles[i] != null || line.size() < 3 || line.size() > 40) return 0;
        if (ends(i, ".") || ends(i, ":") && line.size() > 20) return 0;
        if (first < 0) return i == 0 ? 1 : 0;
        int content = 0;
        int met = 0;
        for (int w = line.from(); w < line.to(); w++) {
            if (words.length(w) < 4 && !words.digits(w)) continue;
            content++;
            if (story.contains(words.form(w))) met++;
        }
        if (content == 0) return 0;
        return (met == 0 ? i == first - 1 && line.size() >= 5 ? 0.2 : 0 : (double) met / content)
                + (line.size() >= 5 ? 0.2 : 0);
    }

    private boolean ends(int i, String mark) {
        return text.startsWith(mark, lines.get(i).span().end() - 1);
    }

    private boolean alike(Line a, Line b) {
        Set<String> of = new HashSet<>();
        for (int w = a.from(); w < a.to(); w++) of.add(words.form(w));
        int met = 0;
        for (int w = b.from(); w < b.to(); w++) if (of.contains(words.form(w))) met++;
        return met * 10 >= b.size() * 6 && a.size() <= b.size() * 3;
    }

    private void rest(int first, int last) {
        for (int i = 0; i < lines.size(); i++) {
            if (roles[i] != null) continue;
            boolean inside = first < 0 || i >= first && i <= last;
            if (good[i]) roles[i] = inside ? Role.BODY : Role.TEASER;
            else if (inside) roles[i] = between(i, first < 0 ? 0 : first);
            else if (i < first) roles[i] = lines.get(i).size() >= 6 ? Role.BODY : Role.CHROME;
            else roles[i] = behind(i, last);
        }
    }

    /** A short line inside the story: a sentence or a subheading belongs to it; under a time of day it heads an entry; a whole headline is another story's. */
    private Role between(int i, int first) {
        Line line = lines.get(i);
        if (i > 0 && datelines[i - 1].isPresent() && i > first) return Role.HEADLINE;
        boolean foreign = i > first && line.size() >= 8 && line.size() <= 24 && !line.closed(text) && !ends(i, ":");
        return foreign && !listed(i) ? Role.TEASER : Role.BODY;
    }

    /** Whether lines around it are open too, as in a list or in verse. */
    private boolean listed(int i) {
        return i > 0
                && i + 1 < lines.size()
                && roles[i - 1] == Role.BODY
                && !lines.get(i - 1).closed(text)
                && !lines.get(i + 1).closed(text)
                && !good[i + 1];
    }

    private Role behind(int i, int last) {
        Line line = lines.get(i);
        if (i > 0 && datelines[i - 1].isPresent()) return Role.HEADLINE;
        if (i == last + 1
                && i + 1 == lines.size()
                && line.size() >= SENTENCE
                && tongue.unfinished(line.to() - 1, language)) return Role.BODY;
        boolean near = i - last <= 3 && (i == last + 1 || roles[i - 1] == Role.BODY || roles[i - 1] == Role.QUOTED);
        if (near && line.closed(text) && line.size() >= 3) return Role.BODY;
        return line.size() >= 5 ? Role.TEASER : Role.CHROME;
    }

    /** A headline that was glued to the end of a paragraph is another story's. */
    private void split(int i, List<Piece> out) {
        Line line = lines.get(i);
        int cut = roles[i] == Role.BODY && i + 1 < lines.size() && !line.closed(text) ? tail(line) : -1;
        if (cut < 0) {
            out.add(new Piece(roles[i], line.span(), line.from(), line.to(), i, datelines[i]));
            return;
        }
        out.add(new Piece(
                Role.BODY, new Span(line.span().start(), words.end(cut - 1) + 1), line.from(), cut, i, datelines[i]));
        out.add(new Piece(
                Role.TEASER, new Span(words.start(cut), line.span().end()), cut, line.to(), i, Optional.empty()));
    }

    private int tail(Line line) {
        for (int w = line.to() - 4; w > line.from() && w > line.to() - 16; w--) {
            String gap = words.gap(w - 1);
            if (!gap.equals(". ") || !words.capital(w) || words.end(w - 1) - words.start(w - 1) < 4) continue;
            return line.size() - (line.to() - w) >= SENTENCE
                            && !lines.get(lines.size() - 1).equals(line)
                    ? w
                    : -1;
        }
        return -1;
    }
}
