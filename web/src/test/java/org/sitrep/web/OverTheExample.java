package org.sitrep.web;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask one server over a real ledger of the example crisis. */
abstract class OverTheExample {
    @TempDir
    static Path folder;

    static Reader site;

    @BeforeAll
    static void open() {
        site = new Reader(folder, "kazakhstan-2022");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /** The page of the crisis. */
    static String situation() {
        return site.link("/crises", "/situation");
    }
}
