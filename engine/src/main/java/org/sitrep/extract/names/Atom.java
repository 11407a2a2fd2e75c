package org.sitrep.extract.names;

/**
 * The smallest piece of an actor's name: a known word or name, or a run of capitalised words.
 *
 * @param from first token, inclusive
 * @param to last token, exclusive
 * @param id canonical id or name; empty for capitalised words
 * @param linked whether it hangs on the one before it by a genitive ("of")
 * @param owned whether a possessive mark stands behind it ("the country's")
 */
record Atom(int from, int to, Type type, String id, boolean linked, boolean owned) {
    enum Type {
        STATE,
        PEOPLE,
        SEAT,
        ORGANISATION,
        MEDIA,
        OFFICE,
        INSTITUTION,
        GENERIC,
        MEDIUM,
        REMIT,
        PLACE,
        CAPITAL
    }

    boolean is(Type wanted) {
        return type == wanted;
    }

    Atom linked(boolean value) {
        return new Atom(from, to, type, id, value, owned);
    }

    Atom owned(int until) {
        return new Atom(from, to, type, id, linked, until > to);
    }
}
