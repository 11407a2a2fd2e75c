package org.sitrep.report;

/** What may be written into an HTML page. */
final class Html {
    private Html() {}

    /** {@code text} as character data or a quoted attribute value; control and direction characters are left out. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (Character.isWhitespace(c)) out.append(' ');
                    else if (!Plain.hidden(c)) out.append(c);
                }
            }
        }
        return out.toString();
    }

    /** A page's words in quotation marks, marked with their own language and kept from turning the text around them. */
    static String words(String text, String language, Labels labels) {
        return escape(labels.text("quote.open")) + "<bdi" + lang(language) + ">" + escape(text) + "</bdi>"
                + escape(labels.text("quote.close"));
    }

    /** A {@code lang} attribute, where the language is known. */
    static String lang(String language) {
        boolean tag = !language.isEmpty()
                && !language.equals("und")
                && language.chars().allMatch(c -> c == '-' || Character.isLetterOrDigit(c));
        return tag ? " lang=\"" + escape(language) + "\"" : "";
    }

    /** Whether a page's address may become a link: the web's own schemes only. */
    static boolean linkable(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }
}
