package org.sitrep.cluster;

import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.sitrep.Pipeline;
import org.sitrep.desk.Sheets;
import org.sitrep.model.Page;

/** Reads and extracts page by page; keeps nothing between pages. */
final class Extraction extends ProcessFunction<Arrival, Read> {
    /** What could not be read, in words, one a line. */
    static final OutputTag<String> FAULTS = new OutputTag<>("faults", Types.STRING);

    @SuppressWarnings("NullAway.Init") // filled by open
    private transient Pipeline pipeline;

    @Override
    public void open(OpenContext context) {
        pipeline = Stages.of(getRuntimeContext());
    }

    @Override
    public void processElement(Arrival arrival, Context context, Collector<Read> out) {
        Optional<Page> page = arrival.page();
        if (page.isEmpty()) context.output(FAULTS, arrival.fault());
        else
            try {
                out.collect(new Read(arrival, derived(arrival, page.get())));
            } catch (FromHere e) {
                context.output(
                        FAULTS,
                        page.get().key() + ": an internal error, " + e.getCause()
                                + "; the other pages are read; please report it with this page");
            }
    }

    private Derived derived(Arrival arrival, Page page) {
        try {
            return new Derived(
                    arrival.argument(),
                    arrival.stream(),
                    arrival.position(),
                    arrival.version(),
                    Sheets.of(pipeline, 0, page));
        } catch (RuntimeException | StackOverflowError e) {
            throw new FromHere(e);
        }
    }

    /** A page that the engine stumbles over is our fault, but must not cost the others; what stops further on must stop the job. */
    private static final class FromHere extends RuntimeException {
        private static final long serialVersionUID = 1;

        FromHere(Throwable cause) {
            super(cause);
        }
    }
}
