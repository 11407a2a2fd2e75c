package org.sitrep.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Shelf;
import org.sitrep.model.Page;
import org.sitrep.record.Contacts;

/**
 * An HTML page as it looked, for a frame in which nothing runs: without scripts, frames, forms and links, asking nobody for pictures or
 * styles, contact details masked. The response's own policy holds the same once more.
 */
final class RawLook {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";
    private static final String ACTIVE =
            "script, noscript, iframe, frame, frameset, object, embed, applet, link, base, meta, template,"
                    + " video, audio, source, track, portal, svg, math, dialog";

    private RawLook() {}

    /** The look of the page that {@code key} names. */
    static void write(Request request) {
        String key = request.needed("key");
        Page page = request.now().versions().stream()
                .filter(v -> v.page().equals(key))
                .map(Shelf.Neighbour::sequence)
                .findFirst()
                .flatMap(sequence -> request.room().reading((Ledger l) -> l.page(sequence)))
                .filter(p -> p.format() == Page.Format.HTML)
                .orElseThrow(() -> Problem.unknown(request.text("problem.look", key)));
        Context context = request.context();
        context.header("Content-Security-Policy", POLICY);
        context.header("Cache-Control", "no-store");
        context.contentType("text/html; charset=utf-8")
                .result(harmless(page.content()).getBytes(StandardCharsets.UTF_8));
    }

    /** {@code html} without anything that acts, asks or leads away. */
    static String harmless(String html) {
        Document document = Jsoup.parse(html);
        document.select(ACTIVE).remove();
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes().asList())
                if (!kept(attribute.getKey())) element.removeAttr(attribute.getKey());
            for (TextNode text : element.textNodes()) text.text(Contacts.masked(text.getWholeText()));
        }
        document.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        return document.outerHtml();
    }

    private static boolean kept(String name) {
        return switch (name) {
            case "class", "id", "style", "lang", "dir", "colspan", "rowspan", "width", "height", "align", "alt" -> true;
            default -> false;
        };
    }
}
