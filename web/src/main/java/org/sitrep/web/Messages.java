package org.sitrep.web;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * The lines of a client that are messages (JSON-RPC 2.0), one after the other. A line that is none is passed over and noted, because the protocol's library would
 * stop listening at it without a word. Tells when the other side has gone.
 */
final class Messages extends InputStream {
    private static final System.Logger LOG = System.getLogger("org.sitrep.web");

    private final BufferedReader lines;
    private final CountDownLatch end;
    private byte[] line = {};
    private int next;

    Messages(InputStream in, CountDownLatch end) {
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (next == line.length && !advance()) return -1;
        int read = Math.min(length, line.length - next);
        System.arraycopy(line, next, bytes, offset, read);
        next += read;
        return read;
    }

    private boolean advance() throws IOException {
        for (String said = lines.readLine(); said != null; said = lines.readLine())
            if (message(said)) {
                line = (said + "\n").getBytes(StandardCharsets.UTF_8);
                next = 0;
                return true;
            }
        end.countDown();
        return false;
    }

    private static boolean message(String line) {
        try {
            McpSchema.deserializeJsonRpcMessage(McpJsonDefaults.getMapper(), line);
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a line that is no message was passed over: " + e.getMessage());
            return false;
        }
    }
}
