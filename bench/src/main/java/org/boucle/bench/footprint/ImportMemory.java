package org.boucle.bench.footprint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.boucle.app.footprint.imports.ImportedFile;
import org.boucle.app.footprint.imports.Importers;

/**
 * What importing a large archive takes: the most that was reachable after a collection, the most that was used, and the
 * processor time. Run it under a small heap: an import that needs more fails.
 */
public final class ImportMemory {
    private static final int EXCHANGES = 40;
    private static final int RELEASES = 20;
    private static final int FLOWS = 400;

    private final SplittableRandom random = new SplittableRandom(11);
    private final int processes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);
    private long unpacked;

    private ImportMemory(int processes) {
        this.processes = processes;
    }

    /** {@code ImportMemory jsonld|ecospold2 processes}. */
    public static void main(String[] arguments) throws IOException {
        ImportMemory archive = new ImportMemory(Integer.parseInt(arguments[1]));
        byte[] content = arguments[0].equals("jsonld") ? archive.jsonLd() : archive.ecoSpold2();
        long unpacked = archive.unpacked;
        System.gc();
        pools(MemoryPoolMXBean::resetPeakUsage);
        long start = cpu();
        Thread watch = Thread.ofPlatform().daemon().start(ImportMemory::watch);
        ImportedFile file = Importers.read("large.zip", content, Set.of());
        double seconds = (cpu() - start) / 1e9;
        watch.interrupt();
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f MB unpacked, %.1f MB archive, %d processes, %d factors, heap limit %d MB: most reachable %.0f MB"
                        + " (the archive among them), most used %.0f MB, %.1f CPU-s%n",
                arguments[0],
                unpacked / 1048576.0,
                content.length / 1048576.0,
                file.report().read(),
                file.factors().size(),
                Runtime.getRuntime().maxMemory() >> 20,
                reachable / 1048576.0,
                used() / 1048576.0,
                seconds);
    }

    private static volatile long reachable;

    private static void watch() {
        while (!Thread.interrupted()) {
            long[] sum = new long[1];
            pools(pool -> sum[0] += pool.getCollectionUsage() == null
                    ? 0
                    : pool.getCollectionUsage().getUsed());
            reachable = Math.max(reachable, sum[0]);
            try {
                Thread.sleep(5);
            } catch (InterruptedException done) {
                return;
            }
        }
    }

    private static long used() {
        long[] sum = new long[1];
        pools(pool -> sum[0] += pool.getPeakUsage().getUsed());
        return sum[0];
    }

    private static void pools(java.util.function.Consumer<MemoryPoolMXBean> action) {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .forEach(action);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void entry(String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        unpacked += content.length;
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private byte[] finished() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    private static String id(String kind, int number) {
        return java.util
                .UUID
                .nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private double amount() {
        return Math.exp(2 * random.nextGaussian()) / EXCHANGES / 4;
    }

    /** Mostly one of 300 that everybody uses, else one made before: the shape of a real database. */
    private int supplier(int process) {
        return random.nextInt(10) < 8 ? random.nextInt(300) : random.nextInt(Math.max(1, process));
    }

    private byte[] jsonLd() throws IOException {
        entry(
                "unit_groups/mass.json",
                "{\"@id\":\"mass\",\"units\":[{\"@id\":\"kg\",\"name\":\"kg\",\"isRefUnit\":true}]}");
        entry("flow_properties/m.json", "{\"@id\":\"m\",\"unitGroup\":{\"@id\":\"mass\"}}");
        for (int f = 0; f < FLOWS; f++) {
            entry(
                    "flows/" + id("e", f) + ".json",
                    flow(id("e", f), f == 0 ? "Carbon dioxide, fossil" : "Flow " + f, "E"));
        }
        for (int p = 0; p < processes; p++) {
            entry("flows/" + id("f", p) + ".json", flow(id("f", p), "Product " + p, "P"));
        }
        for (int p = 0; p < processes; p++) {
            StringBuilder text = new StringBuilder("{\"@id\":\"" + id("p", p) + "\",\"name\":\"Process " + p
                    + "\",\"location\":{\"code\":\"FR\"},\"exchanges\":[");
            exchange(text, id("f", p), 1, false, true, "");
            for (int k = 0; k < EXCHANGES; k++) {
                int other = supplier(p);
                text.append(',');
                exchange(text, id("f", other), amount(), true, false, id("p", other));
            }
            for (int k = 0; k < RELEASES; k++) {
                text.append(',');
                exchange(text, id("e", k == 0 ? 0 : random.nextInt(FLOWS)), amount(), false, false, "");
            }
            entry("processes/" + id("p", p) + ".json", text.append("]}").toString());
        }
        return finished();
    }

    private static String flow(String id, String name, String type) {
        return "{\"@id\":\"" + id + "\",\"name\":\"" + name + "\",\"flowType\":\""
                + (type.equals("E") ? "ELEMENTARY_FLOW" : "PRODUCT_FLOW")
                + "\",\"flowProperties\":[{\"isRefFlowProperty\":true,\"flowProperty\":{\"@id\":\"m\"}}]}";
    }

    private static void exchange(
            StringBuilder text, String flow, double amount, boolean input, boolean reference, String provider) {
        text.append("{\"@type\":\"Exchange\",\"flow\":{\"@type\":\"Flow\",\"@id\":\"" + flow
                + "\",\"name\":\"A flow with its name\",\"category\":\"Some/category\",\"refUnit\":\"kg\"},\"unit\":{\"@type\":"
                + "\"Unit\",\"@id\":\"kg\",\"name\":\"kg\"},\"flowProperty\":{\"@id\":\"m\",\"name\":\"Mass\"},\"amount\":"
                + amount + ",\"isInput\":" + input + ",\"isQuantitativeReference\":" + reference
                + ",\"uncertainty\":{\"distributionType\":\"LOG_NORMAL_DISTRIBUTION\",\"geomMean\":" + amount
                + ",\"geomSd\":1.2}" + (provider.isEmpty() ? "" : ",\"defaultProvider\":{\"@id\":\"" + provider + "\"}")
                + "}");
    }

    private byte[] ecoSpold2() throws IOException {
        for (int p = 0; p < processes; p++) {
            StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ecoSpold xmlns=\""
                    + "http://www.EcoInvent.org/EcoSpold02\"><activityDataset><activityDescription><activity id=\""
                    + id("p", p) + "\"><activityName xml:lang=\"en\">Activity " + p
                    + "</activityName></activity><geography>"
                    + "<shortname>FR</shortname></geography></activityDescription><flowData>\n");
            intermediate(text, id("f", p), "", 1, "<outputGroup>0</outputGroup>");
            for (int k = 0; k < EXCHANGES; k++) {
                int other = supplier(p);
                intermediate(text, id("f", other), id("p", other), amount(), "<inputGroup>5</inputGroup>");
            }
            for (int k = 0; k < RELEASES; k++) {
                int flow = k == 0 ? 0 : random.nextInt(FLOWS);
                text.append("<elementaryExchange elementaryExchangeId=\"" + id("e", flow) + "\" amount=\"" + amount()
                        + "\"><name xml:lang=\"en\">" + (flow == 0 ? "Carbon dioxide, fossil" : "Flow " + flow)
                        + "</name><unitName>kg</unitName><compartment><compartment>air</compartment></compartment>"
                        + "<outputGroup>4</outputGroup></elementaryExchange>\n");
            }
            entry(
                    "datasets/" + id("p", p) + ".spold",
                    text.append("</flowData></activityDataset></ecoSpold>\n").toString());
        }
        return finished();
    }

    private static void intermediate(StringBuilder text, String flow, String link, double amount, String group) {
        text.append("<intermediateExchange intermediateExchangeId=\"" + flow + "\" activityLinkId=\"" + link
                + "\" amount=\"" + amount
                + "\"><name xml:lang=\"en\">A product with its name</name><unitName>kg</unitName>"
                + "<uncertainty><lognormal meanValue=\"" + amount + "\" mu=\"0\" variance=\"0.006\""
                + " varianceWithPedigreeUncertainty=\"0.03\"/></uncertainty><property amount=\"0.5\"><name>dry mass</name>"
                + "</property>" + group + "</intermediateExchange>\n");
    }
}
