package org.sitrep.model;

import java.util.Optional;

/**
 * The bytes acquired for one page, already decoded to characters, with what the acquirer was told about them.
 *
 * @param key canonical address, else the JSONL id, else the path relative to the argument without its ending
 * @param version lower-case hexadecimal SHA-256 of the page's bytes (of the UTF-8 text for a JSONL line)
 * @param format how {@code content} is to be read
 * @param content the decoded input, unchanged but for a byte order mark
 * @param address where the page was published, where known
 * @param language BCP 47 tag given with the page, where given
 * @param published publication date given with the page (JSONL {@code date_seen}), where given
 * @param damage what the decoder noticed (undecodable bytes, mojibake), in words; empty when clean
 */
public record Page(
        String key,
        String version,
        Format format,
        String content,
        Optional<String> address,
        Optional<String> language,
        Optional<Edtf> published,
        Optional<String> damage) {

    /** How a page's content is to be read. */
    public enum Format implements Code {
        TEXT,
        HTML
    }
}
