package org.sitrep.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** Says who changed what, who came and who was refused: a line each, its parts parted by tabs. Nothing that a stranger sends can begin a line of its own. */
final class Audit {
    private final Consumer<String> out;
    private final InstantSource clock;

    Audit(Consumer<String> out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Keeps what changes something or was refused; plain reading is nobody's business. */
    void after(Context context, String from) {
        int status = context.statusCode();
        boolean reading =
                context.method().name().equals("GET") || context.method().name().equals("HEAD");
        if (reading && status != 401 && status != 403 && status != 429) return;
        String who = Login.visitor(context).map(Visitor::name).orElse("-");
        String line = String.join(
                "\t",
                clock.instant().toString(),
                plain(from),
                plain(who),
                context.method().name(),
                plain(context.path()),
                Integer.toString(status));
        out.accept(line);
    }

    /** Without control characters, and no longer than a line should be. */
    private static String plain(String text) {
        String cut = text.length() > 200 ? text.substring(0, 200) + "…" : text;
        StringBuilder out = new StringBuilder();
        cut.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029)
                out.append("\\u").append(String.format(Locale.ROOT, "%04x", c));
            else out.appendCodePoint(c);
        });
        return out.toString();
    }
}
