package org.sitrep.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sitrep.language.PackError;
import org.sitrep.ledger.LedgerProblem;
import picocli.CommandLine;

/** The command line's entry point. */
public final class Main {
    /** Commands that read pages: the language packs load while the words of the command are still looked at. */
    private static final Set<String> READING = Set.of("claims", "read", "report", "situation", "times");

    private Main() {}

    /** Runs one command and ends the process with its exit code: 0 done, 1 some pages unreadable, 2 usage, 3 internal. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs one command with the given streams and returns its exit code. */
    public static int run(PrintStream out, PrintStream err, String... args) {
        try {
            return command(out, err, args);
        } catch (OutOfMemoryError e) {
            return exhausted(err);
        }
    }

    private static int command(PrintStream out, PrintStream err, String... args) {
        Session session = new Session(out, err, Path.of(System.getProperty("sitrep.home", ".")));
        if (args.length > 1 && READING.contains(args[0])) session.expect(List.of(args));
        CommandLine line = Sitrep.commandLine(session, args.length == 0 ? "" : args[0]);
        if (args.length == 0) {
            line.usage(out);
            return Failure.DONE;
        }
        line.setExecutionExceptionHandler((problem, command, parsed) -> explain(problem, session.err()));
        line.setParameterExceptionHandler((problem, given) -> {
            session.err().println("sitrep: " + usage(problem));
            String name = problem.getCommandLine().getCommandSpec().qualifiedName();
            session.err().println("Try `" + name + " --help`, which shows examples.");
            return Failure.USAGE;
        });
        return line.execute(args);
    }

    private static String usage(CommandLine.ParameterException problem) {
        if (!(problem instanceof CommandLine.UnmatchedArgumentException unmatched) || unmatched.isUnknownOption())
            return String.valueOf(problem.getMessage());
        String suggestions = String.join(" or ", unmatched.getSuggestions());
        String advice = suggestions.isEmpty() ? "" : "; did you mean " + suggestions + "?";
        return "there is no command \u201c" + unmatched.getUnmatched().getFirst() + "\u201d" + advice;
    }

    private static int exhausted(PrintStream err) {
        long most = Runtime.getRuntime().maxMemory() >> 20;
        err.println("sitrep: out of memory: this takes more than the " + most
                + " MB that it may use; allow more, as in `JAVA_OPTS=-Xmx" + 2 * (most / 1024 + 1)
                + "g sitrep …`, or name fewer pages");
        return Failure.INTERNAL;
    }

    private static int explain(Exception problem, PrintStream err) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause())
            if (cause instanceof OutOfMemoryError) return exhausted(err);
        if (problem instanceof Failure failure) {
            err.println("sitrep: " + failure.getMessage());
            return failure.code();
        }
        if (problem instanceof LedgerProblem) {
            err.println("sitrep: " + problem.getMessage());
            return Failure.USAGE;
        }
        if (problem instanceof PackError) {
            err.println("sitrep: broken language pack: " + problem.getMessage());
            return Failure.INTERNAL;
        }
        err.println("sitrep: internal error: " + problem + "; please report it with the command that you ran");
        if (Boolean.getBoolean("sitrep.debug")) problem.printStackTrace(err);
        else err.println("SITREP_DEBUG=1 shows where it happened.");
        return Failure.INTERNAL;
    }
}
