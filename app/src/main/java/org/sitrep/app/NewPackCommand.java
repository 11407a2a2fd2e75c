package org.sitrep.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sitrep new-pack xx}: the skeleton with the language's tag and name in it; what is there already stays. */
@Command(
        name = "new-pack",
        description = "Copies a commented skeleton of a language pack into languages/.",
        footerHeading = "%nFor example:%n",
        footer = {"  sitrep new-pack nl", "  sitrep check-pack nl     what is left to do"})
final class NewPackCommand extends SessionCommand {
    private static final String TEMPLATE = ".template";

    @Parameters(index = "0", paramLabel = "LANGUAGE", description = "The language's tag of two or three letters (nl).")
    String language = "";

    NewPackCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        String name = locale.getDisplayLanguage(Locale.ENGLISH);
        if (!language.matches("[a-z]{2,3}") || name.equals(language))
            throw new Failure(
                    Failure.USAGE,
                    "\u201c" + language
                            + "\u201d is no language tag; give the two or three small letters of BCP 47 (nl, fa, sw)");
        Path languages = session.home().resolve("languages");
        Path folder = languages.resolve(language);
        if (Files.exists(folder.resolve("pack.yaml")))
            throw new Failure(
                    Failure.USAGE,
                    "languages/" + language + " is a pack already; sitrep check-pack " + language
                            + " says what it lacks");
        Path skeleton = languages.resolve("skeleton");
        for (Path template : templates(skeleton)) {
            String to = skeleton.relativize(template).toString();
            Path file = folder.resolve(to.substring(0, to.length() - TEMPLATE.length()));
            if (Files.exists(file)) continue;
            Files.createDirectories(file.getParent());
            String text = Files.readString(template, StandardCharsets.UTF_8);
            Files.writeString(file, text.replace("{tag}", language).replace("{name}", name), StandardCharsets.UTF_8);
            session.out().print("languages/" + language + "/" + folder.relativize(file) + "\n");
        }
        session.out()
                .print("Fill in the files from top to bottom; sitrep check-pack " + language + " says what is left.\n");
        return Failure.DONE;
    }

    private static List<Path> templates(Path skeleton) throws IOException {
        try (Stream<Path> files = Files.walk(skeleton)) {
            return files.filter(f -> f.toString().endsWith(TEMPLATE)).sorted().toList();
        }
    }
}
