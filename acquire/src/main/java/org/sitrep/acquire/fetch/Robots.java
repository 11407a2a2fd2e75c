package org.sitrep.acquire.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each host's robots.txt allows (RFC 9309), asked once a run. */
final class Robots {
    /** RFC 9309, 2.5: at least so much of the file must be read. */
    private static final int MOST = 512_000;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int SERVER_ERROR = 500;

    /** How the file is had: the answer in the end, behind redirections. */
    @FunctionalInterface
    interface Having {
        Asking.Reply get(URI address) throws IOException, Reach.Unreachable;
    }

    private final String name;
    private final Having having;
    private final Map<String, BaseRobotRules> hosts = new HashMap<>();
    private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser();

    /** @param agent "Name/version (words)"; the rules know it by its name */
    Robots(String agent, Having having) {
        int end = agent.indexOf('/');
        this.name = (end < 0 ? agent : agent.substring(0, end)).toLowerCase(java.util.Locale.ROOT);
        this.having = having;
    }

    boolean allow(URI address) {
        return rules(address).isAllowed(address.toString());
    }

    /** How long the host wants us to wait between requests; zero where it says nothing. */
    Duration pause(URI address) {
        long milliseconds = rules(address).getCrawlDelay();
        return milliseconds <= 0 ? Duration.ZERO : min(Duration.ofMillis(milliseconds));
    }

    private static Duration min(Duration asked) {
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    private BaseRobotRules rules(URI address) {
        String host = address.getScheme() + "://" + address.getRawAuthority();
        BaseRobotRules known = hosts.get(host);
        if (known != null) return known;
        BaseRobotRules rules = ask(URI.create(host + "/robots.txt"));
        hosts.put(host, rules);
        return rules;
    }

    /** No file: all is allowed. A host in trouble, or one that cannot be asked: nothing is, until it can (RFC 9309, 2.3.1). */
    private BaseRobotRules ask(URI file) {
        try {
            Asking.Reply reply = having.get(file);
            if (reply.status() != 200) return parser.failedFetch(reply.status() >= SERVER_ERROR ? 503 : 404);
            byte[] body = Arrays.copyOf(reply.body(), Math.min(reply.body().length, MOST));
            return parser.parseContent(file.toString(), body, "text/plain", List.of(name));
        } catch (Reach.Unreachable e) {
            return parser.failedFetch(404); // a redirection to somewhere closed says nothing about the page
        } catch (IOException e) {
            return parser.failedFetch(503);
        }
    }
}
