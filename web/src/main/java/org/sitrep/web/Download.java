package org.sitrep.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sitrep.export.Export;
import org.sitrep.model.Situation;
import org.sitrep.record.PrivateNames;

/** A situation as a file to take away. */
final class Download {
    private Download() {}

    static void write(Request request) {
        Situation whole = SituationPage.wanted(request);
        Situation situation = request.now()
                .situation(whole.crisis(), request.asOf())
                .orElseThrow(() -> Problem.unknown(request.text("asof.nothing")));
        String name = request.needed("form");
        Export form = Export.named(name)
                .orElseThrow(() -> Problem.badValue("form", request.text("problem.form", name, forms())));
        PrivateNames names = privateNames(request, situation, form);
        byte[] written = form.of(
                names.masked(situation),
                names.masked(request.now().refused(situation)),
                request.words().locale());
        Context context = request.context();
        context.header(
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        context.header("Content-Disposition", "attachment; filename=\"situation-report." + form.ending() + "\"");
        context.contentType(form.type()).result(written);
    }

    private static String forms() {
        return Arrays.stream(Export.values())
                .map(f -> f.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** What is made to be handed on names nobody private, unless the reader asks for it. */
    private static PrivateNames privateNames(Request request, Situation situation, Export form) {
        String wanted = request.given("private-names").orElse(form.report() ? "shown" : "masked");
        return switch (wanted) {
            case "masked" -> request.room().pipeline().privateNames(situation.articles(), List.of(situation));
            case "shown" -> PrivateNames.SHOWN;
            default -> throw Problem.badValue("private-names", request.text("problem.names", wanted));
        };
    }
}
