package org.sitrep.ledger;

import java.util.Base64;
import java.util.Optional;
import org.sitrep.judge.Anchor;
import org.sitrep.judge.OutletKind;
import org.sitrep.ledger.Entry.ClaimJudged;
import org.sitrep.ledger.Entry.ClaimsMatched;
import org.sitrep.ledger.Entry.JudgementUndone;
import org.sitrep.ledger.Entry.NamesJoined;
import org.sitrep.ledger.Entry.NamesParted;
import org.sitrep.ledger.Entry.OutletAssigned;
import org.sitrep.ledger.Entry.PageAdded;
import org.sitrep.ledger.Entry.PageTakenDown;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;

/**
 * An entry in the form in which it lies in the database.
 *
 * @param kind the entry's type name
 * @param page the page it is about; empty for names
 * @param body what stays for ever
 * @param content what a takedown deletes: text of pages, quotes
 */
record Stored(String kind, Optional<String> page, Fields body, Fields content) {
    /** What stands for the content of entries whose page was taken down. */
    static final String GONE = "";

    static Stored of(Entry entry) {
        Fields body = new Fields();
        Fields content = new Fields();
        Optional<String> page = switch (entry) {
            case PageAdded added -> {
                body.put("key", added.key()).put("version", added.version());
                yield Optional.of(added.key());
            }
            case PageTakenDown down -> {
                body.put("key", down.key()).put("by", down.by()).put("why", down.why());
                yield Optional.of(down.key());
            }
            case ClaimJudged judged -> {
                anchor(judged.anchor(), "", body, content);
                body.put("decision", judged.decision().name()).put("by", judged.by());
                content.put("correction", judged.correction()).put("why", judged.why());
                yield Optional.of(judged.anchor().page());
            }
            case ClaimsMatched matched -> {
                anchor(matched.anchor(), "", body, content);
                anchor(matched.other(), OTHER, body, content);
                body.put("by", matched.by());
                content.put("why", matched.why());
                yield Optional.of(matched.anchor().page());
            }
            case OutletAssigned assigned -> {
                body.put("outlet", assigned.outlet())
                        .put("kind", assigned.kind().name())
                        .put("by", assigned.by())
                        .put("why", assigned.why());
                yield Optional.empty();
            }
            case JudgementUndone undone -> {
                body.put("undone", Long.toString(undone.undone()))
                        .put("by", undone.by())
                        .put("why", undone.why());
                yield Optional.empty();
            }
            case NamesJoined joined -> {
                body.put("scope", joined.scope())
                        .put("forms", joined.forms())
                        .put("by", joined.by())
                        .put("why", joined.why());
                yield Optional.empty();
            }
            case NamesParted parted -> {
                body.put("scope", parted.scope())
                        .put("forms", parted.forms())
                        .put("by", parted.by())
                        .put("why", parted.why());
                yield Optional.empty();
            }
        };
        return new Stored(entry.getClass().getSimpleName(), page, body, content);
    }

    /** The entry; where its content was taken down, its texts are empty. */
    Entry entry() {
        try {
            return read();
        } catch (IllegalArgumentException e) {
            throw new Damaged("an entry with a value that means nothing", e);
        }
    }

    private Entry read() {
        return switch (kind) {
            case "PageAdded" -> new PageAdded(body.one("key"), body.one("version"));
            case "PageTakenDown" -> new PageTakenDown(body.one("key"), body.one("by"), body.one("why"));
            case "ClaimJudged" ->
                new ClaimJudged(
                        anchor(""),
                        Entry.Decision.valueOf(body.one("decision")),
                        content.optional("correction"),
                        body.one("by"),
                        content.optional("why").orElse(GONE));
            case "ClaimsMatched" ->
                new ClaimsMatched(
                        anchor(""),
                        anchor(OTHER),
                        body.one("by"),
                        content.optional("why").orElse(GONE));
            case "OutletAssigned" ->
                new OutletAssigned(
                        body.one("outlet"), OutletKind.valueOf(body.one("kind")), body.one("by"), body.one("why"));
            case "JudgementUndone" ->
                new JudgementUndone(Long.parseLong(body.one("undone")), body.one("by"), body.one("why"));
            case "NamesJoined" ->
                new NamesJoined(body.optional("scope"), body.all("forms"), body.one("by"), body.one("why"));
            case "NamesParted" ->
                new NamesParted(body.optional("scope"), body.all("forms"), body.one("by"), body.one("why"));
            default -> throw new Damaged("an entry of unknown kind " + kind);
        };
    }

    /** Where a second anchor's fields stand. */
    private static final String OTHER = "other_";

    private static void anchor(Anchor anchor, String prefix, Fields body, Fields content) {
        body.put(prefix + "page", anchor.page())
                .put(prefix + "kind", anchor.kind())
                .put(prefix + "about", anchor.about());
        content.put(prefix + "quote", anchor.quote())
                .put(prefix + "before", anchor.before())
                .put(prefix + "after", anchor.after());
    }

    private Anchor anchor(String prefix) {
        return new Anchor(
                body.one(prefix + "page"),
                content.optional(prefix + "quote").orElse(GONE),
                content.optional(prefix + "before").orElse(GONE),
                content.optional(prefix + "after").orElse(GONE),
                body.one(prefix + "kind"),
                body.optional(prefix + "about"));
    }

    /** The second page whose words the entry quotes. */
    Optional<String> other() {
        return body.optional(OTHER + "page");
    }

    /** A page's content: its text and all that was known of it when it came. */
    static Fields content(Page page) {
        return new Fields()
                .put("format", page.format().name())
                .put("content", page.content())
                .put("address", page.address())
                .put("language", page.language())
                .put("published", page.published())
                .put("damage", page.damage());
    }

    /** The same with the server's answer that it was fetched in. */
    static Fields content(Page page, Optional<byte[]> record) {
        return content(page).put("record", record.map(Base64.getEncoder()::encodeToString));
    }

    /** The server's answer that a page was fetched in, where it was fetched. */
    static Optional<byte[]> record(Fields content) {
        return content.optional("record").map(Base64.getDecoder()::decode);
    }

    static Page page(String key, String version, Fields content) {
        try {
            return read(key, version, content);
        } catch (IllegalArgumentException e) {
            throw new Damaged("a page with a value that means nothing", e);
        }
    }

    private static Page read(String key, String version, Fields content) {
        return new Page(
                key,
                version,
                Page.Format.valueOf(content.one("format")),
                content.one("content"),
                content.optional("address"),
                content.optional("language"),
                content.optional("published").map(Edtf::new),
                content.optional("damage"));
    }
}
