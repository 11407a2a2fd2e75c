package org.sitrep.read;

import java.util.List;
import java.util.Optional;
import org.sitrep.model.Passage.Role;

/** A forum post: a counter of posts under a user's name, then excerpts of outlets, each closed by its address. */
final class Forum {
    private final Scan scan;
    private final List<Line> lines;
    private final Signs signs;
    private final int counter;

    Forum(Scan scan, List<Line> lines, Signs signs) {
        this.scan = scan;
        this.lines = lines;
        this.signs = signs;
        this.counter = counter();
    }

    private int counter() {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.size() > 0 && line.size() <= 7 && signs.covered(line, List.of("forum")) * 2 >= line.size())
                return i;
        }
        return -1;
    }

    /** Whether the page is a forum post. */
    boolean found() {
        return counter >= 0;
    }

    /** Marks user name, counter and excerpts in {@code roles}, and writes the host of each excerpt's address into {@code hosts}. */
    void mark(Role[] roles, Optional<String>[] hosts) {
        if (!found()) return;
        roles[counter] = Role.CHROME;
        if (counter > 0
                && lines.get(counter - 1).size() <= 8
                && !lines.get(counter - 1).closed(scan.text())) roles[counter - 1] = Role.CHROME;
        int from = counter + 1;
        for (int i = counter + 1; i < lines.size(); i++) {
            Optional<String> host = signs.address(lines.get(i));
            if (host.isEmpty()) continue;
            boolean head = true;
            for (int k = from; k < i; k++) {
                hosts[k] = host;
                if (head && roles[k] == null) roles[k] = Role.QUOTED;
                head &= roles[k] == Role.CHROME || roles[k] == Role.CAPTION;
            }
            hosts[i] = host;
            from = i + 1;
        }
    }
}
