package org.sitrep.acquire.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When addresses were asked, and what their servers told of the versions that they sent. A file beside the ledger, one address a
 * line, parted by tabs; losing it costs nothing but that everything is sent once more.
 */
public final class Visits {
    private static final String PART = "\t";

    private final Optional<Path> file;
    private final InstantSource clock;
    private final Map<String, Line> lines = new TreeMap<>();

    private record Line(Instant when, Fetched.Visit visit) {}

    Visits(Optional<Path> file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Visits that are forgotten at the end of the run. */
    public static Visits none() {
        return new Visits(Optional.empty(), InstantSource.system());
    }

    /** The visits kept in {@code LEDGER.visits}. */
    public static Visits beside(Path ledger) {
        Visits visits = new Visits(Optional.of(Path.of(ledger + ".visits")), InstantSource.system());
        visits.load();
        return visits;
    }

    /** What the server told the last time. */
    public Fetched.Visit last(String address) {
        return lines.containsKey(address) ? lines.get(address).visit() : Fetched.Visit.NONE;
    }

    /** When {@code address} was last asked. */
    public Optional<Instant> when(String address) {
        return Optional.ofNullable(lines.get(address)).map(Line::when);
    }

    /** It was asked now and is what it was. */
    public void seen(String address) {
        seen(address, last(address));
    }

    /** It was asked now and sent a version. */
    public void seen(String address, Fetched.Visit visit) {
        lines.put(address, new Line(clock.instant(), visit));
    }

    /** Writes the file beside itself first, so that a kill leaves the old one or the new one. */
    public void save() {
        if (file.isEmpty() || lines.isEmpty()) return;
        List<String> out = new ArrayList<>();
        lines.forEach((address, line) -> out.add(String.join(
                PART,
                address,
                line.when().toString(),
                plain(line.visit().tag()),
                plain(line.visit().modified()))));
        Path half = Path.of(file.get() + ".half");
        try {
            Files.write(half, out, StandardCharsets.UTF_8);
            Files.move(half, file.get(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(Optional<String> value) {
        return value.orElse("").replace(PART, " ");
    }

    private void load() {
        if (file.isEmpty() || !Files.exists(file.get())) return;
        try {
            for (String line : Files.readAllLines(file.get(), StandardCharsets.UTF_8)) {
                String[] parts = line.split(PART, -1);
                if (parts.length == 4)
                    lines.put(
                            parts[0],
                            new Line(Instant.parse(parts[1]), new Fetched.Visit(some(parts[2]), some(parts[3]))));
            }
        } catch (IOException | java.time.DateTimeException e) {
            lines.clear(); // everything is sent once more
        }
    }

    private static Optional<String> some(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
