package org.sitrep.ledger;

import java.util.Optional;
import org.sitrep.judge.Anchor;
import org.sitrep.ledger.Entry.ClaimJudged;
import org.sitrep.ledger.Entry.JudgementUndone;
import org.sitrep.ledger.Entry.NamesJoined;
import org.sitrep.ledger.Entry.NamesParted;
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
                Anchor anchor = judged.anchor();
                body.put("page", anchor.page()).put("kind", anchor.kind()).put("about", anchor.about());
                body.put("decision", judged.decision().name()).put("by", judged.by());
                content.put("quote", anchor.quote())
                        .put("before", anchor.before())
                        .put("after", anchor.after());
                content.put("correction", judged.correction()).put("why", judged.why());
                yield Optional.of(anchor.page());
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
        return switch (kind) {
            case "PageAdded" -> new PageAdded(body.one("key"), body.one("version"));
            case "PageTakenDown" -> new PageTakenDown(body.one("key"), body.one("by"), body.one("why"));
            case "ClaimJudged" ->
                new ClaimJudged(
                        anchor(),
                        Entry.Decision.valueOf(body.one("decision")),
                        content.optional("correction"),
                        body.one("by"),
                        content.optional("why").orElse(GONE));
            case "JudgementUndone" ->
                new JudgementUndone(Long.parseLong(body.one("undone")), body.one("by"), body.one("why"));
            case "NamesJoined" ->
                new NamesJoined(body.optional("scope"), body.all("forms"), body.one("by"), body.one("why"));
            case "NamesParted" ->
                new NamesParted(body.optional("scope"), body.all("forms"), body.one("by"), body.one("why"));
            default -> throw new IllegalStateException("entry of unknown kind " + kind);
        };
    }

    private Anchor anchor() {
        return new Anchor(
                body.one("page"),
                content.optional("quote").orElse(GONE),
                content.optional("before").orElse(GONE),
                content.optional("after").orElse(GONE),
                body.one("kind"),
                body.optional("about"));
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

    static Page page(String key, String version, Fields content) {
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
