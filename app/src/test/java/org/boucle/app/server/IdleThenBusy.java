package org.boucle.app.server;

import io.helidon.common.buffers.DataReader;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** A connection that idles until what it read last is old, and then reads 100 MB. Prints how often all had to be collected. */
final class IdleThenBusy {
    private static final int BLOCK = 1_000;
    private static final int BLOCKS = 100_000;
    private static final int YOUNG_COLLECTIONS_UNTIL_OLD = 20;

    private static byte[] garbage = {};

    public static void main(String[] arguments) {
        Supplier<byte[]> socket = () -> new byte[BLOCK];
        DataReader reader = DataReader.create(socket);
        if (arguments[0].equals("ours")) {
            reader = new RequestReader(reader, socket);
        }
        reader.readBytes(BLOCK);
        long young = collections("Copy");
        while (collections("Copy") < young + YOUNG_COLLECTIONS_UNTIL_OLD) {
            garbage = new byte[BLOCK];
        }
        for (int i = 0; i < BLOCKS; i++) {
            garbage = reader.readBytes(BLOCK);
        }
        System.out.println(collections("MarkSweepCompact"));
    }

    private static long collections(String name) {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> collector.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getCollectionCount();
    }
}
