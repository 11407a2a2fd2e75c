package org.sitrep.web;

import java.util.Locale;
import java.util.Optional;

/**
 * Somebody the server knows by name.
 *
 * @param name as it stands beside a judgement and in the audit log
 * @param role what the server lets this visitor do
 */
public record Visitor(String name, Role role) {
    /** What a visitor may do. */
    public enum Role {
        /** Look and export. */
        READER,
        /** Also add pages and judge. */
        ANALYST;

        /** The role of this name, in small letters. */
        public static Optional<Role> named(String name) {
            for (Role role : values()) if (role.label().equals(name)) return Optional.of(role);
            return Optional.empty();
        }

        /** Its name in a tokens file and on the command line. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether {@code text} can name a visitor: one line of 1 to 60 letters, digits, blanks and {@code . _ @ -}, beginning with no blank. */
    public static boolean canBeNamed(String text) {
        return text.length() <= 60
                && !text.isBlank()
                && text.equals(text.strip())
                && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " ._@-".indexOf(c) >= 0);
    }
}
