package org.sitrep.export;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.report.Inline;
import org.sitrep.report.Inline.Line;

/** How a table's width is parted among its columns: by what stands in them, so that a day has room and no sentence is a thin stripe. */
final class Columns {
    /** A shorter column still has room for a day, "22 January 2022", in any font. */
    private static final int LEAST = 22;
    /** A longer cell is broken into lines anyway. */
    private static final int MOST = 50;

    /** Of a ladder: its day, its number and who said it. Alike for all ladders, which stand one under another. */
    static final List<Integer> LADDER = List.of(21, 21, 58);

    private Columns() {}

    /** Hundredths of the width, one a column, together 100; none for a table without rows. */
    static List<Integer> shares(List<String> head, List<List<Line>> rows) {
        if (rows.isEmpty()) return List.of();
        int columns = rows.getFirst().size();
        List<Integer> longest = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            int most = i < head.size() ? head.get(i).length() : 0;
            for (List<Line> row : rows) most = Math.max(most, plain(row.get(i)).length());
            longest.add(Math.clamp(most, LEAST, MOST));
        }
        int all = longest.stream().mapToInt(Integer::intValue).sum();
        List<Integer> shares = new ArrayList<>();
        int left = 100;
        for (int length : longest.subList(0, columns - 1)) {
            shares.add(100 * length / all);
            left -= shares.getLast();
        }
        shares.add(left);
        return shares;
    }

    /** What a line says, without its looks. */
    static String plain(Line line) {
        StringBuilder text = new StringBuilder();
        for (Inline part : line.parts()) {
            switch (part) {
                case Inline.Text t -> text.append(t.text());
                case Inline.Strong s -> text.append(s.text());
                case Inline.Aside a -> text.append(a.text());
                case Inline.Words w -> text.append('“').append(w.text()).append('”');
                case Inline.Number n -> text.append(n.text());
                case Inline.Tag t -> text.append(t.text());
                case Inline.PageLink p -> text.append(p.text());
                case Inline.Cite c -> {}
            }
        }
        return text.toString();
    }
}
