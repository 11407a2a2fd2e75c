package org.sitrep.cluster;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.Path;

/**
 * Files in every format that Sitrep reads. A file is read whole by one task, since archives nest; how many pages of it were handed on
 * is in each checkpoint, and that many are passed over when it is read again.
 */
final class PageFormat implements BulkFormat<Arrival, FileSourceSplit> {
    private final List<Path> arguments;

    /** @param arguments files and folders, as given */
    PageFormat(List<Path> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public PageReader createReader(Configuration configuration, FileSourceSplit split) throws IOException {
        return reader(split, 0);
    }

    @Override
    public PageReader restoreReader(Configuration configuration, FileSourceSplit split) throws IOException {
        return reader(
                split,
                split.getReaderPosition()
                        .map(CheckpointedPosition::getRecordsAfterOffset)
                        .orElse(0L));
    }

    private PageReader reader(FileSourceSplit split, long done) throws IOException {
        String file = split.path().getPath();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i).getPath();
            if (file.equals(argument))
                return new PageReader(
                        new PageReader.Origin(i, split.path(), split.path().getName()), done);
            if (file.startsWith(argument + "/"))
                return new PageReader(
                        new PageReader.Origin(i, split.path(), file.substring(argument.length() + 1)), done);
        }
        throw new IllegalStateException(file + " lies under none of " + arguments);
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return TypeInformation.of(Arrival.class);
    }
}
