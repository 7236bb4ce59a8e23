package org.boucle.app.agent;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that wait for the twin, on disk: what was appended survives the death of the agent and is handed out, in its
 * order, until it has been acknowledged. A line may be handed out twice (the agent died after the twin's answer), never
 * not at all; the twin keeps one value for one series and time.
 *
 * <p>Files {@code points-<number>.jsonl} of about a mebibyte, and {@code position}: the file and offset up to which all is
 * acknowledged. When more than the limit waits, the oldest file goes, and {@link #droppedBytes} tells.
 */
final class DiskBuffer {
    private static final int SEGMENT_BYTES = 1 << 20;
    private static final int CHUNK_BYTES = 48 << 10;

    /** Some whole lines, and the place after them. */
    record Chunk(byte[] lines, long segment, long end) {}

    private final File directory;
    private final long limitBytes;
    private final List<Long> segments = new ArrayList<>();
    private FileOutputStream out;
    private long outBytes;
    private long position;
    private long droppedBytes;

    DiskBuffer(File directory, long limitBytes) {
        this.directory = directory;
        this.limitBytes = limitBytes;
        try {
            if (!directory.isDirectory() && !directory.mkdirs()) {
                throw new IOException("Cannot make the directory ".concat(directory.getPath()));
            }
            for (String name : SystemTree.names(directory)) {
                if (name.startsWith("points-") && name.endsWith(".jsonl")) {
                    segments.add(Long.parseLong(name.substring(7, name.length() - 6)));
                }
            }
            recover();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts a torn last line, takes up the position and opens the last file for more. */
    private void recover() throws IOException {
        if (segments.isEmpty()) {
            segments.add(1L);
        } else {
            File last = file(segments.getLast());
            try (RandomAccessFile access = new RandomAccessFile(last, "rw")) {
                long end = access.length();
                while (end > 0) {
                    access.seek(end - 1);
                    if (access.read() == '\n') {
                        break;
                    }
                    end--;
                }
                access.setLength(end);
            }
        }
        File mark = new File(directory, "position");
        if (mark.exists()) {
            String[] words = SystemTree.words(new SystemTree(directory, directory).text(mark));
            if (words.length == 2 && segments.contains(Long.parseLong(words[0]))) {
                forgetBefore(Long.parseLong(words[0]));
                position = Math.min(
                        Long.parseLong(words[1]), file(segments.getFirst()).length());
            }
        }
        open();
    }

    private void open() throws IOException {
        File file = file(segments.getLast());
        out = new FileOutputStream(file, true);
        outBytes = file.length();
    }

    /** Keeps the lines; after the return they survive the death of this process. */
    synchronized void append(byte[] lines) {
        try {
            if (outBytes > 0 && outBytes + lines.length > SEGMENT_BYTES) {
                sync();
                out.close();
                segments.add(segments.getLast() + 1);
                open();
            }
            out.write(lines);
            outBytes += lines.length;
            while (segments.size() > 1 && waitingBytes() > limitBytes) {
                droppedBytes += file(segments.getFirst()).length() - position;
                forgetBefore(segments.get(1));
                position = 0;
                writePosition();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forces what was appended onto the disk itself, against a loss of power. */
    synchronized void sync() {
        try {
            out.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next lines that wait, at least one whole line if any waits. */
    synchronized Chunk next() {
        try {
            while (segments.size() > 1 && position >= file(segments.getFirst()).length()) {
                forgetBefore(segments.get(1));
                position = 0;
            }
            try (FileInputStream in = new FileInputStream(file(segments.getFirst()))) {
                in.skipNBytes(position);
                byte[] bytes = in.readNBytes(CHUNK_BYTES);
                int end = bytes.length;
                while (end > 0 && bytes[end - 1] != '\n') {
                    end--;
                }
                byte[] lines = end == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, end);
                return new Chunk(lines, segments.getFirst(), position + end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The twin has these lines: they will not be handed out again. */
    synchronized void acknowledge(Chunk chunk) {
        if (segments.getFirst() == chunk.segment) {
            position = Math.max(position, chunk.end);
            writePosition();
        }
    }

    /** Lines that the twin will never take are kept beside, for a person to look at. */
    synchronized void setAside(Chunk chunk) {
        try (FileOutputStream refused = new FileOutputStream(new File(directory, "refused.jsonl"), true)) {
            refused.write(chunk.lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acknowledge(chunk);
    }

    synchronized long waitingBytes() {
        long bytes = -position;
        for (int i = 0; i < segments.size(); i++) {
            bytes += file(segments.get(i)).length();
        }
        return bytes;
    }

    synchronized long droppedBytes() {
        return droppedBytes;
    }

    synchronized void close() {
        try {
            sync();
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetBefore(long segment) {
        while (segments.getFirst() < segment) {
            File old = file(segments.removeFirst());
            if (!old.delete() && old.exists()) {
                throw new UncheckedIOException(new IOException("Cannot delete ".concat(old.getPath())));
            }
        }
    }

    private void writePosition() {
        String text = Long.toString(segments.getFirst()).concat(" ").concat(Long.toString(position));
        File fresh = new File(directory, "position.new");
        try (FileOutputStream mark = new FileOutputStream(fresh)) {
            mark.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!fresh.renameTo(new File(directory, "position"))) {
            throw new UncheckedIOException(
                    new IOException("Cannot write the position in ".concat(directory.getPath())));
        }
    }

    private File file(long segment) {
        StringBuilder name = new StringBuilder(32).append("points-");
        String number = Long.toString(segment);
        for (int i = number.length(); i < 12; i++) {
            name.append('0');
        }
        return new File(directory, name.append(number).append(".jsonl").toString());
    }
}
