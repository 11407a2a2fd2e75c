package org.sitrep.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** GLOSSARY.md against the code: its words are the code's words, and the words it rules out are nobody's. */
class GlossaryTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sitrep");

    private record Row(List<String> say, List<String> not) {}

    private static List<Row> rows() {
        return Sources.text(Sources.home().resolve("GLOSSARY.md"))
                .lines()
                .filter(l -> l.startsWith("| ") && !l.startsWith("| say") && !l.startsWith("|-"))
                .map(l -> l.split("\\|"))
                .map(cells -> new Row(words(cells[1]), cells.length > 3 ? words(cells[3]) : List.of()))
                .toList();
    }

    private static List<String> words(String cell) {
        return Stream.of(cell.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    @Test
    void everyWordIsATypeOrAnAccessor() {
        Set<String> names = new HashSet<>();
        for (JavaClass type : ALL) {
            names.add(type.getSimpleName().toLowerCase(Locale.ROOT));
            for (JavaMethod method : type.getMethods())
                names.add(method.getName().toLowerCase(Locale.ROOT));
        }
        List<String> said = rows().stream().flatMap(r -> r.say().stream()).toList();
        assertThat(said).hasSizeGreaterThan(15);
        assertThat(said.stream().filter(w -> !names.contains(w)))
                .as("words of GLOSSARY.md that the code does not use")
                .isEmpty();
    }

    @Test
    void noTypeAndNoMethodOfTheModelCarriesARuledOutWord() {
        List<String> out =
                rows().stream().flatMap(r -> r.not().stream()).distinct().toList();
        List<String> found = new ArrayList<>();
        for (JavaClass type : ALL) {
            check(type.getSimpleName(), out, found);
            for (JavaMethod method : type.getMethods()) {
                boolean shared = type.getPackageName().equals("org.sitrep.model")
                        && method.getModifiers().contains(JavaModifier.PUBLIC);
                if (shared) check(type.getSimpleName() + "." + method.getName(), out, found);
            }
        }
        assertThat(found).as("names with words that GLOSSARY.md rules out").isEmpty();
    }

    private static void check(String name, List<String> out, List<String> found) {
        for (String part : name.split("\\.")[name.split("\\.").length - 1].split("(?=[A-Z])|_")) {
            if (out.contains(part.toLowerCase(Locale.ROOT))) found.add(name);
        }
    }
}
