package org.sitrep.relate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.model.Situation.Name;

/** A cast as people judged it: actors joined whose spellings they took for one, parted where they held them apart. */
final class JudgedNames {
    private JudgedNames() {}

    static List<Name> of(List<Name> cast, Rulings rulings) {
        List<Name> out = cast;
        for (List<String> forms : rulings.parted()) out = parted(out, forms);
        for (List<String> forms : rulings.joined()) out = joined(out, forms);
        return out;
    }

    private static List<Name> parted(List<Name> cast, List<String> forms) {
        List<Name> out = new ArrayList<>();
        for (Name name : cast) {
            Map<Optional<String>, List<Name.Variant>> parts = new LinkedHashMap<>();
            for (Name.Variant v : name.variants())
                parts.computeIfAbsent(Rulings.form(forms, v.text()), f -> new ArrayList<>())
                        .add(v);
            if (parts.keySet().stream().filter(Optional::isPresent).count() < 2) out.add(name);
            else parts.forEach((form, variants) -> out.add(part(name, form, variants)));
        }
        return out;
    }

    /** Spellings that hold none of the parted ones keep the name and id: nobody said whose they are. */
    private static Name part(Name name, Optional<String> form, List<Name.Variant> variants) {
        return form.map(f -> new Name(name.id() + "~" + Rulings.folded(f), name.kind(), f, variants))
                .orElse(new Name(name.id(), name.kind(), name.name(), variants));
    }

    private static List<Name> joined(List<Name> cast, List<String> forms) {
        List<Name> members = cast.stream().filter(n -> holds(n, forms)).toList();
        if (members.isEmpty()) return cast;
        List<Name.Variant> variants =
                members.stream().flatMap(n -> n.variants().stream()).distinct().toList();
        Name first = members.stream()
                .filter(n -> holds(n, forms.subList(0, 1)))
                .findFirst()
                .orElse(members.getFirst());
        Name all = new Name(first.id(), first.kind(), forms.getFirst(), variants);
        List<Name> out = new ArrayList<>();
        for (Name n : cast) {
            if (n == first) out.add(all);
            else if (!members.contains(n)) out.add(n);
        }
        return out;
    }

    private static boolean holds(Name name, List<String> forms) {
        return forms.stream()
                .map(Rulings::folded)
                .anyMatch(f -> Rulings.folded(name.name()).equals(f)
                        || name.variants().stream()
                                .anyMatch(v -> Rulings.folded(v.text()).equals(f)));
    }
}
