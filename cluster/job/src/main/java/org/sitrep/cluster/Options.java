package org.sitrep.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the job is to do, as its command line says it.
 *
 * @param pages files and folders, as addresses that Flink's file systems read
 * @param kafka servers and topic, where pages come from there
 * @param kept address of a PostgreSQL ledger, where its pages are meant
 * @param untilNow whether reading ends at what the topic holds when the job begins
 * @param ledger address of a PostgreSQL ledger to add to
 * @param claims folder for files of claims
 * @param situations folder for files of situations
 * @param faults folder for files of what could not be read
 * @param languages the language packs, which travel with the job
 * @param run names this reading of the streams
 * @param checkpointSeconds seconds between checkpoints; 0: none, and files are worked through as a batch
 * @param mostPages pages that a crisis may have
 * @param rounds of joining pages into crises: 6 reach 100 pages in a row, 12 reach 30,000
 */
record Options(
        List<String> pages,
        Optional<Kafka> kafka,
        Optional<String> kept,
        boolean untilNow,
        Optional<String> ledger,
        Optional<String> claims,
        Optional<String> situations,
        Optional<String> faults,
        Path languages,
        String run,
        int checkpointSeconds,
        int mostPages,
        int rounds) {
    static final String USAGE = """
        usage: sitrep-cluster (--pages PATH … | --kafka SERVERS --topic NAME [--until-now]) OUTPUTS
               sitrep-cluster --from-ledger ADDRESS --situations FOLDER   of the pages in a ledger
          --ledger ADDRESS      adds the pages to postgresql://USER@HOST/DATABASE
          --claims FOLDER       writes their claims as JSON Lines
          --situations FOLDER   writes the situations as JSON Lines; of input that ends only
          --faults FOLDER       writes what could not be read (default: --claims or --situations, with -faults behind it)
          --languages FOLDER    the language packs (default: languages)
          --run NAME            names this reading, so that a job submitted again adds nothing twice (default: a new name)
          --checkpoint SECONDS  works as a stream with a checkpoint so often (default: 60 for a topic without end; else none, as a batch)
          --most-pages N        pages that a crisis may have (default 5000); larger ones are told and left out
          --rounds N            rounds of joining pages into crises (default 12: 30,000 pages in a row)
        """;

    /** Where pages come from. */
    record Kafka(String servers, String topic) {}

    /** Whether the input is worked through at once, stage by stage. */
    boolean batch() {
        return checkpointSeconds == 0;
    }

    /** @throws IllegalArgumentException with what is wrong, in words */
    static Options parse(String... arguments) {
        Words words = new Words(List.of(arguments));
        List<String> pages = words.all("--pages");
        Optional<String> servers = words.one("--kafka");
        Optional<String> topic = words.one("--topic");
        boolean untilNow = words.flag("--until-now");
        boolean endless = servers.isPresent() && !untilNow;
        Optional<String> claims = words.one("--claims");
        Optional<String> situations = words.one("--situations");
        Options options = new Options(
                pages,
                servers.map(s -> new Kafka(s, topic.orElseThrow(() -> wrong("--kafka needs --topic NAME")))),
                words.one("--from-ledger"),
                untilNow,
                words.one("--ledger"),
                claims,
                situations,
                words.one("--faults").or(() -> claims.or(() -> situations).map(f -> f + "-faults")),
                Path.of(words.one("--languages").orElse("languages")),
                words.one("--run").orElseGet(() -> UUID.randomUUID().toString()),
                words.number("--checkpoint", endless ? 60 : 0),
                words.number("--most-pages", 5_000),
                words.number("--rounds", 12));
        words.end();
        options.check(endless);
        return options;
    }

    private void check(boolean endless) {
        if (kept.isPresent()) checkKept();
        else checkPages(endless);
        if (!Files.isDirectory(languages))
            throw wrong("--languages " + languages + ": there is no such folder; name Sitrep's folder languages");
    }

    private void checkKept() {
        boolean more = !pages.isEmpty() || kafka.isPresent() || ledger.isPresent() || claims.isPresent();
        if (more || situations.isEmpty() || !batch())
            throw wrong("--from-ledger goes with --situations and nothing else to read or make");
    }

    private void checkPages(boolean endless) {
        if (pages.isEmpty() == kafka.isEmpty())
            throw wrong("name pages: either --pages PATH or --kafka SERVERS --topic NAME");
        if (ledger.isEmpty() && claims.isEmpty() && situations.isEmpty())
            throw wrong("name what to make: --ledger, --claims, --situations or several of them");
        if (situations.isPresent() && !batch())
            throw wrong(
                    "--situations needs input that ends and no --checkpoint: of a stream keep a ledger, and ask that");
        if (endless && batch()) throw wrong("a topic without end needs --checkpoint SECONDS above 0, or --until-now");
        if (ledger.isPresent() && !ledger.get().startsWith("postgres"))
            throw wrong("--ledger " + ledger.get()
                    + ": several machines need one in PostgreSQL: postgresql://USER@HOST/DATABASE");
    }

    private static IllegalArgumentException wrong(String words) {
        return new IllegalArgumentException(words);
    }

    /** Options as words, each taken once. */
    private static final class Words {
        private final List<String> left;

        Words(List<String> words) {
            this.left = new ArrayList<>(words);
        }

        boolean flag(String name) {
            return left.remove(name);
        }

        Optional<String> one(String name) {
            int at = left.indexOf(name);
            if (at < 0) return Optional.empty();
            if (at + 1 == left.size() || left.get(at + 1).startsWith("--"))
                throw wrong(name + " needs a value behind it");
            left.remove(at);
            return Optional.of(left.remove(at));
        }

        List<String> all(String name) {
            List<String> values = new ArrayList<>();
            for (Optional<String> v = one(name); v.isPresent(); v = one(name)) values.add(v.get());
            return List.copyOf(values);
        }

        int number(String name, int otherwise) {
            Optional<String> value = one(name);
            if (value.isEmpty()) return otherwise;
            if (!value.get().matches("\\d{1,9}")) throw wrong(name + " " + value.get() + ": is no whole number");
            return Integer.parseInt(value.get());
        }

        void end() {
            if (!left.isEmpty()) throw wrong("there is no option " + left.getFirst());
        }
    }
}
