package org.sitrep.relate;

import org.sitrep.language.Text;
import org.sitrep.language.Token;

/**
 * A number in digits, whole, and written one way: 20,000 and 20.000 are 20000, and 5,6 is 5.6.
 *
 * @param to after its last token
 */
record Numeral(String digits, int to) {
    private static final int GROUP = 3;

    /** The number that begins with token {@code from}. @param limit where its sentence ends, exclusive */
    static Numeral at(Text text, int from, int limit) {
        StringBuilder digits = new StringBuilder(text.token(from).form());
        int i = from + 1;
        while (i + 1 < limit && goesOn(text, i)) {
            String more = text.token(i + 1).form();
            boolean thousands =
                    more.length() == GROUP && text.token(i - 1).form().length() <= GROUP;
            if (!thousands) digits.append('.');
            digits.append(more);
            i += 2;
        }
        return new Numeral(digits.toString(), i);
    }

    /**
     * Whether a mark and the digits behind it belong to the digits before it: it touches both or, in a text whose marks all stand alone,
     * neither. "In 2005, 12 people" is two numbers.
     */
    private static boolean goesOn(Text text, int mark) {
        Token m = text.token(mark);
        Token more = text.token(mark + 1);
        return (m.is(",") || m.is("."))
                && more.number()
                && m.glued() == more.glued()
                && (m.glued()
                        || more.form().length() <= GROUP
                                && text.token(mark - 1).form().length() <= GROUP);
    }
}
