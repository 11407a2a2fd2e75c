package org.sitrep.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Passage.Role;

/** Gives every block of a web page its role: from the marks around it, from its place beside the story, from what it shows by itself. */
final class HtmlLayout {
    /** Words of a line that counts screens. */
    private static final int SCREEN = 5;

    private final MainText main;
    private final Signs signs;
    private final Scan scan;
    private final List<Line> lines;
    private final List<Tree.Block> blocks;
    private final Role[] roles;
    private final Optional<String> title;
    private final List<Optional<Day>> datelines;

    HtmlLayout(MainText main, Scan scan, List<Line> lines, Signs signs, String language, Optional<String> title) {
        this.main = main;
        this.signs = signs;
        this.scan = scan;
        this.lines = lines;
        this.blocks = main.blocks();
        this.roles = new Role[lines.size()];
        this.title = title;
        this.datelines = lines.stream().map(l -> signs.dateline(l, language)).toList();
    }

    List<Layout.Piece> pieces() {
        int first = -1;
        int last = -1;
        for (int i = 0; i < blocks.size(); i++) {
            roles[i] = alone(i);
            boolean paragraph = roles[i] == Role.BODY && main.paragraph(blocks.get(i));
            if (paragraph && first < 0) first = i;
            if (paragraph) last = i;
        }
        int headline = headline(first);
        screens();
        if (!main.thin()) edges(first, last);
        lead(headline, first, last);
        List<Layout.Piece> out = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line l = lines.get(i);
            boolean stands = roles[i] == Role.CHROME || roles[i] == Role.CAPTION;
            out.add(new Layout.Piece(
                    roles[i], l.span(), l.from(), l.to(), i, stands ? datelines.get(i) : Optional.empty()));
        }
        return out;
    }

    private Role alone(int i) {
        Tree.Block b = blocks.get(i);
        Line line = lines.get(i);
        int marks = main.marks(b);
        if ((marks & Markup.COMMENT) != 0) return b.words() >= 5 && !b.mostlyLinks() ? Role.COMMENT : Role.CHROME;
        if ((marks & Markup.CAPTION) != 0) return Role.CAPTION;
        if ((marks & Markup.TEASER) != 0) return b.words() >= 4 ? Role.TEASER : Role.CHROME;
        if ((marks & Markup.CHROME) != 0) return Role.CHROME;
        if (!main.inside(b.owner())) return b.words() >= 6 && datelines.get(i).isEmpty() ? Role.TEASER : Role.CHROME;
        if ((marks & Markup.ASIDE) != 0 && !(main.paragraph(b) && b.words() >= 20)) return Role.CHROME;
        if (line.size() == 0) return Role.CHROME;
        if (b.linked() * 10 >= b.words() * 7 && b.words() < 40 && b.heading() == 0)
            return b.words() >= 4 ? Role.TEASER : Role.CHROME;
        if (signs.teaser(line)) return Role.TEASER;
        if (signs.chrome(line) || signs.byline(line) || datelines.get(i).isPresent() && b.words() <= 14)
            return Role.CHROME;
        if (signs.caption(line)) return Role.CAPTION;
        return (marks & Markup.QUOTE) != 0 ? Role.QUOTED : Role.BODY;
    }

    /** The first main heading; else the block that says what the page's title says. */
    private int headline(int first) {
        int best = -1;
        double bestScore = 0;
        Set<String> of = new HashSet<>();
        title.ifPresent(t -> {
            Words w = Words.of(t, new Dictionary());
            for (int i = 0; i < w.size(); i++) of.add(w.form(i));
        });
        for (int i = 0; i < blocks.size() && (first < 0 || i < first + 3); i++) {
            Tree.Block b = blocks.get(i);
            if (b.heading() == 0 && b.words() > 30 || b.words() == 0) continue;
            int met = 0;
            for (int w = lines.get(i).from(); w < lines.get(i).to(); w++)
                if (of.contains(scan.words().form(w))) met++;
            double share =
                    of.isEmpty() ? 0 : (double) met / Math.max(lines.get(i).size(), Math.min(of.size(), 6));
            double score = share + (b.heading() == 1 ? 0.6 : b.heading() > 0 ? 0.3 : 0);
            if (score > bestScore && score >= 0.6) {
                best = i;
                bestScore = score;
            }
        }
        if (best >= 0) roles[best] = Role.HEADLINE;
        return best;
    }

    /** "Page 1 of 4", "2/4": two short lines that count up to the same number are the page's own count of its screens. */
    private void screens() {
        Map<Integer, List<Integer>> lines = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (roles[i] != Role.BODY || blocks.get(i).heading() > 0) continue;
            int last = lastScreen(i);
            if (last > 0) lines.computeIfAbsent(last, k -> new ArrayList<>()).add(i);
        }
        for (List<Integer> same : lines.values()) if (same.size() > 1) for (int i : same) roles[i] = Role.CHROME;
    }

    /** The second of the two numbers of a short line that closes like no sentence; 0 for any other line. */
    private int lastScreen(int i) {
        Line line = lines.get(i);
        if (line.size() > SCREEN || line.closed(scan.text())) return 0;
        List<Integer> numbers = new ArrayList<>();
        for (int w = line.from(); w < line.to(); w++) {
            String form = scan.words().form(w);
            if (form.length() <= 2 && form.chars().allMatch(Character::isDigit)) numbers.add(Integer.parseInt(form));
        }
        return numbers.size() == 2 && numbers.get(0) >= 1 && numbers.get(0) <= numbers.get(1) ? numbers.get(1) : 0;
    }

    /** Paragraphs that stand outside the story's element, but between headline and story or inside its run, belong to it. */
    private void lead(int headline, int first, int last) {
        for (int i = Math.max(0, headline + 1); i < last; i++) {
            Tree.Block b = blocks.get(i);
            int marks = main.marks(b);
            boolean before = i < first && headline >= 0;
            int barred = Markup.CHROME | Markup.COMMENT | Markup.CAPTION | (before ? 0 : Markup.TEASER);
            if (roles[i] != Role.TEASER && roles[i] != Role.CHROME
                    || (marks & barred) != 0
                    || main.inside(b.owner()) && !before) continue;
            Line line = lines.get(i);
            boolean reads = main.paragraph(b)
                    || before && b.words() >= 7 && b.heading() != 1 && !b.mostlyLinks() && line.closed(scan.text());
            if (reads
                    && !signs.chrome(line)
                    && !signs.byline(line)
                    && !signs.teaser(line)
                    && datelines.get(i).isEmpty()) roles[i] = Role.BODY;
        }
    }

    /** Before the first and behind the last paragraph only what reads like a sentence belongs to the story. */
    private void edges(int first, int last) {
        for (int i = 0; i < blocks.size(); i++) {
            if (roles[i] != Role.BODY || first >= 0 && i >= first && i <= last) continue;
            Line line = lines.get(i);
            boolean near = last >= 0 && i - last <= 2 && i > last;
            boolean sentence = line.size() >= (near ? 3 : 6) && line.closed(scan.text());
            boolean code = blocks.get(i).tag().equals("pre");
            if (!sentence && !code) roles[i] = Role.CHROME;
        }
    }
}
