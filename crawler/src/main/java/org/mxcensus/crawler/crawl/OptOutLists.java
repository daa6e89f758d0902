package org.mxcensus.crawler.crawl;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.datasets.records.Sha256;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.WorkFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Those whom a crawl leaves alone: everybody on the list of anybody who takes part in it. So nobody is called
/// because one of many machines was started without the list, and a row does not depend on who owned its partition.
///
/// Lists are kept beside the crawl's plan, each under its own digest, and are only ever added. Whoever has read all
/// of them knows the same, in whatever order they came; there is nothing to agree on and nothing to lock. Names may
/// be added while a crawl runs ([OptOutInForce]). From when on which of them were in force is noted, without the
/// names.
///
/// @param files of the crawl
public record OptOutLists(WorkFiles files) {
    private static final Logger LOG = LoggerFactory.getLogger(OptOutLists.class);
    private static final String FOLDER = "opt-out";
    private static final String NOTES = "opt-out-in-force";

    /// @param from when whoever joined them first left all of these alone
    private record Note(Instant from, int entries) {}

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
                    "The crawl of {} leaves {} alone, which the opt-out list given here lacks; so does this process: nobody is struck off before the next crawl.",
                    files.crawl(),
                    some(lacking));
        }
        if (!added.isEmpty() && !first) {
            LOG.warn(
                    "The opt-out list given here adds {} to those whom the crawl of {} leaves alone; workers that run already learn of it within half a minute.",
                    some(added),
                    files.crawl());
        }
        return all;
    }

    /// Adds the lists of another crawl, so that whoever was left alone there is left alone here.
    public void addThoseOf(WorkFiles other) {
        for (String name : new OptOutLists(other).names()) {
            try {
                byte[] list = Files.readAllBytes(other.store().local(name));
                files.store().publishFirst(list, files.named(FOLDER + "/" + Sha256.of(list) + ".txt"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The names of the lists that have been added.
    List<String> names() {
        return files.store().list(files.named(FOLDER));
    }

    /// Notes that all of these are left alone from now on. Who notes the same lists later changes nothing.
    void note(OptOut inForce, Instant from) {
        List<String> entries = inForce.entries();
        byte[] note = json(new Note(from, entries.size()));
        files.store().publishFirst(note, files.named(NOTES + "/" + Sha256.of(lines(entries)) + ".json"));
    }

    /// What a reader of the dataset would want to know: how many they are and were from when on; not who they are.
    public Map<String, String> recorded() {
        Map<String, String> recorded = new TreeMap<>();
        List<String> entries = all().entries();
        recorded.put("opt_out_entries", String.valueOf(entries.size()));
        if (!entries.isEmpty()) {
            recorded.put("opt_out_sha256", Sha256.of(lines(entries)));
        }
        List<String> history = files.store().list(files.named(NOTES)).stream()
                .map(name -> Map.entry(note(name), digest(name)))
                .sorted(Comparator.comparing(note -> note.getKey().from()))
                .map(note -> "from %s: %d entries, sha256 %s"
                        .formatted(note.getKey().from(), note.getKey().entries(), note.getValue()))
                .toList();
        if (!history.isEmpty()) {
            recorded.put("opt_out_in_force", String.join("; ", history));
        }
        return recorded;
    }

    private static String digest(String name) {
        return name.substring(name.lastIndexOf('/') + 1).replace(".json", "");
    }

    private Note note(String name) {
        try {
            return Manifests.JSON.readValue(Files.readAllBytes(files.store().local(name)), Note.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] json(Note note) {
        try {
            return Manifests.JSON.writeValueAsBytes(note);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note is plain data", e);
        }
    }

    private void publish(OptOut list) {
        byte[] lines = lines(list.entries());
        files.store().publish(lines, files.named(FOLDER + "/" + Sha256.of(lines) + ".txt"));
    }

    private OptOut all() {
        return names().stream().map(this::read).reduce(OptOut.NOBODY, OptOut::and);
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
