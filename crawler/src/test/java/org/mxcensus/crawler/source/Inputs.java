package org.mxcensus.crawler.source;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.mxcensus.datasets.schema.FrameRow;

/// Inputs for tests: text into files, files into frames.
record Inputs(Path folder) {

    Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    List<FrameRow> frame(String text) {
        return frame(file("input", text));
    }

    static List<FrameRow> frame(Path file) {
        try (var source = Sources.open(SourceInput.of(file))) {
            return frame(source);
        }
    }

    static List<FrameRow> frame(Source source) {
        var rows = new ArrayList<FrameRow>();
        source.forEach(rows::add);
        return rows;
    }

    SourceReport report(String text) {
        try (var source = Sources.open(SourceInput.of(file("input", text)))) {
            return source.report();
        }
    }

    static byte[] gzip(byte[] bytes) {
        return pack(bytes, out -> new GZIPOutputStream(out));
    }

    static byte[] zstd(byte[] bytes) {
        return pack(bytes, out -> new ZstdOutputStream(out));
    }

    private interface Packer {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] pack(byte[] bytes, Packer packer) {
        var out = new ByteArrayOutputStream();
        try (var packed = packer.over(out)) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
