package org.sitrep.extract.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.language.Pack;

/** What a pack needs before it reads news, in the words of somebody who knows the language and not the program. */
final class Needs {
    private static final Map<String, String> WORDS = words();
    private static final Map<String, String> FILES = files();

    private Needs() {}

    private static Map<String, String> words() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("number", "the numbers as words: one, two \u2026 ninety");
        out.put("scale", "what multiplies a number: hundred, thousand, million");
        out.put("hedge", "words before a number that make it less exact: about, at least, more than");
        out.put("vague", "words instead of a number: dozens, hundreds, some");
        out.put("increment", "another, more: what comes on top of earlier counts");
        out.put("people", "who is counted: people, soldiers, children, protesters \u2026");
        out.put("noun", "what happened, as a noun: dead, injured, arrests, the death toll");
        out.put("thing", "what is counted and is no people: years, money, houses, cars");
        out.put("verb", "what happened, as a verb: killed, died, was arrested, sent");
        out.put("aux", "auxiliaries: was, has, will");
        out.put("modal", "words that make something planned or only possible: plans to, may");
        out.put("negation", "not, never");
        out.put("conjunction", "and, or, but");
        out.put("including", "among them, including: a count inside the count before");
        out.put("earlier", "words that mark an older count: earlier reports, no longer");
        out.put("denial", "words that deny a count: false, not confirmed");
        out.put("speech", "verbs of saying");
        out.put("according", "according to");
        out.put("office", "who speaks: president, minister, spokesperson");
        out.put("institution", "which bodies speak: health ministry, police, army");
        out.put(
                "deed",
                "the words of events and promises, under the ids of languages/deeds: emergency, ceasefire, resign, withdraw");
        out.put("generic", "somebody without a name who speaks: authorities, witnesses");
        return out;
    }

    private static Map<String, String> files() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put(
                "read.yaml",
                "function words, months and weekdays, by which pages of this language are recognised and dated");
        out.put("times", "rules for dates");
        out.put("places.yaml", "how places are named (in, the city of, the province of)");
        out.put("figures/figures.heldout.cases", "sentences written before the rules, by which the pack is measured");
        return out;
    }

    static List<String> of(Pack pack) {
        List<String> out = new ArrayList<>();
        FILES.forEach((name, what) -> {
            Path file = pack.folder().resolve(name);
            if (!Files.exists(file)) out.add("There is no " + pack.language() + "/" + name + ": " + what + ".");
        });
        WORDS.forEach((category, what) -> {
            if (pack.spellings(category).isEmpty())
                out.add("There are no words under \u201c" + category + ":\u201d in words/*.yaml: " + what + ".");
        });
        return out;
    }
}
