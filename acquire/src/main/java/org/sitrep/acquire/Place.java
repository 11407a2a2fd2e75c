package org.sitrep.acquire;

/**
 * Where an input lies, perhaps inside archives.
 *
 * @param where as the user named it, with "!" before what lies in an archive
 * @param key the key of a page that has no better one
 * @param depth how many archives it lies in
 * @param named whether the user named it, and not only the folder or archive in which it lies
 */
record Place(String where, String key, int depth, boolean named) {
    Place {
        where = printable(where);
        key = printable(key);
    }

    /** An entry of the archive at this place; its path is a name only, whatever it says. */
    Place inside(String path) {
        StringBuilder safe = new StringBuilder();
        for (String part : path.replace('\\', '/').split("/")) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) continue;
            safe.append(safe.isEmpty() ? "" : "/").append(part);
        }
        return new Place(where + "!" + safe, key + "/" + Kind.withoutEnding(safe.toString()), depth + 1, false);
    }

    /** The same bytes, unpacked. */
    Place unpacked() {
        return new Place(where, key, depth + 1, named);
    }

    /** The byte at {@code offset}, from 0, as messages name it. */
    String at(long offset) {
        return where + ", byte " + offset;
    }

    /** What comes from strangers reaches a terminal without control characters. */
    static String printable(String name) {
        StringBuilder out = new StringBuilder(name.length());
        name.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return out.toString();
    }
}
