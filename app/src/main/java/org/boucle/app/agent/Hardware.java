package org.boucle.app.agent;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the machine is made of, as far as the kernel tells without asking the firmware.
 *
 * @param processor the processors' model name
 * @param sockets number of processors
 * @param coresPerSocket physical cores of each
 * @param memoryGigabytes memory, rounded up to whole GB
 * @param solidStateGigabytes capacity of all disks without moving parts
 * @param spinningGigabytes capacity of all other disks
 */
record Hardware(
        String processor,
        int sockets,
        int coresPerSocket,
        int memoryGigabytes,
        long solidStateGigabytes,
        long spinningGigabytes) {

    static Hardware of(SystemTree tree) {
        String cpu = tree.text(tree.proc("cpuinfo"));
        Set<String> sockets = new HashSet<>();
        int threads = 0;
        for (int at = cpu.indexOf("processor"); at >= 0; at = cpu.indexOf("\nprocessor", at + 1)) {
            threads++;
        }
        for (int at = cpu.indexOf("physical id"); at >= 0; at = cpu.indexOf("physical id", at + 1)) {
            sockets.add(lineEnd(cpu, at));
        }
        int socketCount = Math.max(1, sockets.size());
        long cores = SystemTree.after(cpu, "cpu cores");
        long kilobytes = Math.max(0, SystemTree.after(tree.text(tree.proc("meminfo")), "MemTotal:"));
        int model = cpu.indexOf("model name");
        double[] disks = disks(tree);
        return new Hardware(
                model < 0 ? "" : lineEnd(cpu, model),
                socketCount,
                (int) (cores > 0 ? cores : Math.max(1, threads / socketCount)),
                (int) Math.max(1, Math.ceil(kilobytes / 1024.0 / 1024.0)),
                Math.round(disks[0]),
                Math.round(disks[1]));
    }

    private static double[] disks(SystemTree tree) {
        double[] gigabytes = new double[2];
        for (String name : SystemTree.names(tree.sys("block"))) {
            String directory = "block/".concat(name);
            boolean virtual = name.startsWith("loop")
                    || name.startsWith("ram")
                    || name.startsWith("dm-")
                    || name.startsWith("zram")
                    || name.startsWith("sr");
            OptionalLong sectors = tree.number(tree.sys(directory.concat("/size")));
            if (!virtual && sectors.isPresent()) {
                boolean spins = tree.text(tree.sys(directory.concat("/queue/rotational")))
                        .equals("1");
                gigabytes[spins ? 1 : 0] += sectors.getAsLong() * 512 / 1e9;
            }
        }
        return gigabytes;
    }

    private static String lineEnd(String text, int at) {
        int colon = text.indexOf(':', at);
        int end = text.indexOf('\n', at);
        return colon < 0
                ? ""
                : text.substring(colon + 1, end < 0 ? text.length() : end).strip();
    }

    /** The configuration as the Boavizta dialect's server route takes it. */
    String asServer() {
        StringBuilder json = new StringBuilder(256);
        json.append("\"configuration\":{\"cpu\":{\"units\":").append(sockets);
        json.append(",\"core_units\":").append(coresPerSocket);
        if (!processor.isEmpty()) {
            json.append(",\"name\":\"")
                    .append(processor.replace("\\", "").replace("\"", ""))
                    .append('"');
        }
        json.append("},\"ram\":[{\"units\":1,\"capacity\":")
                .append(memoryGigabytes)
                .append("}],\"disk\":[");
        if (solidStateGigabytes > 0) {
            json.append("{\"type\":\"ssd\",\"units\":1,\"capacity\":")
                    .append(solidStateGigabytes)
                    .append('}');
        }
        if (spinningGigabytes > 0) {
            json.append(solidStateGigabytes > 0 ? "," : "");
            json.append("{\"type\":\"hdd\",\"units\":1,\"capacity\":")
                    .append(spinningGigabytes)
                    .append('}');
        }
        return json.append("]}").toString();
    }
}
