package org.sitrep.acquire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.model.Page;

/** Reads the page out of a browser's archive of one page (MHTML, RFC 2557): its first part of HTML, and the address it came from. */
final class MailReader {
    private final Unpacker unpacker;

    MailReader(Unpacker unpacker) {
        this.unpacker = unpacker;
    }

    void read(InputStream in, Place place) throws IOException {
        Optional<byte[]> bytes = unpacker.page(in, place);
        if (bytes.isEmpty()) return;
        String mail = new String(bytes.get(), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        Map<String, String> head = headers(mail, 0);
        String boundary = "\n--" + parameter(head.getOrDefault("content-type", ""), "boundary");
        Optional<String> address = Optional.ofNullable(head.get("snapshot-content-location"));
        for (int at = mail.indexOf(boundary); at >= 0; at = mail.indexOf(boundary, at + 1)) {
            int start = mail.indexOf('\n', at + 1) + 1;
            int end = mail.indexOf(boundary, at + 1);
            Map<String, String> part = headers(mail, start);
            if (start == 0 || !part.getOrDefault("content-type", "").startsWith("text/html")) continue;
            part(mail, start, end, part, address, place);
            return;
        }
        unpacker.fail(place.where(), "is a saved page without a part of HTML", "save the page again");
    }

    private void part(
            String mail, int start, int end, Map<String, String> head, Optional<String> address, Place place) {
        int body = mail.indexOf("\n\n", start);
        String encoded = body < 0 ? "" : mail.substring(body + 2, end < 0 ? mail.length() : Math.max(body + 2, end));
        byte[] bytes = decoded(
                encoded, head.getOrDefault("content-transfer-encoding", "").toLowerCase(Locale.ROOT));
        Told told = new Told(
                address.or(() -> Optional.ofNullable(head.get("content-location")))
                        .filter(a -> a.startsWith("http"))
                        .map(Address::canonical),
                Optional.empty(),
                Optional.empty(),
                Optional.of(parameter(head.getOrDefault("content-type", ""), "charset"))
                        .filter(c -> !c.isEmpty())
                        .flatMap(Decoder::labelled),
                end < 0 ? Optional.of("the file ends early") : Optional.empty());
        if (end < 0)
            unpacker.fail(place.at(mail.length()), "the file ends early", "save the page again; what is there is read");
        unpacker.page(bytes, Page.Format.HTML, place, told);
    }

    /** The header fields that begin at {@code from}, by their names in lower case, unfolded. */
    private static Map<String, String> headers(String mail, int from) {
        Map<String, String> out = new HashMap<>();
        String last = "";
        int end = mail.indexOf("\n\n", from);
        for (String line : mail.substring(from, end < 0 ? mail.length() : end).split("\n")) {
            int colon = line.indexOf(':');
            if (line.startsWith(" ") || line.startsWith("\t")) out.merge(last, line.strip(), (a, b) -> a + " " + b);
            else if (colon > 0) {
                last = line.substring(0, colon).toLowerCase(Locale.ROOT);
                out.put(last, line.substring(colon + 1).strip());
            }
        }
        return out;
    }

    private static String parameter(String field, String name) {
        int at = field.toLowerCase(Locale.ROOT).indexOf(name + "=");
        if (at < 0) return "";
        String value = field.substring(at + name.length() + 1);
        if (value.startsWith("\"")) return value.substring(1, Math.max(1, value.indexOf('"', 1)));
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip();
    }

    private static byte[] decoded(String text, String encoding) {
        return switch (encoding) {
            case "base64" -> Base64.getMimeDecoder().decode(whole(text));
            case "quoted-printable" -> unquoted(text);
            default -> text.getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    /** Without what would make the decoder fail: a last group that was cut. */
    private static String whole(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9+/]", "");
        return plain.substring(0, plain.length() - (plain.length() % 4 == 1 ? 1 : 0));
    }

    /** Quoted-printable (RFC 2045, 6.7); what is no escape stands for itself. */
    private static byte[] unquoted(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '=' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else if (c == '=' && i + 1 < text.length() && text.charAt(i + 1) == '\n') i++;
            else out.write(c);
        }
        return out.toByteArray();
    }
}
