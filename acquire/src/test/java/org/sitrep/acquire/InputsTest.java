package org.sitrep.acquire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.acquire.Acquired.Arrived;
import org.sitrep.acquire.Acquired.Unreadable;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;

class InputsTest {
    @TempDir
    Path folder;

    private final List<Page> pages = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void read(Path... arguments) {
        Inputs inputs = new Inputs(acquired -> {
            switch (acquired) {
                case Arrived arrived -> pages.add(arrived.page());
                case Unreadable fault -> faults.add(fault.toString().replace(folder + "/", ""));
            }
        });
        Arrays.stream(arguments).forEach(a -> inputs.read(a.toString()));
    }

    private List<String> keys() {
        return pages.stream().map(Page::key).toList();
    }

    @Test
    void aFolderIsReadInTheOrderOfItsPathsWithKeysRelativeToIt() throws IOException {
        write("b.txt", "two");
        write("a/x.html", "<p>one");
        write("a/deeper/y.jsonl", "{\"id\":\"z\",\"text\":\"three\"}\n");
        write("notes.md", "no page");
        write(".hidden.txt", "no page");
        write(".git/x.txt", "no page");
        read(folder);
        assertThat(keys()).containsExactly("z", "a/x", "b");
        assertThat(pages)
                .extracting(Page::format)
                .containsExactly(Page.Format.TEXT, Page.Format.HTML, Page.Format.TEXT);
        assertThat(faults).isEmpty();
    }

    @Test
    void aFilesKeyIsItsNameWithoutTheEnding() throws IOException {
        read(write("sub/report.of.tuesday.txt", "one"));
        assertThat(keys()).containsExactly("report.of.tuesday");
    }

    @Test
    void textIsKeptToTheCharacter() throws IOException {
        String text = "  \tTwelve\r\n\r\n  dead\u00a0\u0301 \n";
        read(write("a.txt", text));
        assertThat(pages.getFirst().content()).isEqualTo(text);
    }

    @Test
    void aLineGivesAllItsFields() throws IOException {
        read(write("p.jsonl", """
                {"id":"a","text":"one","language":"fr","date_seen":"2022-01-11T10:00:00Z","crisis":"kz","gold_complete":true,"x":{"y":[1]}}
                {"id":"b","html":"<p>two","url":"HTTPS://Outlet.Example:443/x?utm_source=s&id=3#top","language":null,"date_seen":null}

                {"text":"three"}
                """));
        assertThat(faults).isEmpty();
        assertThat(keys()).containsExactly("a", "https://outlet.example/x?id=3", "p#4");
        Page first = pages.getFirst();
        assertThat(first.language()).contains("fr");
        assertThat(first.published()).contains(new Edtf("2022-01-11"));
        assertThat(pages.get(1).format()).isEqualTo(Page.Format.HTML);
        assertThat(pages.get(1).address()).contains("https://outlet.example/x?id=3");
    }

    @Test
    void aVersionIsTheHashOfTheText() throws IOException {
        read(write("a.txt", "abc"), write("p.jsonl", "{\"id\":\"q\",\"text\":\"abc\"}"));
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-4, first example
        assertThat(pages).extracting(Page::version).containsExactly(abc, abc);
    }

    @Test
    void theSameBytesTwiceAreOnePage() throws IOException {
        Path file = write("a.txt", "one");
        read(file, file, folder);
        assertThat(keys()).containsExactly("a");
        assertThat(faults).isEmpty();
    }

    @Test
    void otherBytesUnderOneIdAreBothKeptAndBothNamed() throws IOException {
        read(write("p.jsonl", """
                {"id":"a","text":"one"}
                {"id":"a","text":"two"}
                {"id":"a","text":"two"}
                {"id":"a","text":"three"}
                """));
        assertThat(keys()).containsExactly("a", "a~2", "a~3");
        assertThat(faults).hasSize(2);
        assertThat(faults.getFirst()).startsWith("p.jsonl:2: ").contains("p.jsonl:1", "a~2");
    }

    @Test
    void brokenLinesAreNamedAndTheOthersRead() throws IOException {
        read(write("p.jsonl", """
                {"id":"a","text":"one"}
                {"id":"b","text":"tw
                [1,2]
                {"id":"c"}
                {"id":"d","text":["no"]}
                {"id":"e","text":"five","date_seen":"yesterday"}
                {"id":"f","text":"six"} trailing
                {"id":"g","text":"  "}
                {"id":"h","text":"eight"}
                """));
        assertThat(keys()).containsExactly("a", "e", "h");
        assertThat(faults)
                .extracting(f -> f.substring(0, f.indexOf(' ')))
                .containsExactly(
                        "p.jsonl:2:",
                        "p.jsonl:3:",
                        "p.jsonl:4:",
                        "p.jsonl:5:",
                        "p.jsonl:6:",
                        "p.jsonl:7:",
                        "p.jsonl:8:");
    }

    @Test
    void aLineOf100MegabytesIsPassedOverWithoutHoldingIt() throws IOException {
        Path file = folder.resolve("p.jsonl");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("{\"id\":\"a\",\"text\":\"one\"}\n{\"id\":\"b\",\"text\":\"".getBytes());
            byte[] block = new byte[1_000_000];
            Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < 100; i++) out.write(block);
            out.write("\"}\n{\"id\":\"c\",\"text\":\"three\"}".getBytes());
        }
        read(file);
        assertThat(keys()).containsExactly("a", "c");
        assertThat(faults).singleElement().asString().startsWith("p.jsonl:2: the line has 100 MB");
    }

    @Test
    void otherKindsOfFilesAreNamed() throws IOException {
        Files.write(folder.resolve("a.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0});
        Files.write(folder.resolve("b.html"), "%PDF-1.7\n%âãÏÓ".getBytes());
        write("c.txt", "");
        write("d.txt", " \n\t ");
        byte[] random = new byte[5000];
        new java.util.Random(1).nextBytes(random);
        Files.write(folder.resolve("e.txt"), random);
        read(folder);
        assertThat(pages).isEmpty();
        assertThat(faults).hasSize(5);
        assertThat(String.join("\n", faults))
                .contains(
                        "a.txt: is a picture",
                        "b.html: is a PDF file",
                        "c.txt: the file is empty",
                        "d.txt: holds only white space",
                        "e.txt: is a binary file");
    }

    @Test
    void whatIsMissingOrEmptyIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        read(folder.resolve("none"), folder.resolve("empty"));
        assertThat(faults).hasSize(2);
        assertThat(faults.get(0)).startsWith("none: there is no such file or folder");
        assertThat(faults.get(1)).startsWith("empty: the folder holds no page and no archive");
    }

    @Test
    void whatMayNotBeReadIsNamed() throws IOException {
        Path file = write("a.txt", "one");
        Files.setPosixFilePermissions(file, java.util.Set.of());
        Path unreadable =
                Files.isReadable(file) ? Path.of("/proc/self/mem") : file; // the administrator may read every file
        assumeThat(unreadable).as("neither a file nor /proc is unreadable here").exists();
        read(unreadable);
        assertThat(pages).isEmpty();
        assertThat(faults).hasSize(1);
    }

    /** Nobody writes to the pipe: who opens it to read waits for ever. */
    @Test
    void aPipeInAFolderIsNamedAndTheRestRead() throws IOException, InterruptedException {
        write("a.txt", "one");
        boolean made;
        try {
            made = new ProcessBuilder("mkfifo", folder.resolve("b.txt").toString())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            made = false;
        }
        assumeThat(made).as("no pipes can be made here").isTrue();
        read(folder);
        assertThat(keys()).containsExactly("a");
        assertThat(faults).singleElement().asString().startsWith("b.txt: is a pipe");
    }

    @Test
    void aLinkInACircleIsNamedAndTheRestRead() throws IOException {
        write("a.txt", "one");
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        read(folder);
        assertThat(keys()).containsExactly("a");
        assertThat(faults).singleElement().asString().startsWith("loop: the link leads back");
    }

    @Test
    void aLinkIsFollowedWithinTheFolderAndNotOutOfIt() throws IOException {
        Path secret = write("secret.txt", "not a page");
        Path others = Files.createDirectory(folder.resolve("others"));
        Files.writeString(others.resolve("d.txt"), "not a page");
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Files.writeString(pages.resolve("a.txt"), "one");
        Files.createSymbolicLink(pages.resolve("b.txt"), Path.of("a.txt"));
        Files.createSymbolicLink(pages.resolve("c.txt"), secret);
        Files.createSymbolicLink(pages.resolve("more"), others);
        read(pages);
        assertThat(keys()).containsExactly("a", "b");
        assertThat(faults).hasSize(2).allSatisfy(f -> assertThat(f).contains("the link leads out of the folder"));
        read(Files.createSymbolicLink(folder.resolve("link"), pages));
        assertThat(keys()).as("the folder itself is named by a link").containsExactly("a", "b", "a", "b");
    }

    @Test
    void filesWithoutAnEndingAreKnownByTheirBeginning() throws IOException {
        read(
                write("a", "<!DOCTYPE html><p>one"),
                write("b", "plain words"),
                write("c", "{\"id\":\"x\",\"text\":\"three\"}"));
        assertThat(pages)
                .extracting(Page::format)
                .containsExactly(Page.Format.HTML, Page.Format.TEXT, Page.Format.TEXT);
        assertThat(keys()).containsExactly("a", "b", "x");
    }

    @Test
    void halfCharactersBecomeReplacementsOneForOne() throws IOException {
        read(write("p.jsonl", "{\"id\":\"a\",\"text\":\"x\\ud83dy \\ud83d\\udd4a\"}"));
        assertThat(pages.getFirst().content()).isEqualTo("x\uFFFDy \uD83D\uDD4A");
        assertThat(pages.getFirst().damage()).isPresent();
    }

    @Test
    void bytesOtherThanTheContentsUtf8AreHandedOn() throws IOException {
        Files.write(folder.resolve("a.txt"), new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a'});
        List<Optional<byte[]>> originals = new ArrayList<>();
        new Inputs(acquired -> originals.add(((Arrived) acquired).original())).read(folder.toString());
        assertThat(originals)
                .singleElement()
                .satisfies(
                        o -> assertThat(o).hasValueSatisfying(b -> assertThat(b).hasSize(4)));
    }
}
