package org.sitrep.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a web page says about itself outside its text: JSON-LD (schema.org), OpenGraph, meta elements, {@code time} elements,
 * the canonical address.
 *
 * @param published possible days of publication, most trusted first
 * @param weak days that may be those of publication
 * @param updated possible days of the last change, most trusted first
 */
record Metadata(
        Optional<String> title,
        Optional<String> outlet,
        Optional<String> agency,
        Optional<String> language,
        Optional<String> address,
        List<Stamp> published,
        List<Stamp> weak,
        List<Stamp> updated) {

    /** A date as the page writes it, and the field that it stands in. */
    record Stamp(String field, String value) {}

    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "datepublished",
            "article.published",
            "og:pubdate",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "publication-date",
            "published-date",
            "published_date",
            "published_time",
            "date_published",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "cxenseparse:recs:publishtime",
            "cxenseparse:publishtime",
            "dc.date.issued",
            "dc.date.created",
            "dcterms.created",
            "dcterms.issued",
            "dc.created",
            "dc.issued",
            "citation_publication_date",
            "citation_date",
            "citation_online_date",
            "article_date_original",
            "article-publicationdate",
            "article:publication_date",
            "displaydate",
            "rnews:datepublished",
            "shareaholic:article_published_time",
            "bt:pubdate",
            "ptime",
            "originalpublicationdate",
            "original-publish-date",
            "release_date",
            "doc_date",
            "article:post_date",
            "vr:published_time",
            "content_create_date",
            "dateposted",
            "issue_date");
    /** Fields that hold the day of publication on some sites and another on others. */
    private static final List<String> WEAK = List.of(
            "dc.date",
            "dcterms.date",
            "date",
            "created",
            "creation_date",
            "datecreated",
            "date_created",
            "time",
            "gentime",
            "timestamp",
            "last-published");

    private static final List<String> UPDATED = List.of(
            "article:modified_time",
            "og:article:modified_time",
            "og:updated_time",
            "og:modified_time",
            "datemodified",
            "lastmod",
            "dateupdate",
            "dateupdated",
            "last-modified",
            "lastmodified",
            "last_modified",
            "modified",
            "dc.date.modified",
            "dcterms.modified",
            "dcterms.lastmodified",
            "moddate",
            "modificationdate",
            "modified_time",
            "revised",
            "utime",
            "updated",
            "shareaholic:article_modified_time",
            "article:updated_time");

    /** @param page whose elements declare something in its head, or in its body instead */
    static Metadata of(WebPage page) {
        List<StartTag> declared = new ArrayList<>(page.head());
        declared.addAll(page.tree().declarations());
        Map<String, String> metas = new java.util.HashMap<>();
        for (StartTag e : declared) {
            if (!e.name().equals("meta")) continue;
            String name = Stream.of("property", "name", "itemprop")
                    .filter(e::has)
                    .findFirst()
                    .map(e::attribute)
                    .orElseGet(() -> e.attribute("http-equiv"));
            if (!name.isEmpty() && !e.attribute("content").isBlank())
                metas.putIfAbsent(
                        name.toLowerCase(Locale.ROOT), e.attribute("content").strip());
        }
        String named = declared.stream()
                .filter(e -> e.name().equals("title"))
                .findFirst()
                .map(StartTag::content)
                .orElse("");
        Linked linked = Linked.of(declared);
        List<Stamp> published = new ArrayList<>(linked.published());
        List<Stamp> updated = new ArrayList<>(linked.updated());
        for (String name : PUBLISHED)
            if (metas.containsKey(name)) published.add(new Stamp("meta " + name, metas.get(name)));
        List<Stamp> weak = new ArrayList<>();
        for (String name : WEAK) if (metas.containsKey(name)) weak.add(new Stamp("meta " + name, metas.get(name)));
        for (String name : UPDATED)
            if (metas.containsKey(name)) updated.add(new Stamp("meta " + name, metas.get(name)));
        Optional<String> title = first(metas, "og:title", "twitter:title").or(() -> text(named));
        Optional<String> outlet = first(metas, "og:site_name", "application-name")
                .or(linked::publisher)
                .or(() -> suffix(named, title));
        StartTag html = page.html();
        String language = html.attribute(html.has("lang") ? "lang" : "xml:lang");
        return new Metadata(
                title,
                outlet,
                Optional.empty(),
                text(language).or(() -> first(metas, "og:locale", "content-language", "language")),
                address(declared, metas),
                List.copyOf(published),
                List.copyOf(weak),
                List.copyOf(updated));
    }

    private static Optional<String> first(Map<String, String> metas, String... names) {
        for (String name : names) if (metas.containsKey(name)) return Optional.of(metas.get(name));
        return Optional.empty();
    }

    private static Optional<String> text(String s) {
        return s.isBlank() ? Optional.empty() : Optional.of(s.strip());
    }

    /** The canonical address. */
    private static Optional<String> address(List<StartTag> declared, Map<String, String> metas) {
        for (StartTag e : declared)
            if (e.name().equals("link")
                    && e.attribute("rel").equalsIgnoreCase("canonical")
                    && e.attribute("href").startsWith("http"))
                return Optional.of(e.attribute("href").strip());
        return first(metas, "og:url").filter(s -> s.startsWith("http"));
    }

    private static final List<String> BARS = List.of(" - ", " | ", " – ", " — ", " :: ", " » ");

    /** The outlet behind the last bar of the title, where the headline stands before it. */
    private static Optional<String> suffix(String title, Optional<String> headline) {
        int at = 0;
        int after = 0;
        for (String bar : BARS) {
            int here = title.lastIndexOf(bar);
            if (here <= at) continue;
            at = here;
            after = here + bar.length();
        }
        boolean follows = at > 0
                && title.length() - at < 40
                && headline.isPresent()
                && title.startsWith(
                        headline.get().substring(0, Math.min(10, headline.get().length())));
        return follows ? text(title.substring(after)) : Optional.empty();
    }
}
