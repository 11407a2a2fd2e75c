package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.code;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.select;
import static j2html.TagCreator.small;
import static j2html.TagCreator.span;

import io.javalin.http.HttpStatus;
import j2html.tags.DomContent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API to try: a form for each path that {@code openapi.json} describes. */
final class ApiPage {
    static final String PATH = "/api";
    static final String TRY = "/api/try";
    private static final JsonNode DESCRIPTION = JsonMapper.shared().readTree(Api.description());

    private ApiPage() {}

    static String write(Request request) {
        return Frame.page(
                request,
                request.text("api.title"),
                header(
                                h1(request.text("api.title")),
                                p(request.text("api.explained")).withClass("asof"),
                                p(a("openapi.json").withHref(Api.ROOT + "/openapi.json"))
                                        .withClass("aside"))
                        .withClass("mast"),
                each(DESCRIPTION.path("paths").properties(), path -> path(request, path)));
    }

    private static DomContent path(Request request, Map.Entry<String, JsonNode> path) {
        JsonNode get = path.getValue().path("get");
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode p : get.path("parameters")) parameters.add(resolved(p));
        return section(
                        h2(code("GET " + Api.ROOT + path.getKey())),
                        p(get.path("summary").asString()).withLang("en"),
                        form(
                                        input().withType("hidden")
                                                .withName("path")
                                                .withValue(path.getKey()),
                                        each(parameters, p -> field(request, p)),
                                        button(request.text("api.try")).withType("submit"))
                                .withAction(TRY)
                                .withMethod("get")
                                .withClass("try"))
                .withClass("endpoint");
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : DESCRIPTION.at(reference.substring(1));
    }

    private static DomContent field(Request request, JsonNode parameter) {
        String name = parameter.path("name").asString();
        boolean needed = parameter.path("required").asBoolean(false);
        return label(
                span(code(name), span(needed ? " *" : "")),
                small(parameter.path("description").asString("")).withLang("en"),
                control(request, name, parameter.path("schema"), needed));
    }

    private static DomContent control(Request request, String name, JsonNode schema, boolean needed) {
        if (schema.has("enum")) {
            List<String> values = new ArrayList<>();
            if (!needed) values.add("");
            for (JsonNode v : schema.path("enum")) values.add(v.asString());
            return select(each(values, v -> option(v).withValue(v))).withName(name);
        }
        var field = input().withType("text")
                .withName(name)
                .withPlaceholder(schema.path("default").asString(""))
                .withValue(name.equals("crisis") ? crisis(request) : "");
        return needed ? field.attr("required") : field;
    }

    private static String crisis(Request request) {
        return request.now().lines().stream().findFirst().map(Line::crisis).orElse("");
    }

    /** Leads on to the path that the form was filled in for. */
    static void go(Request request) {
        String path = request.needed("path");
        JsonNode described = DESCRIPTION.path("paths").path(path).path("get");
        if (described.isMissingNode()) throw Problem.badValue("path", request.text("problem.path", path));
        List<String> query = new ArrayList<>();
        String address = path;
        for (JsonNode node : described.path("parameters")) {
            JsonNode parameter = resolved(node);
            String name = parameter.path("name").asString();
            Optional<String> value = request.given(name);
            if (parameter.path("in").asString().equals("path"))
                address = address.replace(
                        "{" + name + "}", URLEncoder.encode(request.needed(name), StandardCharsets.UTF_8));
            else value.ifPresent(v -> query.addAll(List.of(name, v)));
        }
        request.context().redirect(Request.to(Api.ROOT + address, query.toArray(String[]::new)), HttpStatus.SEE_OTHER);
    }
}
