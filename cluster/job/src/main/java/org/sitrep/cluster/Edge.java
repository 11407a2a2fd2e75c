package org.sitrep.cluster;

/** Two pages of one crisis. @param at the page that is asked for its neighbours */
public record Edge(Node at, Node other) {
    Edge turned() {
        return new Edge(other, at);
    }
}
