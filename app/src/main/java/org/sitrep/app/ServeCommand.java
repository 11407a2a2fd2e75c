package org.sitrep.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.ledger.SqliteLedger;
import org.sitrep.web.Access;
import org.sitrep.web.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the web page. */
@Command(
        name = "serve",
        description =
                "Opens the web page and the API over a ledger, on this machine only unless --bind says otherwise. Without a ledger it opens the"
                        + " example crisis, in a ledger of its own that is gone afterwards.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep serve                                 the example, to look around in",
            "  sitrep serve crisis.db --port 8700           your own ledger; made where there is none",
            "  curl localhost:8700/api/v1/openapi.json      what the API can be asked",
            "  sitrep serve crisis.db --bind 192.0.2.7 --host desk.example --tls desk.p12 --tokens visitors",
            "                                               to a team; `sitrep token visitors NAME` lets somebody in",
            "  sitrep serve crisis.db --bind 192.0.2.7 --host desk.example --proxy 192.0.2.1 --user-header X-Remote-User --analyst ana",
            "                                               behind a proxy that speaks TLS and knows the visitors"
        })
final class ServeCommand extends SessionCommand {
    private static final String EXAMPLE = "examples/kazakhstan-2022";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "LEDGER",
            description = "The ledger's file, or postgresql://USER@HOST/DATABASE.")
    Optional<String> file = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "Port; 0 for any free one (default: 8700).")
    int port = 8700;

    @Mixin
    AccessOptions reach = new AccessOptions();

    ServeCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > 65_535) throw new Failure(Failure.USAGE, "--port takes a number from 0 to 65535");
        Access access = reach.access(port);
        String ledger = file.isPresent() ? file.get() : example().toString();
        Ledgers.open(ledger, Clock.systemUTC()).close();
        try (PrintWriter log = reach.log(access, session.err());
                Server server = Server.start(ledger, session.pipeline(), access, log::println)) {
            session.out().println("Sitrep is open at " + server.address() + " (Ctrl-C ends it)");
            session.out().flush();
            new CountDownLatch(1).await();
        } catch (RuntimeException e) {
            if (!(e.getCause() instanceof BindException || e.getCause() instanceof IOException)) throw e;
            throw new Failure(
                    Failure.USAGE,
                    "port " + port + " cannot be opened (" + e.getCause().getMessage()
                            + "); choose another with --port");
        }
        return Failure.DONE;
    }

    /** The example crisis in a ledger that is deleted when the program ends. */
    private Path example() throws IOException {
        Path pages = session.home().resolve(EXAMPLE);
        if (!Files.isDirectory(pages))
            throw new Failure(Failure.USAGE, "the example crisis is not here; name a ledger");
        Path folder = Files.createTempDirectory("sitrep-example-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        Path ledger = folder.resolve("example.db");
        List<Ledger.Addition> all = new ArrayList<>();
        session.pages(List.of(pages.toString()), a -> all.add(new Ledger.Addition(a.page(), a.original())));
        try (Ledger example = SqliteLedger.open(ledger, Clock.systemUTC())) {
            example.add(all);
        }
        return ledger;
    }

    private static void delete(Path folder) {
        for (String name : List.of("example.db", "example.db-wal", "example.db-shm", ""))
            folder.resolve(name).toFile().delete();
    }
}
