package org.sitrep.extract.voices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/** The passages between quotation marks of a text; a quotation may run over several sentences but not over more than a few paragraphs. */
final class Quotes {
    private static final String OPENING = "“«„‹";
    private static final String CLOSING = "”»›";
    private static final int LONGEST = 400;

    /** One quotation. @param open token of its opening mark @param close token of its closing mark, or the text's end */
    record Quote(int open, int close) {
        boolean holds(int token) {
            return token > open && token < close;
        }
    }

    private final List<Quote> all = new ArrayList<>();

    Quotes(Text text) {
        int open = -1;
        for (int i = 0; i < text.tokens().size(); i++) {
            Token t = text.token(i);
            if (open >= 0 && i - open > LONGEST) open = -1;
            if (t.kind() != Token.Kind.MARK) continue;
            char c = text.source().charAt(t.start());
            boolean straight = c == '"';
            if (open < 0 && (OPENING.indexOf(c) >= 0 || straight || c == '”' && !t.glued())) open = i;
            else if (open >= 0 && (CLOSING.indexOf(c) >= 0 || straight || c == '“' && closesGerman(text, open))) {
                all.add(new Quote(open, i));
                open = -1;
            }
        }
    }

    private static boolean closesGerman(Text text, int open) {
        return text.source().charAt(text.token(open).start()) == '„';
    }

    List<Quote> all() {
        return all;
    }

    Optional<Quote> at(int token) {
        int low = 0;
        int high = all.size() - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            Quote q = all.get(mid);
            if (token < q.open()) high = mid - 1;
            else if (token > q.close()) low = mid + 1;
            else return Optional.of(q);
        }
        return Optional.empty();
    }

    boolean inside(int token) {
        return at(token).filter(q -> q.holds(token)).isPresent();
    }
}
