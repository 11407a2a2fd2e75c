package org.sitrep.relate;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody who speaks or acts, told apart whatever the spelling, script or language.
 *
 * @param keys names of one and the same actor: two actors that share one are the same ("org:ECOWAS", "person:tkv",
 *     "office:prosecutor/Mali")
 * @param label canonical name, for print
 * @param state the state that it belongs to or is
 * @param whole whether it stands for its state as a whole ("the authorities")
 */
public record Actor(Set<String> keys, String label, Optional<String> state, boolean whole) {
    /** Nobody named: the outlet's own voice. */
    public static final Actor NOBODY = new Actor(Set.of(), "", Optional.empty(), false);

    public Actor {
        keys = Set.copyOf(keys);
    }

    /** Whether anybody is named. */
    public boolean named() {
        return !keys.isEmpty();
    }

    /** Whether it is two parties speaking together. */
    public boolean joint() {
        return keys.size() == 1 && keys.iterator().next().startsWith("joint:");
    }

    /** Whether it is a person alone, without any office or body. */
    public boolean personOnly() {
        return named() && keys.stream().allMatch(k -> k.startsWith("person:"));
    }

    /** Whether it is a known body: an organisation, a state or an office of one; "the mission" may be anybody's. */
    public boolean body() {
        return state.isPresent() || keys.stream().anyMatch(k -> k.startsWith("org:") || k.startsWith("office:"));
    }

    /** Whether both are one actor. */
    public boolean same(Actor other) {
        for (String key : keys) if (other.keys.contains(key)) return true;
        return false;
    }

    /** Whether they are one actor, or one speaks for the state that the other is an office of. */
    public boolean agrees(Actor other) {
        return same(other) || (whole || other.whole) && state.isPresent() && state.equals(other.state);
    }

    /** Whether both are named and can by no reading be one speaker. */
    public boolean differs(Actor other) {
        return named() && other.named() && !agrees(other);
    }
}
