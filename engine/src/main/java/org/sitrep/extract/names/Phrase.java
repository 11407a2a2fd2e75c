package org.sitrep.extract.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.language.Text;
import org.sitrep.model.Span;

/** A noun phrase made of atoms, and what it names. */
final class Phrase {
    private static final List<Atom.Type> BODIES = List.of(Atom.Type.OFFICE, Atom.Type.GENERIC, Atom.Type.INSTITUTION);
    private static final List<Atom.Type> NAMED = List.of(
            Atom.Type.ORGANISATION,
            Atom.Type.MEDIA,
            Atom.Type.STATE,
            Atom.Type.SEAT,
            Atom.Type.PEOPLE,
            Atom.Type.PLACE);
    private static final List<Atom.Type> STATES = List.of(Atom.Type.STATE, Atom.Type.PEOPLE, Atom.Type.SEAT);

    private final Text text;
    private final List<Atom> atoms;
    private final List<Atom> head;
    /** The name that stands behind a comma as apposition ("the president, X"), or the office that does ("X, the president"). */
    private Optional<Atom> appositionName = Optional.empty();

    /** The organisation that stands behind a comma for a body described before it ("the humanitarian office, OCHA"). */
    private Optional<Atom> appositionBody = Optional.empty();

    private boolean appositionOffice;

    Phrase(Text text, List<Atom> atoms) {
        this.text = text;
        this.atoms = List.copyOf(atoms);
        this.head = head(this.atoms);
    }

    int from() {
        return atoms.getFirst().from();
    }

    int to() {
        return appositionName
                .or(() -> appositionBody)
                .map(Atom::to)
                .orElse(atoms.getLast().to());
    }

    boolean has(Atom.Type type) {
        return has(atoms, type);
    }

    /** Its runs of capitals, whoever they name. */
    List<Atom> capitals() {
        return atoms.stream().filter(a -> a.is(Atom.Type.CAPITAL)).toList();
    }

    /** Whether it is nothing but a run of capitals. */
    boolean bareName() {
        return atoms.size() == 1 && atoms.getFirst().is(Atom.Type.CAPITAL);
    }

    /** Whether it names an office without its holder. */
    boolean vacant() {
        return has(head, Atom.Type.OFFICE) && name().isEmpty();
    }

    /** The name that closes it behind an office or rank: "Russian General Andrei Petrov". */
    Optional<Atom> titled() {
        Atom last = atoms.getLast();
        boolean title =
                atoms.size() > 1 && has(Atom.Type.OFFICE) && atoms.stream().noneMatch(Atom::linked);
        return title && last.is(Atom.Type.CAPITAL) ? Optional.of(last) : Optional.empty();
    }

    void namedBy(Atom name) {
        appositionName = Optional.of(name);
    }

    /** Whether it describes a body by a common noun: "the UN's humanitarian office". */
    boolean unnamedBody() {
        return first(head, Atom.Type.INSTITUTION)
                .filter(a -> Character.isLowerCase(a.id().charAt(0)))
                .isPresent();
    }

    /** Whether it is an organisation's name and nothing else. */
    boolean bareOrganisation() {
        return atoms.size() == 1 && atoms.getFirst().is(Atom.Type.ORGANISATION);
    }

    Atom body() {
        return atoms.getFirst();
    }

    void identifiedBy(Atom organisation) {
        appositionBody = Optional.of(organisation);
    }

    void heldBy() {
        appositionOffice = true;
    }

    /** The atoms that the phrase is about: after the last possessive, before the first genitive. */
    private static List<Atom> head(List<Atom> atoms) {
        if (atoms.size() == 1) return atoms;
        List<Atom> out = new ArrayList<>();
        for (Atom a : atoms) {
            if (a.linked() && !out.isEmpty()) break;
            out.add(a);
            if (a.owned() && a != atoms.getLast()) out.clear();
        }
        return out.isEmpty() ? atoms : out;
    }

    private Optional<Atom> name() {
        if (appositionName.isPresent()) return appositionName;
        return first(head, Atom.Type.CAPITAL);
    }

    private static boolean has(List<Atom> among, Atom.Type type) {
        for (int i = 0; i < among.size(); i++) if (among.get(i).is(type)) return true;
        return false;
    }

    private static Optional<Atom> first(List<Atom> among, Atom.Type type) {
        for (int i = 0; i < among.size(); i++) if (among.get(i).is(type)) return Optional.of(among.get(i));
        return Optional.empty();
    }

    /** What it names, given what the article teaches. */
    Mention mention(Cast cast) {
        if (appositionBody.isPresent()) {
            Atom body = appositionBody.get();
            return made(Mention.Kind.ORGANISATION, body.id(), text.span(body.from(), body.to()));
        }
        Optional<Atom> name = name();
        if (name.isPresent()) {
            Optional<Mention> person = person(name.get(), cast);
            if (person.isPresent()) return person.get();
        }
        if (first(head, Atom.Type.MEDIUM).isPresent()) return medium(name);
        for (Atom.Type type : BODIES) {
            Optional<Atom> found = first(head, type);
            if (found.isPresent()) return made(kind(type), office(found.get()), nameless(name));
        }
        Optional<Atom> remit = first(head, Atom.Type.REMIT)
                .filter(t -> head.size() == 1 && text.token(t.from()).capital());
        if (remit.isPresent()) return made(Mention.Kind.INSTITUTION, remit.get().id(), whole());
        for (Atom.Type type : NAMED) {
            Optional<Atom> found = first(head, type);
            if (found.isPresent()) return made(kind(type), found.get().id(), whole());
        }
        return made(Mention.Kind.UNKNOWN, words(whole()), whole());
    }

    private Optional<Mention> person(Atom name, Cast cast) {
        String spelled = words(name.from(), name.to());
        Optional<String> organisation = cast.organisation(spelled);
        if (organisation.isPresent()) return Optional.of(made(Mention.Kind.ORGANISATION, organisation.get(), whole()));
        boolean body = head.stream()
                .anyMatch(a -> a.from() >= name.to() && (a.is(Atom.Type.INSTITUTION) || a.is(Atom.Type.GENERIC)));
        if (body && !has(head, Atom.Type.OFFICE)) return Optional.empty();
        boolean office = appositionOffice || has(head, Atom.Type.OFFICE) || affiliated();
        Optional<String> known = cast.known(spelled);
        if (!office && known.isEmpty()) return Optional.empty();
        return Optional.of(made(Mention.Kind.PERSON, known.orElse(spelled), text.span(name.from(), name.to())));
    }

    /** "Serik Shalabayev of the prosecutor's office", "police spokeswoman X", "Griffiths, de l'ONU". */
    private boolean affiliated() {
        boolean full = name().filter(n -> n.to() - n.from() >= 2).isPresent();
        return full
                && atoms.stream()
                        .anyMatch(a -> a.linked()
                                && (a.is(Atom.Type.INSTITUTION)
                                        || a.is(Atom.Type.ORGANISATION)
                                        || a.is(Atom.Type.OFFICE)));
    }

    /** The person's name, where this is a person in office, by the words here or known to be one. */
    Optional<String> learnt(Cast cast) {
        boolean office = appositionOffice || has(head, Atom.Type.OFFICE) || affiliated();
        Optional<String> spelled = name().map(a -> words(a.from(), a.to()));
        return office ? spelled : spelled.flatMap(cast::holder);
    }

    private Mention medium(Optional<Atom> name) {
        Optional<Atom> known = first(atoms, Atom.Type.MEDIA);
        if (known.isPresent()) return made(Mention.Kind.MEDIA, known.get().id(), whole());
        if (name.isPresent())
            return made(Mention.Kind.MEDIA, words(name.get().from(), name.get().to()), whole());
        return made(
                Mention.Kind.GENERIC,
                first(head, Atom.Type.MEDIUM).map(Atom::id).orElse(""),
                whole());
    }

    private static Mention.Kind kind(Atom.Type type) {
        return switch (type) {
            case OFFICE -> Mention.Kind.OFFICE;
            case GENERIC -> Mention.Kind.GENERIC;
            case INSTITUTION, REMIT -> Mention.Kind.INSTITUTION;
            case ORGANISATION -> Mention.Kind.ORGANISATION;
            case MEDIA, MEDIUM -> Mention.Kind.MEDIA;
            case STATE, SEAT -> Mention.Kind.STATE;
            case PEOPLE -> Mention.Kind.PEOPLE;
            case PLACE -> Mention.Kind.PLACE;
            case CAPITAL -> Mention.Kind.UNKNOWN;
        };
    }

    /** "Interior Ministry of" its state where the words say so; the page's words for ids that say too little. */
    private String office(Atom found) {
        String id = found.id();
        Optional<Atom> remit = first(atoms, Atom.Type.REMIT);
        if (remit.isPresent() && Character.isLowerCase(id.charAt(0)) && id.indexOf(' ') < 0)
            id = remit.get().id() + " " + Character.toUpperCase(id.charAt(0)) + id.substring(1);
        boolean tells = Character.isUpperCase(id.charAt(0)) || found.is(Atom.Type.GENERIC);
        return tells
                ? state().or(() -> seat(found))
                        .map(s -> " of " + s)
                        .map(id::concat)
                        .orElse(id)
                : words(whole());
    }

    /** The town or region whose office it is, by a genitive behind it: "the police of the northern province" are not the country's. */
    private Optional<String> seat(Atom found) {
        if (!found.is(Atom.Type.INSTITUTION)) return Optional.empty();
        for (Atom a : atoms)
            if (a.is(Atom.Type.PLACE) && a.linked() && a.from() >= found.to())
                return Optional.of(words(a.from(), a.to()));
        return Optional.empty();
    }

    private Optional<String> state() {
        for (Atom.Type type : STATES) {
            Optional<Atom> found = first(atoms, type);
            if (found.isPresent()) return found.map(Atom::id);
        }
        return Optional.empty();
    }

    /** The phrase up to the name of a private person: "witness". */
    private Span nameless(Optional<Atom> name) {
        return name.filter(n -> n.from() > from())
                .map(n -> text.span(from(), n.from()))
                .orElseGet(this::whole);
    }

    private Span whole() {
        return text.span(from(), to());
    }

    private String words(Span span) {
        return span.of(text.source());
    }

    private String words(int from, int to) {
        return text.words(from, to);
    }

    private Mention made(Mention.Kind kind, String name, Span shortForm) {
        return new Mention(from(), to(), kind, name, state(), whole(), shortForm);
    }
}
