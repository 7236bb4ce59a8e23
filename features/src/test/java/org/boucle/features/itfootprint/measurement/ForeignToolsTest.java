package org.boucle.features.itfootprint.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ForeignToolsTest {
    private static final String ENERGIZTA = """
            {"host":"a_b_c","interval_us":5000000,"timestamp":1700000000,"duration_us":60000000,"nb_states":12,\
            "cpu_usr_pct":41.5,"cpu_sys_pct":2.5,"cpu_iowait_pct":0,"mem_used_MB":2048,"load1":"3.2",\
            "powers":{"rapl_package_0_watt":55,"rapl_dram_0_watt":7,"rapl_total_watt":62,"dcmi_cur_watt":140},\
            "comment":"Stresstest: cpu 4","energizta_version":"0.5"}""";

    @Test
    void aLineOfEnergiztaBecomesReadings() {
        List<Reading> readings = ForeignTools.energizta(ENERGIZTA).orElseThrow();
        assertThat(readings)
                .contains(
                        new Reading("power.rapl_package_0", 1_700_000_000_000L, 55, "W"),
                        new Reading("power.dcmi_cur", 1_700_000_000_000L, 140, "W"),
                        new Reading("load.user", 1_700_000_000_000L, 41.5, "%"),
                        new Reading("load.average-1min", 1_700_000_000_000L, 3.2, "1"));
        assertThat(ForeignTools.energiztaPoint(ENERGIZTA))
                .hasValueSatisfying(point -> assertThat(point).containsExactly(44, 140));
        assertThat(ForeignTools.energizta("{\"timestamp\":1}")).isEmpty();
        assertThat(ForeignTools.energizta("not json")).isEmpty();
    }

    @Test
    void aReportOfScaphandreBecomesReadings() {
        String report = """
                [{"host":{"consumption":12500000.0,"timestamp":1700000000.25},
                  "consumers":[{"exe":"/usr/bin/firefox","pid":4711,"consumption":2500000.0,"timestamp":1700000000.25}],
                  "sockets":[{"id":0,"consumption":9000000.0,"domains":[{"name":"dram","consumption":1500000.0}]}]}]""";
        assertThat(ForeignTools.scaphandre(report).orElseThrow())
                .containsExactly(
                        new Reading("power.host", 1_700_000_000_250L, 12.5, "W"),
                        new Reading("power.package-0", 1_700_000_000_250L, 9, "W"),
                        new Reading("power.dram-0", 1_700_000_000_250L, 1.5, "W"),
                        new Reading("process.firefox-4711.power", 1_700_000_000_250L, 2.5, "W"));
        assertThat(ForeignTools.scaphandre("{}")).isEmpty();
    }

    @Test
    void pagesOfKeplerAndScaphandreBecomeReadings() {
        String page = """
                # HELP kepler_node_cpu_watts Power of the node's processors
                kepler_node_cpu_watts{zone="package",path="/sys/class/powercap/intel-rapl:0"} 31.5
                kepler_node_cpu_joules_total{zone="package"} 900
                kepler_process_cpu_watts{pid="42",comm="post\\"gres",exe="/x",zone="package"} 4.25
                kepler_pod_cpu_watts{pod_name="web-1",pod_namespace="shop",zone="dram"} NaN
                scaph_host_power_microwatts 2.5e7 1700000000000
                scaph_process_power_consumption_microwatts{exe="java",pid="7",cmdline="java -jar {x}"} 1000000
                broken{
                """;
        assertThat(new ExporterPages().read(page, 5))
                .containsExactly(
                        new Reading("power.cpu-package", 5, 31.5, "W"),
                        new Reading("process.post-gres-42.power-cpu-package", 5, 4.25, "W"),
                        new Reading("power.host", 5, 25, "W"),
                        new Reading("process.java-7.power", 5, 1, "W"));
    }

    @Test
    void countersOfKeplerBeforeTenBecomeThePowerBetweenTwoPages() {
        ExporterPages pages = new ExporterPages();
        assertThat(pages.read(oldKepler(1_000, 400, 50, 7), 10_000))
                .as("one page says nothing of power")
                .isEmpty();
        assertThat(pages.read(oldKepler(1_100, 450, 56, 7), 15_000))
                .containsExactly(
                        new Reading("power.package", 15_000, 30, "W"),
                        new Reading("container.shop-web-1-nginx.power-package", 15_000, 1.2, "W"),
                        new Reading("process.java-7.power", 15_000, 0, "W"));
        assertThat(pages.read(oldKepler(5, 2, 1, 9), 20_000))
                .as("the exporter began anew")
                .containsExactly(new Reading("process.java-7.power", 20_000, 0.4, "W"));
        assertThat(pages.read(oldKepler(55, 27, 1, 9), 20_000))
                .as("no time has passed")
                .isEmpty();
        assertThat(pages.read("kepler_node_info 1\n", 25_000)).isEmpty();
        assertThat(pages.read(oldKepler(65, 32, 2, 9), 30_000))
                .as("after a page without counters")
                .isEmpty();
    }

    @Test
    void aCounterThatIsNewHidesItsSeriesRatherThanGivingAPartOfThePower() {
        ExporterPages pages = new ExporterPages();
        String idle = "kepler_node_dram_joules_total{mode=\"idle\"} ";
        String dynamic = "\nkepler_node_dram_joules_total{mode=\"dynamic\"} ";
        assertThat(pages.read(idle + 100, 10_000)).isEmpty();
        assertThat(pages.read(idle + 110 + dynamic + 40, 15_000)).isEmpty();
        assertThat(pages.read(idle + 120 + dynamic + 55, 20_000))
                .containsExactly(new Reading("power.dram", 20_000, 5, "W"));
        assertThat(pages.read(idle + 130 + dynamic + 3, 25_000))
                .as("one of the two began anew")
                .isEmpty();
    }

    private static String oldKepler(double idle, double dynamic, double container, double process) {
        return "kepler_node_package_joules_total{instance=\"n1\",mode=\"idle\",package=\"0\",source=\"rapl\"} " + idle
                + "\nkepler_node_package_joules_total{instance=\"n1\",mode=\"dynamic\",package=\"0\",source=\"rapl\"} "
                + dynamic
                + "\nkepler_container_package_joules_total{container_id=\"c0\",container_name=\"nginx\","
                + "container_namespace=\"shop\",mode=\"dynamic\",pod_name=\"web-1\"} " + container
                + "\nkepler_process_joules_total{command=\"java\",pid=\"7\"} " + process
                + "\nkepler_node_info{cpu_architecture=\"x\"} 1\n";
    }

    @Test
    void shapesThatExportersMayAlsoWriteAreRead() {
        String page = "# TYPE kepler_node_cpu_watts gauge\r\n"
                + "  kepler_node_cpu_watts{zone=\"package\", node_name=\"n1\",} 31.5\r\n"
                + "\tkepler_node_cpu_watts\t{zone=\"dram\"}\t2 1700000000.123\n"
                + "kepler_vm_cpu_watts{vm_name=\"\",vm_id=\"7\",zone=\"package\"} 1.5 # {trace_id=\"KOO5S4vxi0o\"} 0.67\n"
                + "kepler_node_gpu_watts{} 12 # {} 1\n"
                + "kepler_node_cpu_watts{zone=\"psys\"} +Inf\n"
                + "kepler_node_cpu_watts{zone=\"psys\"} NaN\n"
                + "kepler_node_cpu_watts{zone=\"psys\"}\n"
                + "kepler_node_cpu_watts{zone=} 4\n"
                + "kepler_watts 3\n"
                + "scaph_domain_power_microwatts{socket_id=\"0\",domain_name=\"dram\",domain_id=\"1\",new=\"x\"} 1e6\n"
                + "scaph_self_cpu_usage_percent 1\n"
                + "# EOF\n";
        assertThat(new ExporterPages().read(page, 5))
                .extracting(Reading::value)
                .contains(31.5, 2.0, 1.5, 12.0, 1.0)
                .doesNotContain(4.0)
                .allMatch(Double::isFinite);
        assertThat(new ExporterPages().read(page, 5))
                .contains(
                        new Reading("power.cpu-package", 5, 31.5, "W"),
                        new Reading("power.cpu-dram", 5, 2, "W"),
                        new Reading("power.dram-0", 5, 1, "W"));
    }

    @Test
    void linesWithMissingOrStrangeFieldsCostOnlyThemselves() {
        assertThat(ForeignTools.energizta("{\"timestamp\":1700000000,\"powers\":{}}")
                        .orElseThrow())
                .isEmpty();
        assertThat(ForeignTools.energizta(
                                "{\"timestamp\":1700000000,\"new_field\":[1],\"load1\":\"high\",\"cpu_usr_pct\":null,"
                                        + "\"powers\":{\"rapl_total_watt\":\"NaN\",\"shellyplug_watt\":12.25,\"x y\":3}}")
                        .orElseThrow())
                .extracting(Reading::value)
                .containsExactly(12.25, 3.0);
        assertThat(ForeignTools.energizta("{\"powers\":{\"rapl_total_watt\":5}}"))
                .isEmpty();
        assertThat(ForeignTools.scaphandre("{\"host\":{\"timestamp\":1,\"consumption\":null},\"sockets\":[{}],"
                        + "\"consumers\":[{\"pid\":4}]}"))
                .isEmpty();
        assertThat(ForeignTools.scaphandre("[{\"sockets\":[]},{\"host\":{\"timestamp\":1,\"consumption\":2e6}}]")
                        .orElseThrow())
                .hasSize(1);
    }

    @Test
    void jsonKeepsItsRules() {
        Json value = Json.parse(" {\"a\":[1,-2.5e3,null,\"\\u00e9\\n\"],\"b\":true,\"n\":null} ")
                .orElseThrow();
        assertThat(value.find("a").orElseThrow().elements())
                .containsExactly(new Json.Num(1), new Json.Num(-2500), new Json.Text("é\n"));
        assertThat(value.find("n")).isEmpty();
        for (String bad : List.of("", "{", "[1,]", "{\"a\" 1}", "1 2", "\"\\x\"", "tru", "[".repeat(5000), "1e999")) {
            assertThat(Json.parse(bad)).as(bad).isEmpty();
        }
    }

    @Property(tries = 300)
    void noTextBreaksTheReaders(@ForAll String text) {
        Json.parse(text);
        ForeignTools.energizta("{\"timestamp\":1,\"powers\":{\"" + text + "\":1}}");
        new ExporterPages().read("kepler_" + text, 0);
        ForeignTools.scaphandre(text);
    }
}
