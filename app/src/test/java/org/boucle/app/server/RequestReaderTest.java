package org.boucle.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.buffers.DataReader;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The reader of requests against the transport's own. */
class RequestReaderTest {
    /** What can be asked of a reader, with a number that says how much. */
    private static final List<Function<Integer, Function<DataReader, Object>>> QUESTIONS = List.of(
            n -> DataReader::available,
            n -> DataReader::read,
            n -> DataReader::lookup,
            n -> DataReader::startsWithNewLine,
            n -> reader -> reader.startsWith("lo\r".substring(0, 1 + n % 3).getBytes(StandardCharsets.US_ASCII)),
            n -> reader -> reader.readBuffer().debugDataHex(),
            n -> reader -> reader.readBuffer(n).debugDataHex(),
            n -> reader -> reader.getBuffer(n).debugDataHex(),
            n -> reader -> reader.readLazyString(StandardCharsets.US_ASCII, n).toString(),
            n -> reader -> reader.readAsciiString(n),
            n -> reader -> Arrays.toString(reader.readBytes(n)),
            n -> DataReader::readLine,
            n -> reader -> reader.findOrNewLine((byte) 'o', 3 * n),
            n -> reader -> reader.findNewLine(3 * n),
            n -> reader -> {
                reader.skip(n);
                return "skipped";
            },
            n -> reader -> {
                reader.ensureAvailable();
                return reader.available();
            },
            n -> reader -> {
                reader.pullData();
                return reader.available();
            });

    @Property(tries = 2_000)
    void givesWhatTheTransportsOwnGives(@ForAll Random random) {
        List<byte[]> blocks = blocks(random);
        DataReader plain = DataReader.create(supplier(blocks));
        Supplier<byte[]> socket = supplier(blocks);
        DataReader ours = new RequestReader(DataReader.create(socket), socket);
        for (int i = 0; i < 40; i++) {
            Function<DataReader, Object> question =
                    QUESTIONS.get(random.nextInt(QUESTIONS.size())).apply(1 + random.nextInt(12));
            Object expected = answer(question, plain);
            assertThat(answer(question, ours)).isEqualTo(expected);
            if (expected instanceof Class) {
                return; // a connection is closed after any failure
            }
        }
    }

    private static Object answer(Function<DataReader, Object> question, DataReader reader) {
        try {
            return question.apply(reader);
        } catch (RuntimeException failure) {
            return failure.getClass();
        }
    }

    private static List<byte[]> blocks(Random random) {
        List<byte[]> blocks = new ArrayList<>();
        for (int block = random.nextInt(30); block > 0; block--) {
            byte[] bytes = new byte[1 + random.nextInt(9)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) "hello\r\n".charAt(random.nextInt(7));
            }
            blocks.add(bytes);
        }
        return blocks;
    }

    private static Supplier<byte[]> supplier(List<byte[]> blocks) {
        Iterator<byte[]> left = blocks.iterator();
        return () -> left.hasNext() ? left.next() : null;
    }

    /** A question left to the inherited reader would never see what was received. */
    @Test
    void everyQuestionIsPassedOn() throws NoSuchMethodException {
        for (Method method : DataReader.class.getDeclaredMethods()) {
            boolean question = Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())
                    && !method.getName().equals("listener"); // kept by the transport's reader, told nothing
            if (question) {
                assertThat(RequestReader.class
                                .getDeclaredMethod(method.getName(), method.getParameterTypes())
                                .getDeclaringClass())
                        .as(method.toString())
                        .isEqualTo(RequestReader.class);
            }
        }
    }

    /** In a machine of its own: what it prints is the number of full collections. */
    @Test
    void whatWasReadIsLeftToYoungCollections() throws Exception {
        assertThat(fullCollections("ours")).isZero();
        assertThat(fullCollections("plain"))
                .as("the transport's own: if this is 0, RequestReader can go")
                .isPositive();
    }

    private static int fullCollections(String reader) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx48m",
                        "-Xmn4m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdleThenBusy.class.getName(),
                        reader)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).matches("\\d+");
        return Integer.parseInt(output);
    }
}
