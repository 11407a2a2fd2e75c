package org.sitrep.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;

/**
 * Makes news pages of at most 3 kB of UTF-8 that vary language, layout, numbers, names and days: the same seed gives the same pages,
 * for ever. The sentences stand in a file for each language beside this class; a line that starts with {@code !} is a headline, one
 * that starts with {@code ~} tells of nothing that is counted or done. A page makes 23 claims in the
 * mean of its languages, as whole pages of news about unrest do (19 to 25 on 3 kB); long reports of a crisis make 4 to 11, so that this
 * is the dense end of what is read.
 */
public final class PageGenerator {
    /** The languages that there are sentences in. */
    static final List<String> SPOKEN = List.of("en", "fr", "es", "ru", "de", "it", "pt", "uk", "pl", "tr", "ar", "zh", "hi", "sv");

    /** The languages in which pages take turns. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "es", "ru");

    /** Most bytes of a page's text in UTF-8. */
    private static final int TARGET = 3_000;

    /** Characters of a headline on another page, at least. */
    private static final int TEASED = 45;

    private static final List<String> SYLLABLES =
            List.of("ka", "lo", "mi", "ra", "ten", "vo", "sar", "ul", "be", "dor", "ny", "esh", "gal", "pir", "zu", "han");

    private final long seed;
    private final Map<String, List<String>> sentences = new HashMap<>();

    /** @param seed decides everything */
    public PageGenerator(long seed) {
        this.seed = seed;
    }

    private static List<String> lines(String language) {
        try (InputStream in = PageGenerator.class.getResourceAsStream(language + ".txt")) {
            if (in == null) throw new IllegalStateException("no sentences for " + language);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Page number {@code index} in the language whose turn it is. */
    public Page page(int index) {
        return page(index, LANGUAGES.get(index % LANGUAGES.size()));
    }

    /** Page number {@code index} in {@code language}. */
    public Page page(int index, String language) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003L + index);
        return page(index, language, LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_000)), random, () -> word(random), TARGET, s -> s.getBytes(StandardCharsets.UTF_8).length);
    }

    /** How many names a crisis has. */
    private static final int NAMES = 12;

    /** Characters of a page that makes about ten claims. */
    private static final int SHORT = 900;

    /** How many of a hundred sentences tell of nothing that is counted or done. */
    private static final int PLAIN = 40;

    /** Page number {@code index} of as many crises as there are, each of two weeks and with names of its own. */
    public Page pageOf(int index, int crises) {
        int crisis = index / LANGUAGES.size() % crises;
        SplittableRandom own = new SplittableRandom(seed * 7_000_003L + crisis);
        LocalDate first = LocalDate.of(2015, 1, 1).plusDays(own.nextInt(4_000));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < NAMES; i++) names.add(word(own) + word(own).toLowerCase(Locale.ROOT));
        SplittableRandom random = new SplittableRandom(seed * 1_000_003L + index);
        String language = LANGUAGES.get(index % LANGUAGES.size());
        return page(index, language, first.plusDays(random.nextInt(14)), random, () -> names.get(random.nextInt(NAMES)), SHORT, String::length);
    }

    private Page page(
            int index, String language, LocalDate day, SplittableRandom random, Supplier<String> name, int size, ToIntFunction<String> measure) {
        List<String> from = sentences.computeIfAbsent(language, PageGenerator::lines);
        List<String> heads = from.stream().filter(l -> l.startsWith("!")).toList();
        List<String> telling = from.stream().filter(l -> !l.startsWith("!") && !l.startsWith("~")).toList();
        List<String> plain = from.stream().filter(l -> l.startsWith("~")).map(l -> l.substring(2)).toList();
        String place = name.get();
        StringBuilder text = new StringBuilder(TARGET + 300);
        text.append(filled(heads.get(random.nextInt(heads.size())).substring(2), random, day, place, language, name)).append("\n\n");
        int length = measure.applyAsInt(text.toString());
        while (true) {
            int sentencesHere = 1 + random.nextInt(4);
            for (int i = 0; i < sentencesHere; i++) {
                List<String> of = random.nextInt(100) < PLAIN ? plain : telling;
                String sentence = filled(of.get(random.nextInt(of.size())), random, day, place, language, name);
                length += measure.applyAsInt(sentence) + 1;
                if (length >= size) return page(index, language, day, text.toString());
                text.append(sentence).append(' ');
            }
            text.append(random.nextInt(3) == 0 ? "\n\n" : "\n");
            length += 2;
        }
    }

    private Page page(int index, String language, LocalDate day, String text) {
        String key = "generated-" + seed + "-" + index;
        return new Page(key, "%064x".formatted(index), Page.Format.TEXT, text, Optional.empty(), Optional.of(language), Optional.of(Edtf.of(day)), Optional.empty());
    }

    /** The page as HTML of about {@code size} characters, with what stands around a story on the web ({@link WebLayout}). */
    public String html(int index, String language, int size) {
        Page page = page(index, language);
        SplittableRandom random = new SplittableRandom(index);
        Supplier<String> name = () -> word(random);
        List<String> plain = sentences.computeIfAbsent(language, PageGenerator::lines).stream().filter(l -> l.startsWith("~")).map(l -> l.substring(2)).toList();
        LocalDate day = page.published().flatMap(Edtf::day).orElseThrow();
        Supplier<String> teased = () -> start(filled(plain.get(random.nextInt(plain.size())), random, day, name.get(), language, name));
        return new WebLayout(random, name, size).page(language, day.toString(), page.content(), teased, size);
    }

    /** The first words of a sentence: a headline that tells of nothing that is counted or done. */
    private static String start(String sentence) {
        int end = sentence.indexOf(' ', Math.min(sentence.length(), TEASED));
        return end < 0 ? sentence : sentence.substring(0, end);
    }

    private static String filled(String template, SplittableRandom random, LocalDate day, String place, String language, Supplier<String> name) {
        Locale locale = Locale.forLanguageTag(language);
        StringBuilder out = new StringBuilder(template.length() + 20);
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '{') {
                out.append(c);
                continue;
            }
            int close = template.indexOf('}', i);
            out.append(switch (template.substring(i + 1, close)) {
                case "n" -> Integer.toString(1 + (int) Math.pow(10, random.nextDouble() * 4));
                case "place" -> random.nextInt(3) > 0 ? place : name.get();
                case "person" -> name.get() + " " + name.get();
                case "org" -> name.get();
                case "weekday" -> day.minusDays(random.nextInt(4)).getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
                default -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
            });
            i = close;
        }
        return out.toString();
    }

    private static String word(SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        int n = 2 + random.nextInt(2);
        for (int i = 0; i < n; i++) out.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
        return out.toString();
    }
}
