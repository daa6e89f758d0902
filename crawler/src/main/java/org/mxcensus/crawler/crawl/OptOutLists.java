package org.mxcensus.crawler.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.datasets.records.Sha256;
import org.mxcensus.datasets.store.WorkFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Those whom a crawl leaves alone: everybody on the list of anybody who takes part in it. So nobody is called because
/// one of many machines was started without the list, and a row does not depend on who owned its partition.
///
/// Lists are kept beside the crawl's plan, each under its own digest, and are only ever added. Whoever has read all of
/// them knows the same, in whatever order they came; there is nothing to agree on and nothing to lock. Names may be
/// added while a crawl runs. Who takes part already learns of them at his next start.
///
/// @param files of the crawl
public record OptOutLists(WorkFiles files) {
    private static final Logger LOG = LoggerFactory.getLogger(OptOutLists.class);
    private static final String FOLDER = "opt-out";

    /// Adds a list to the crawl's, and says in a warning where it is another.
    ///
    /// @param ours the list that this process was started with
    /// @param first whether nobody else takes part yet
    /// @return all whom the crawl leaves alone
    OptOut join(OptOut ours, boolean first) {
        List<String> added = all().lacks(ours);
        if (!added.isEmpty()) {
            publish(ours);
        }
        OptOut all = all();
        List<String> lacking = ours.lacks(all);
        if (!lacking.isEmpty()) {
            LOG.warn(
                    "The crawl of {} leaves {} alone, which the opt-out list given here lacks; so does this process, but give it the same list with --opt-out.",
                    files.crawl(),
                    some(lacking));
        }
        if (!added.isEmpty() && !first) {
            LOG.warn(
                    "The opt-out list given here adds {} to those whom the crawl of {} leaves alone; workers that run already learn of it when they are started again.",
                    some(added),
                    files.crawl());
        }
        return all;
    }

    /// What a reader of the dataset would want to know; not who they are.
    public Map<String, String> recorded() {
        List<String> entries = all().entries();
        return entries.isEmpty()
                ? Map.of("opt_out_entries", "0")
                : Map.of(
                        "opt_out_entries", String.valueOf(entries.size()), "opt_out_sha256", Sha256.of(lines(entries)));
    }

    private void publish(OptOut list) {
        byte[] lines = lines(list.entries());
        files.store().publish(lines, files.named(FOLDER + "/" + Sha256.of(lines) + ".txt"));
    }

    private OptOut all() {
        return files.store().list(files.named(FOLDER)).stream().map(this::read).reduce(OptOut.NOBODY, OptOut::and);
    }

    private OptOut read(String name) {
        try {
            return OptOut.parse(Files.readAllLines(files.store().local(name)), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] lines(List<String> entries) {
        return String.join("\n", entries).getBytes(StandardCharsets.UTF_8);
    }

    private static String some(List<String> entries) {
        return entries.size() == 1
                ? entries.getFirst()
                : "%d entries (%s and others)".formatted(entries.size(), entries.getFirst());
    }
}
