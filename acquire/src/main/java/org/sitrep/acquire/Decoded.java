package org.sitrep.acquire;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Characters made of bytes.
 *
 * @param text the characters, without a byte order mark
 * @param charset the encoding they were read in
 * @param damage what went wrong on the way, in words with the line; empty when clean
 */
record Decoded(String text, Charset charset, Optional<String> damage) {}
