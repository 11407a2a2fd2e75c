package org.sitrep.app;

import java.util.List;
import org.sitrep.model.Page;

/** A command that prints the records of each page as it comes. */
abstract class PageRecordsCommand extends RecordsCommand {
    PageRecordsCommand(Session session) {
        super(session);
    }

    /** What is printed of one page, in the wanted format. */
    abstract List<String> records(Page page);

    @Override
    public final Integer call() {
        session.each(pages, this::records, this::print);
        return session.code();
    }
}
