package org.sitrep.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.language.Data;
import org.sitrep.language.Fold;
import org.sitrep.language.Packs;

/** Spellings of one name in five scripts belong together, look-alikes stay apart: languages/names/*.cases, floors by pairs. */
class NameVariantsTest {
    private static final Packs PACKS = Packs.load(Path.of("..", "languages"));
    private static final NameTable TABLE = NameTable.load(PACKS);
    private static final Map<String, String> KNOWN = known();

    private record Variant(int name, boolean person, String text) {}

    private static Map<String, String> known() {
        Map<String, String> out = new HashMap<>();
        for (Data person : PACKS.shared("names/people.yaml").at("person").items())
            for (String spelling : person.texts())
                out.put(Fold.bare(Fold.form(spelling)), person.texts().getFirst());
        return out;
    }

    /** @param first number of the file's first name, so that the names of two files differ */
    private static List<Variant> read(String file, int first) throws IOException {
        List<Variant> out = new ArrayList<>();
        int name = first;
        for (String line : Files.readAllLines(PACKS.folder().resolve("names").resolve(file))) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String kind = line.substring(0, line.indexOf(':'));
            for (String text : line.substring(line.indexOf(':') + 1).split(";"))
                out.add(new Variant(name, kind.equals("person"), text.strip()));
            name++;
        }
        return out;
    }

    private static Optional<String> body(String text) {
        var words = NameTable.words(text);
        return TABLE.at(words, 0)
                .filter(f -> f.to() == words.size())
                .filter(f -> f.entry().category().equals("state")
                        || f.entry().category().equals("organisation"))
                .map(f -> f.entry().category() + ":" + f.entry().id());
    }

    private static boolean same(Variant a, Variant b) {
        Optional<String> left = body(a.text());
        Optional<String> right = body(b.text());
        if (left.isPresent() || right.isPresent()) return left.equals(right);
        if (!a.person() || !b.person()) return false;
        return PersonName.of(a.text(), KNOWN)
                .flatMap(x -> PersonName.of(b.text(), KNOWN).map(x::same))
                .orElse(false);
    }

    @ParameterizedTest
    @CsvSource({"tuned.cases, 0.99, 0.94", "held.cases, 0.99, 0.92", "tuned.cases+held.cases, 0.99, 0.93"})
    void pairs(String files, double precision, double recall) throws IOException {
        List<Variant> all = new ArrayList<>();
        for (String file : files.split("\\+")) all.addAll(read(file, all.size()));
        int both = 0;
        int said = 0;
        int gold = 0;
        for (int i = 0; i < all.size(); i++)
            for (int k = i + 1; k < all.size(); k++) {
                boolean want = all.get(i).name() == all.get(k).name();
                boolean got = same(all.get(i), all.get(k));
                if (want) gold++;
                if (got) said++;
                if (want && got) both++;
                if (want != got && Boolean.getBoolean("names.show"))
                    System.out.println((got ? "joined " : "apart  ")
                            + all.get(i).text() + " | " + all.get(k).text());
            }
        System.out.printf(
                java.util.Locale.ROOT,
                "%s: %d spellings of %d names, pair precision %.3f, recall %.3f%n",
                files,
                all.size(),
                all.stream().map(Variant::name).distinct().count(),
                (double) both / said,
                (double) both / gold);
        assertThat((double) both / said).isGreaterThanOrEqualTo(precision);
        assertThat((double) both / gold).isGreaterThanOrEqualTo(recall);
    }
}
