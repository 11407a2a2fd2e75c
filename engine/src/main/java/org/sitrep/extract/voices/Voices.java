package org.sitrep.extract.voices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.extract.names.Mention;
import org.sitrep.extract.names.Mentions;
import org.sitrep.language.Text;
import org.sitrep.model.Attribution;
import org.sitrep.model.Span;

/** Who says what in one text, read when first asked: most texts make no claim. For one thread. */
public final class Voices {
    private static final int LONGEST_SPEAKER = 90;

    private final Text text;
    private final Mentions mentions;
    private final Quotes quotes;
    private final Referents referents;
    private final List<List<Said>> bySentence = new ArrayList<>();
    private boolean read;

    /** A cue with its speaker settled. */
    private record Said(Cue cue, Attribution attribution) {}

    /** What was last said by whom, as far as the text has been read. */
    private static final class Memory {
        Attribution last = Attribution.OWN;
        Attribution person = Attribution.OWN;
        Attribution body = Attribution.OWN;
        boolean office;
    }

    private Voices(Text text, Mentions mentions) {
        this.text = text;
        this.mentions = mentions;
        this.quotes = new Quotes(text);
        this.referents = new Referents(text, mentions);
    }

    /** The voices of {@code text}. */
    public static Voices of(Text text, Mentions mentions) {
        return new Voices(text, mentions);
    }

    private void read() {
        read = true;
        CueReader reader = new CueReader(text, mentions, quotes);
        Memory memory = new Memory();
        for (Text.Sentence s : text.sentences()) {
            List<Said> said = new ArrayList<>();
            for (Cue c : reader.read(s)) said.add(settle(c, memory));
            if (said.isEmpty()) carried(s).ifPresent(said::add);
            if (said.isEmpty()) named(s, memory);
            bySentence.add(said);
        }
        backwards();
    }

    /** The speaker of a claim that stands at {@code claim} in the article's text. */
    public Attribution at(Span claim) {
        if (!read) read();
        Attribution first = at(token(claim));
        return first.speaker().isPresent() || claim.length() == 0
                ? first
                : at(token(new Span(claim.end() - 1, claim.end())));
    }

    private Attribution at(int token) {
        int sentence = sentence(token);
        if (sentence < 0) return Attribution.OWN;
        Optional<Quotes.Quote> quote = quotes.at(token).filter(q -> q.holds(token));
        Optional<Said> best = best(bySentence.get(sentence), token, quote.isPresent());
        if (best.isPresent()) return best.get().attribution();
        return quote.map(q -> quoted(q)).orElse(Attribution.OWN);
    }

    /** Whether {@code claim} stands between quotation marks. */
    public boolean quoted(Span claim) {
        return quotes.inside(token(claim));
    }

    private static Optional<Said> best(List<Said> said, int token, boolean inQuote) {
        Optional<Said> best = Optional.empty();
        for (Said s : said) {
            if (!s.cue().covers(token) || s.cue().quoted() && !inQuote) continue;
            if (best.isEmpty() || s.cue().reach(token) <= best.get().cue().reach(token)) best = Optional.of(s);
        }
        return best;
    }

    /** A quotation over several sentences: whoever speaks where it ends, where it begins, or right before it. */
    private Attribution quoted(Quotes.Quote q) {
        int opens = sentence(q.open());
        int closes = sentence(q.close());
        for (int s : new int[] {closes, opens, opens - 1, closes + 1}) {
            if (s < 0 || s >= bySentence.size()) continue;
            for (Said said : bySentence.get(s)) if (near(said.cue(), q)) return said.attribution();
        }
        boolean whole = q.close() - q.open() > 6
                && opens > 0
                && !bySentence.get(opens - 1).isEmpty();
        return whole ? bySentence.get(opens - 1).getLast().attribution() : Attribution.OWN;
    }

    private static boolean near(Cue c, Quotes.Quote q) {
        return c.from() >= q.close() && c.from() - q.close() <= 3 || c.to() <= q.open() && q.open() - c.to() <= 12;
    }

    private Said settle(Cue c, Memory m) {
        Attribution who = switch (c.pointer()) {
            case NONE -> c.speaker().map(s -> attribution(s, c.via(), m)).orElse(Attribution.OWN);
            case PERSON -> carriedBy(m.person, c.via());
            case BODY, PLURAL -> carriedBy(m.body.speaker().isPresent() ? m.body : m.last, c.via());
            case LAST -> carriedBy(m.last, c.via());
            case PRIVATE -> m.office ? m.last : unnamed();
        };
        c.speaker().ifPresent(s -> remember(s, who, m));
        if (who.speaker().isPresent()) m.last = who;
        m.office = c.speaker().filter(s -> s.kind() == Mention.Kind.OFFICE).isPresent();
        return new Said(c, who);
    }

    private static Attribution carriedBy(Attribution who, List<String> via) {
        return via.isEmpty() || who.speaker().isEmpty() ? who : new Attribution(who.speaker(), who.name(), via);
    }

    private static void remember(Mention s, Attribution who, Memory m) {
        if (s.kind() == Mention.Kind.PERSON || s.kind() == Mention.Kind.OFFICE) m.person = who;
        else m.body = who;
    }

    /** Somebody without an office keeps no name. */
    private static Attribution unnamed() {
        return new Attribution(Optional.of(Attribution.UNNAMED), Optional.empty(), List.of());
    }

    private Attribution attribution(Mention s, List<String> via, Memory m) {
        Referents.Meant meant = referents.of(s);
        if (meant.mention() != s) return attribution(meant.mention(), via, m);
        String words = s.kind() == Mention.Kind.GENERIC
                ? s.shortForm().of(text.source())
                : s.span().of(text.source());
        if (words.length() > LONGEST_SPEAKER) words = s.shortForm().of(text.source());
        return new Attribution(Optional.of(spaced(words)), Optional.of(meant.name()), via);
    }

    /** With one blank for white space of any length; nearly all words are so already. */
    private static String spaced(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean odd = c <= ' ' && (c != ' ' || i + 1 < words.length() && words.charAt(i + 1) <= ' ');
            if (odd) return words.replaceAll("\\s+", " ").strip();
        }
        return words.strip();
    }

    /** A sentence that goes on with what was said ("Of these, 12 …") keeps its speaker. */
    private Optional<Said> carried(Text.Sentence s) {
        boolean follows = !bySentence.isEmpty()
                && !bySentence.getLast().isEmpty()
                && text.at(s.from(), "carry").isPresent();
        if (!follows) return Optional.empty();
        Cue all = new Cue(
                s.from(),
                s.from(),
                Optional.empty(),
                Cue.Pointer.LAST,
                List.of(new int[] {s.from(), s.to()}),
                List.of(),
                false);
        return Optional.of(new Said(all, bySentence.getLast().getLast().attribution()));
    }

    /** A person in office who is named without speaking can be meant by the next "he said". */
    private void named(Text.Sentence s, Memory m) {
        for (Mention x : mentions.within(s.from(), s.to()))
            if (x.kind() == Mention.Kind.PERSON) {
                m.person = attribution(x, List.of(), m);
                return;
            }
    }

    /** An outlet credited at the end of a sentence that begins with "another" or "others" covers the sentence before it too. */
    private void backwards() {
        for (int i = 1; i < bySentence.size(); i++) {
            List<Said> here = bySentence.get(i);
            Text.Sentence s = text.sentences().get(i);
            boolean number = text.at(s.from(), "carry_back").isPresent();
            if (here.isEmpty()
                    || !bySentence.get(i - 1).isEmpty()
                    || !number && !here.getLast().cue().outlet()) continue;
            Text.Sentence before = text.sentences().get(i - 1);
            boolean goesOn = number;
            for (int t = s.from(); t < Math.min(s.to(), s.from() + 4); t++)
                goesOn |= text.at(t, "others").isPresent();
            if (!goesOn || !number && !here.getLast().cue().covers(s.from())) continue;
            Cue cue = here.getLast().cue().with(List.of(new int[] {before.from(), before.to()}));
            bySentence.set(i - 1, List.of(new Said(cue, here.getLast().attribution())));
        }
    }

    /** The token that holds or follows the claim's first character. */
    private int token(Span claim) {
        int low = 0;
        int high = text.tokens().size() - 1;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (text.token(mid).end() <= claim.start()) low = mid + 1;
            else high = mid;
        }
        return low;
    }

    private int sentence(int token) {
        int low = 0;
        int high = text.sentences().size() - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            Text.Sentence s = text.sentences().get(mid);
            if (token < s.from()) high = mid - 1;
            else if (token >= s.to()) low = mid + 1;
            else return mid;
        }
        return -1;
    }
}
