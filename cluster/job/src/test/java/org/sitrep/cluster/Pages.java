package org.sitrep.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Pages of invented crises, the same for the same seed. */
final class Pages {
    private static final String[] TOWNS = {"Ostrava", "Lagos", "Quito", "Nairobi", "Herat", "Gdansk", "Cusco", "Tbilisi"
    };
    private static final String[] TAKERS = {"killed", "injured", "detained", "evacuated"};

    private Pages() {}

    /** Lines of a page file: pages of as many crises as there are towns, each of two weeks. */
    static List<String> lines(int from, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < from + count; i++) lines.add(line(i));
        return lines;
    }

    private static String line(int i) {
        SplittableRandom random = new SplittableRandom(i);
        int crisis = i % TOWNS.length;
        LocalDate day = LocalDate.of(2019, 1 + crisis, 1).plusDays(random.nextInt(14));
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "%s counts its losses, page %d\\n\\n", TOWNS[crisis], i));
        for (int s = 0; s < 6; s++)
            text.append(String.format(
                    Locale.ROOT,
                    "At least %d people were %s in %s on %s, the ministry said. ",
                    2 + random.nextInt(900),
                    TAKERS[random.nextInt(TAKERS.length)],
                    TOWNS[crisis],
                    day));
        boolean undated = random.nextInt(10) == 0;
        return String.format(
                Locale.ROOT,
                "{\"id\": \"page-%05d\", \"text\": \"%s\"%s}",
                i,
                text,
                undated ? "" : ", \"date_seen\": \"" + day + "\"");
    }

    /** Files of lines in {@code folder}, which is made. */
    static Path files(Path folder, int files, int each) throws IOException {
        Files.createDirectories(folder);
        for (int f = 0; f < files; f++)
            Files.write(folder.resolve(String.format(Locale.ROOT, "pages-%02d.jsonl", f)), lines(f * each, each));
        return folder;
    }
}
