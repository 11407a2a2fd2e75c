package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The interface for programs over a real ledger: what its description promises. */
class ApiTest extends OverTheExample {
    @Test
    void theApiAnswersAsItsDescriptionSays() {
        String described = site.get("/api/v1/openapi.json").body();
        Matcher paths = Pattern.compile("\n    \"(/[a-z]+)\": \\{").matcher(described);
        int asked = 0;
        String crisis = situation().replaceFirst(".*\\?", "");
        while (paths.find()) {
            if (paths.group(1).equals("/export")) continue; // a file, without an entity tag
            HttpResponse<String> answer = site.get("/api/v1" + paths.group(1) + "?q=killed&" + crisis);
            assertThat(answer.statusCode()).as(paths.group(1)).isEqualTo(200);
            asked++;
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(site.get("/api/v1" + paths.group(1) + "?q=killed&" + crisis, "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
        }
        assertThat(asked).isGreaterThanOrEqualTo(7);
        assertThat(site.get("/api/v1/export?form=csv&" + crisis).statusCode()).isEqualTo(200);
        assertThat(site.get("/api/v1/export?form=odd&" + crisis).body()).contains("\"field\":\"form\"");
        assertThat(site.get("/api/v1/export?form=csv&private-names=odd&" + crisis)
                        .body())
                .contains("\"field\":\"private-names\"");
        assertThat(site.get("/api/try?path=/claims&kind=figure&limit=2")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .isEqualTo("/api/v1/claims?kind=figure&limit=2");
        assertThat(site.get("/api/v1/claims?limit=2").body()).contains("\"next\":\"/api/v1/claims?limit=2&offset=2\"");
    }
}
