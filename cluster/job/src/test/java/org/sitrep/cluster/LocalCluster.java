package org.sitrep.cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The cluster of {@code cluster/local}: one JobManager and two TaskManagers, each a process of its own. */
final class LocalCluster implements AutoCloseable {
    private final Path folder;
    private final int port = free();

    LocalCluster(Path folder) throws Exception {
        this.folder = folder;
        local("start").waitFor();
    }

    /** A port whose next one is free too. */
    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            int port = socket.getLocalPort();
            new ServerSocket(port + 1).close();
            return port;
        } catch (IOException e) {
            return free();
        }
    }

    private Process local(String verb, String... more) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(OneMachine.HOME.resolve("cluster/local").toString(), verb, folder.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PORT", Integer.toString(port));
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(verb + ".log").toFile()))
                .start();
    }

    /** Submits a job; the process ends with it. */
    Process submit(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--languages", OneMachine.LANGUAGES.toString()));
        all.addAll(List.of(options));
        return local("submit", all.toArray(String[]::new));
    }

    /** Ends a TaskManager by SIGKILL. */
    void killTaskManager(int number) throws Exception {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("taskmanager.pids")).get(number));
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
    }

    void addTaskManager() throws Exception {
        local("taskmanager").waitFor();
    }

    /** What a submitted job and the processes said, for a failure's message. */
    String words() throws IOException {
        StringBuilder out = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path log : files.filter(f -> f.toString().endsWith(".log")).toList()) {
                List<String> lines = Files.readAllLines(log);
                out.append(log.getFileName()).append(":\n");
                lines.stream()
                        .skip(Math.max(0, lines.size() - 15))
                        .forEach(l -> out.append(l).append('\n'));
            }
        }
        return out.toString();
    }

    @Override
    public void close() throws Exception {
        local("stop").waitFor(30, TimeUnit.SECONDS);
    }
}
