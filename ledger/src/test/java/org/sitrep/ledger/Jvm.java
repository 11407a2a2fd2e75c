package org.sitrep.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This test's JDK and class path in a process of its own, which can be killed. */
final class Jvm {
    private Jvm() {}

    /** To be started; what it says on its standard error is seen among the test's. */
    static ProcessBuilder running(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData", // a file in the temporary folder, which may be full
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
