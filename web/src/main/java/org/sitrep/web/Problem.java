package org.sitrep.web;

import java.util.Optional;
import org.sitrep.record.Json;

/** A request that cannot be answered, and why: shown as a page, or by the API as RFC 9457 problem details. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Optional<String> field;

    private Problem(int status, Optional<String> field, String detail) {
        super(detail);
        this.status = status;
        this.field = field;
    }

    /** 400: the value of {@code field} cannot be used. */
    static Problem badValue(String field, String detail) {
        return new Problem(400, Optional.of(field), detail);
    }

    /** 401: nobody knows who asks. */
    static Problem unauthorised(String detail) {
        return new Problem(401, Optional.empty(), detail);
    }

    /** 429: too much at once. */
    static Problem tooMany(String detail) {
        return new Problem(429, Optional.empty(), detail);
    }

    /** 403: not from a page of this server, or not for this visitor. */
    static Problem forbidden(String detail) {
        return new Problem(403, Optional.empty(), detail);
    }

    /** 413: more than is taken at once. */
    static Problem tooLarge(String detail) {
        return new Problem(413, Optional.empty(), detail);
    }

    /** 404: there is no such thing. */
    static Problem unknown(String detail) {
        return new Problem(404, Optional.empty(), detail);
    }

    /** 503: not yet; the same request can be answered later. */
    static Problem busy(String detail) {
        return new Problem(503, Optional.empty(), detail);
    }

    int status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    /** The value that cannot be used, by its name. */
    Optional<String> field() {
        return field;
    }

    /** RFC 9457 problem details. */
    static String json(int status, String title, String detail, Optional<String> field) {
        return Json.object(j -> {
            j.put("type", "about:blank")
                    .put("title", title)
                    .put("status", status)
                    .put("detail", detail);
            j.put("field", field);
        });
    }
}
