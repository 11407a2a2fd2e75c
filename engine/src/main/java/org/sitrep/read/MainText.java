package org.sitrep.read;

import java.util.List;

/** Finds the element that holds the story, and which marks really hold for each element. */
final class MainText {
    private static final int SENTENCE = 10;
    private static final int FEW = 40;
    private static final int OUT = Markup.CHROME | Markup.TEASER | Markup.COMMENT | Markup.CAPTION | Markup.ASIDE;
    private final Tree tree;
    private final String text;
    private final int[] inherited;
    private final int[] words;
    private final int container;
    private final boolean[] inside;

    MainText(Tree tree, String text) {
        this.tree = tree;
        this.text = text;
        this.inherited = new int[tree.size()];
        int[] all = sums(true);
        inherit(all, OUT);
        int[] inside = sums(false);
        if (tree.size() > 0 && inside[0] * 4 < all[0]) {
            inherit(all, Markup.CHROME);
            inside = sums(false);
        }
        this.words = tree.size() > 0 && inside[0] < FEW ? loose() : inside;
        this.container = tree.size() == 0 ? -1 : choose();
        this.inside = new boolean[tree.size()];
        for (int e = Math.max(0, container); e < tree.size(); e++)
            this.inside[e] = e == container || tree.parent(e) >= 0 && this.inside[tree.parent(e)];
    }

    /** Whether a block reads like a paragraph of a story. */
    boolean paragraph(Tree.Block b) {
        if (b.words() < SENTENCE || b.mostlyLinks()) return false;
        // A heading is no paragraph, but some set the first sentences of a story as one.
        if (b.heading() > 0) return b.heading() > 1 && b.words() >= 2 * SENTENCE && closed(b);
        return b.words() >= 2 * SENTENCE || closed(b) || b.tag().equals("p");
    }

    private boolean closed(Tree.Block b) {
        return ".!?…。！？؟।\"”»’)".indexOf(text.charAt(b.end() - 1)) >= 0;
    }

    /** Words in paragraphs under each element; with {@code all}, wherever they stand. */
    private int[] sums(boolean all) {
        int[] out = new int[tree.size()];
        for (Tree.Block b : tree.blocks()) {
            if (!paragraph(b) || !all && (inherited[b.owner()] & OUT) != 0) continue;
            out[b.owner()] += b.words();
        }
        for (int e = tree.size() - 1; e > 0; e--) if (tree.parent(e) >= 0) out[tree.parent(e)] += out[e];
        return out;
    }

    /** Words outside links and marks under each element, for pages of a few short lines. */
    private int[] loose() {
        int[] out = new int[tree.size()];
        for (Tree.Block b : tree.blocks())
            if ((inherited[b.owner()] & OUT) == 0 && !b.mostlyLinks()) out[b.owner()] += b.words();
        for (int e = tree.size() - 1; e > 0; e--) if (tree.parent(e) >= 0) out[tree.parent(e)] += out[e];
        return out;
    }

    /** Marks hold for everything inside, except where their element holds most of the page's paragraphs. */
    private void inherit(int[] all, int kept) {
        int total = tree.size() == 0 ? 0 : all[0];
        for (int e = 0; e < tree.size(); e++) {
            int own = tree.marks(e);
            if (all[e] * 5 >= total * 2 && total > 0) own &= ~OUT;
            own &= ~OUT | kept;
            inherited[e] = own | (tree.parent(e) < 0 ? 0 : inherited[tree.parent(e)] & ~Markup.STORY);
            if ((own & Markup.STORY) != 0) inherited[e] |= Markup.STORY;
        }
    }

    /** The smallest element that holds nearly all paragraphs; a builder's own mark for the story goes before. */
    private int choose() {
        int best = -1;
        for (int e = 0; e < tree.size(); e++) {
            boolean story = (tree.marks(e) & Markup.STORY) != 0 && (inherited[e] & OUT) == 0;
            if (story && words[e] * 2 >= words[0] && (best < 0 || words[e] >= words[best])) best = e;
        }
        return best >= 0 ? descend(best, 0.9) : descend(0, 0.7);
    }

    private int descend(int from, double share) {
        int at = from;
        int[] heaviest = new int[tree.size()];
        java.util.Arrays.fill(heaviest, -1);
        for (int e = 1; e < tree.size(); e++) {
            int p = tree.parent(e);
            if (p >= 0 && (heaviest[p] < 0 || words[e] > words[heaviest[p]])) heaviest[p] = e;
        }
        while (heaviest[at] >= 0
                && words[heaviest[at]] > 0
                && words[heaviest[at]] >= share * words[at]
                && !paragraphTag(heaviest[at])) at = heaviest[at];
        return at;
    }

    private boolean paragraphTag(int e) {
        return tree.tag(e).equals("p") || tree.tag(e).equals("li");
    }

    /** The element that holds the story; -1 for an empty page. */
    int container() {
        return container;
    }

    /** Marks that hold for a block. */
    int marks(Tree.Block b) {
        return tree.size() == 0 ? 0 : inherited[b.owner()];
    }

    /** Whether element {@code e} lies inside the story's element. */
    boolean inside(int e) {
        return e < inside.length && inside[e];
    }

    /** Whether the story's element holds too few paragraphs to go by them. */
    boolean thin() {
        int sum = 0;
        for (Tree.Block b : tree.blocks())
            if (inside(b.owner()) && paragraph(b) && (inherited[b.owner()] & OUT) == 0) sum += b.words();
        return sum < FEW;
    }

    /** Machine-readable moments outside comments and other stories. */
    List<Tree.Time> times() {
        return tree.times().stream()
                .filter(t -> (inherited[t.owner()] & (Markup.COMMENT | Markup.TEASER)) == 0)
                .toList();
    }

    List<Tree.Block> blocks() {
        return tree.blocks();
    }
}
