package org.sitrep.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sitrep.changes.Change;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.record.Json;

/** What changed in a crisis, newest first, as a feed: Atom (RFC 4287) or JSON Feed 1.1. */
final class Feed {
    private static final int BATCHES = 10;
    private static final int MOST = 200;

    private final Request request;
    private final Situation situation;
    private final List<Item> items = new ArrayList<>();

    /** One change. Its id follows from what it says and the entry that brought it, so that it stays the same. */
    private record Item(Change change, Batch batch) {
        String id() {
            String words = change.what().code() + "|" + change.subject() + "|"
                    + change.before().orElse("") + "|" + change.after().orElse("") + "|" + batch.last() + "|"
                    + String.join(
                            " ",
                            change.because().stream().map(Claim::id).sorted().toList());
            return "urn:uuid:" + UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Feed(Request request) {
        this.request = request;
        this.situation = SituationPage.wanted(request);
        Crisis crisis = request.now().crisisOf(situation.crisis()).orElseThrow();
        Set<String> told = new HashSet<>();
        for (Batch batch : Batch.of(request.now(), crisis, BATCHES))
            for (Change change : Past.changes(request.now(), crisis, batch.before(), batch.last())) {
                Item item = new Item(change, batch);
                // No two entries of a feed have one id (RFC 4287, 4.2.6).
                if (items.size() < MOST && told.add(item.id())) items.add(item);
            }
    }

    /** RFC 4287. */
    static String atom(Request request) {
        return new Feed(request).atom();
    }

    /** JSON Feed 1.1. */
    static String json(Request request) {
        return new Feed(request).json();
    }

    private String title() {
        return request.words().labels().title(situation) + " – " + request.text("tool.changes");
    }

    private String here() {
        return request.context().scheme() + "://" + request.context().host();
    }

    private String page() {
        return here() + Request.to("/changes", "crisis", situation.crisis());
    }

    private String self() {
        return here() + Request.to(request.context().path(), "crisis", situation.crisis());
    }

    private String title(Item item) {
        return ChangeSaying.kind(item.change, request.words())
                + request.words().labels().text("colon")
                + ChangeSaying.what(item.change, request.words());
    }

    private String link(Item item) {
        return item.change.because().stream()
                .findFirst()
                .map(c -> here() + Request.to(c))
                .orElse(page());
    }

    private static String words(Item item) {
        return String.join(
                "\n",
                ChangeSaying.because(item.change).stream()
                        .map(Claim::evidence)
                        .map(e -> "“" + Contacts.masked(e.quote()) + "” – " + Contacts.masked(e.page()))
                        .toList());
    }

    private String atom() {
        Instant updated =
                items.isEmpty() ? Instant.EPOCH : items.getFirst().batch.at();
        StringBuilder out = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
                .append(request.words().language())
                .append("\">\n");
        element(out, "id", self());
        element(out, "title", title());
        element(out, "updated", updated.toString());
        out.append("<author><name>Sitrep</name></author>\n");
        link(out, "self", self());
        link(out, "alternate", page());
        for (Item item : items) {
            out.append("<entry>\n");
            element(out, "id", item.id());
            element(out, "title", title(item));
            element(out, "updated", item.batch.at().toString());
            link(out, "alternate", link(item));
            element(out, "summary", words(item));
            out.append("</entry>\n");
        }
        return out.append("</feed>\n").toString();
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append('<')
                .append(name)
                .append('>')
                .append(escape(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static void link(StringBuilder out, String relation, String address) {
        out.append("<link rel=\"")
                .append(relation)
                .append("\" href=\"")
                .append(escape(address))
                .append("\"/>\n");
    }

    /** Without the control characters that XML 1.0 cannot hold. */
    private static String escape(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c ->
                        c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF) || c == '\n' || c == '\t')
                .forEach(kept::appendCodePoint);
        return j2html.utils.EscapeUtil.escape(kept.toString());
    }

    private String json() {
        return Json.object(j -> {
            j.put("version", "https://jsonfeed.org/version/1.1").put("title", title());
            j.put("home_page_url", page())
                    .put("feed_url", self())
                    .put("language", request.words().language());
            j.objects(
                    "items",
                    items,
                    (i, item) -> i.put("id", item.id())
                            .put("url", link(item))
                            .put("title", title(item))
                            .put("content_text", words(item).isEmpty() ? title(item) : words(item))
                            .put("date_published", item.batch.at().toString()));
        });
    }
}
