package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.report.View;
import org.sitrep.web.Spots.Spot;

/** Where: the places that figures and events name, on a map and as a list. */
final class MapPage {
    /** Claims of a place that are listed at once. */
    private static final int SHORT = 4;
    /** A crisis of which a page came out so lately is under way: its places are shown to the nearest half degree only. */
    private static final int UNDER_WAY = 60;

    private static final int FINE = 10;
    private static final int COARSE = 2;

    private final Request request;
    private final Situation situation;

    private MapPage(Request request, Situation situation) {
        this.request = request;
        this.situation = situation;
    }

    static String write(Request request) {
        Situation whole = SituationPage.wanted(request);
        return new MapPage(
                        request,
                        request.now().situation(whole.crisis(), request.asOf()).orElse(whole))
                .write();
    }

    /** The list's entry of a spot. */
    static String anchor(Spot spot) {
        return "place-"
                + spot.place()
                        .id()
                        .orElseGet(
                                () -> Integer.toHexString(spot.place().label().hashCode()));
    }

    private String write() {
        return Frame.page(request, request.text("tool.map"), request.once(situation, this::main));
    }

    private DomContent main() {
        Spots places = request.room().spots();
        boolean ongoing = ongoing();
        List<Spot> spots = places.of(situation, ongoing ? COARSE : FINE);
        Set<String> scene = new HashSet<>();
        for (String state : situation.scene().places()) places.country(state).ifPresent(scene::add);
        MapPicture picture = new MapPicture(spots, scene, request.words().locale());
        String title = request.text("map.title", request.words().labels().title(situation));
        return each(
                header(
                                p(SituationPage.link(request, situation)).withClass("kicker"),
                                h1(request.text("tool.map")),
                                p(request.text(ongoing ? "map.coarse" : "map.explained"))
                                        .withClass("asof"))
                        .withClass("mast"),
                spots.isEmpty()
                        ? p(request.text("map.none"))
                        : figure(rawHtml(picture.svg(title)), figcaption(request.text("map.legend")))
                                .withClass("mapped"),
                section(h2(request.text("map.list")), each(spots, s -> place(s, picture)))
                        .withClass("places"));
    }

    private boolean ongoing() {
        List<LocalDate> days = new View(situation, List.of(), request.words().labels()).days();
        return !days.isEmpty()
                && days.getLast().isAfter(LocalDate.now(Clock.systemUTC()).minusDays(UNDER_WAY));
    }

    private DomContent place(Spot spot, MapPicture picture) {
        List<Claim> claims = spot.claims();
        String precision = spot.place()
                .precision()
                .map(p -> request.text("precision." + p.code()))
                .orElse(request.text("precision.unknown"));
        boolean outside = spot.point().isPresent() && !picture.shows(spot);
        return section(
                        h3(spot.place().label()),
                        p(precision + " · " + request.words().count("claims", claims.size())
                                        + (outside ? " · " + request.text("map.outside") : ""))
                                .withClass("aside"),
                        ul(each(claims.subList(0, Math.min(SHORT, claims.size())), this::claim)),
                        claims.size() <= SHORT
                                ? text("")
                                : details(
                                        summary(request.text("map.more", Integer.toString(claims.size() - SHORT))),
                                        ul(each(claims.subList(SHORT, claims.size()), this::claim))))
                .withClass("place")
                .withId(anchor(spot));
    }

    private DomContent claim(Claim claim) {
        return li(
                a(Saying.what(claim, request.words())).withHref(Request.to(claim)),
                span(" "
                                + request.words()
                                        .quoted(Contacts.masked(claim.evidence().quote())))
                        .withClass("aside")
                        .attr("dir", "auto"));
    }
}
