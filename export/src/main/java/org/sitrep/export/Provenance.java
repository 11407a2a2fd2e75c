package org.sitrep.export;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.record.Json;

/**
 * Where every claim comes from, as PROV-JSON (W3C Member Submission of 24 April 2013): pages and claims are entities, outlets and
 * speakers agents; a claim is quoted from its page and attributed to its speaker, a page to its outlet.
 */
final class Provenance {
    private final Situation situation;
    private final Map<String, Article> articles = new HashMap<>();
    private final Map<String, String> agents = new LinkedHashMap<>();
    private final Map<String, String> attributed = new TreeMap<>();

    private Provenance(Situation situation) {
        this.situation = situation;
        for (Article a : situation.articles()) {
            articles.put(a.page(), a);
            a.outlet().ifPresent(o -> attributed.put(page(a.page()), agent("outlet", o)));
        }
        for (Claim c : situation.claims())
            c.attribution()
                    .name()
                    .or(c.attribution()::speaker)
                    .ifPresent(s -> attributed.put(claim(c), agent("speaker", s)));
    }

    static String of(Situation situation) {
        return new Provenance(situation).write();
    }

    private String agent(String kind, String name) {
        String id = "sitrep:" + kind + "/" + Annotations.urn(name);
        agents.put(id, Contacts.masked(name));
        return id;
    }

    private static String page(String key) {
        return "sitrep:page/" + Annotations.urn(key);
    }

    private static String claim(Claim claim) {
        return "sitrep:claim/" + claim.id();
    }

    private String write() {
        return Json.object(j -> {
            j.object("prefix", p -> p.put("sitrep", "urn:sitrep:").put("prov", "http://www.w3.org/ns/prov#"));
            j.object("entity", this::entities);
            j.object("agent", a -> agents.forEach((id, name) -> a.object(id, x -> x.put("prov:label", name))));
            j.object("wasDerivedFrom", this::derivations);
            j.object(
                    "wasAttributedTo",
                    a -> attributed.forEach((entity, agent) -> a.object(
                            "_:a" + entity.substring("sitrep:".length()),
                            x -> x.put("prov:entity", entity).put("prov:agent", agent))));
        });
    }

    private void entities(Json json) {
        for (Article a : situation.articles()) {
            json.object(page(a.page()), x -> {
                x.put("prov:type", "sitrep:page")
                        .put("prov:label", a.title().map(Contacts::masked))
                        .put("sitrep:sha256", a.version());
                x.put("sitrep:address", a.address().map(Contacts::masked))
                        .put("sitrep:published", a.published().map(p -> p.date().text()));
            });
        }
        for (Claim c : situation.claims()) {
            json.object(
                    claim(c),
                    x -> x.put("prov:type", "sitrep:claim")
                            .put("prov:value", Contacts.masked(c.evidence().quote()))
                            .put("sitrep:said", Annotations.said(c))
                            .put("sitrep:rule", c.common().rule()));
        }
    }

    /** Claims quoted from their pages, and pages that took a statement from another page. */
    private void derivations(Json json) {
        for (Claim c : situation.claims()) {
            json.object(
                    "_:q" + c.id(),
                    x -> x.put("prov:generatedEntity", claim(c))
                            .put("prov:usedEntity", page(c.evidence().page()))
                            .put("prov:type", "prov:Quotation"));
        }
        TreeSet<String> copies = new TreeSet<>();
        for (Situation.Origin o : situation.origins())
            for (Situation.Link l : o.links())
                if (articles.containsKey(l.fromPage())
                        && articles.containsKey(l.toPage())
                        && !l.fromPage().equals(l.toPage())) copies.add(page(l.toPage()) + " " + page(l.fromPage()));
        int number = 0;
        for (String copy : copies) {
            String[] ends = copy.split(" ");
            json.object(
                    "_:d" + ++number,
                    x -> x.put("prov:generatedEntity", ends[0])
                            .put("prov:usedEntity", ends[1])
                            .put("prov:type", "prov:Revision"));
        }
    }
}
