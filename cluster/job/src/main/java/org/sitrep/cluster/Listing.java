package org.sitrep.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.sitrep.acquire.Inputs;

/** The files of folders that Sitrep reads, as the command line chooses them; a file that is named itself is read whatever it is called. */
final class Listing extends NonSplittingRecursiveEnumerator {
    private boolean named;

    Listing() {
        super(path -> true);
    }

    @Override
    public Collection<FileSourceSplit> enumerateSplits(Path[] arguments, int tasks) throws IOException {
        List<FileSourceSplit> splits = new ArrayList<>();
        for (Path argument : arguments) {
            named = true;
            splits.addAll(super.enumerateSplits(new Path[] {argument}, tasks));
        }
        return splits;
    }

    @Override
    protected void addSplitsForPath(FileStatus status, FileSystem files, ArrayList<FileSourceSplit> out)
            throws IOException {
        String name = status.getPath().getName();
        boolean wanted = named || !name.startsWith(".") && (status.isDir() || Inputs.wanted(name));
        named = false;
        if (wanted) super.addSplitsForPath(status, files, out);
    }
}
