package org.boucle.app.cloudscan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boucle.app.accounts.Role;
import org.boucle.app.server.Json;
import org.boucle.app.testing.Browser;
import org.boucle.app.testing.TestServer;
import org.boucle.core.input.BadInput;
import org.boucle.core.text.Language;
import org.boucle.features.itfootprint.Criterion;
import org.boucle.features.itfootprint.measurement.Exposition;
import org.boucle.features.itfootprint.service.CloudAdvice.Kind;
import org.boucle.features.itfootprint.service.CloudResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class CloudScanTest {
    private static final String INVENTORY = """
            {"metadata":{"description":"two"},"resources":[
             {"provider":"AWS","id":"i-1","location":{"aws_region":"eu-west-1","iso_country_code":"IRL"},
              "resource_details":{"instance":{"instance_type":"m5.4xlarge","usage":{"average_cpu_load":6.5,"state":"running"}}},
              "tags":[{"key":"team","value":"shop"},{"key":"alone","value":null}]},
             {"provider":"AWS","id":"vol-1","location":{"aws_region":"eu-west-1","iso_country_code":"IRL"},
              "resource_details":{"block_storage":{"storage_type":"gp2","usage":{"size_gb":80},"attached_instances":[]}},
              "tags":[]}]}""";
    private static final String BILL = """
            ProviderName,RegionId,ResourceId,ServiceName,ConsumedQuantity,ConsumedUnit,ChargeDescription,SkuPriceDetails
            AWS,eu-west-3,i-1,Amazon EC2,24,Hours,$0.2 per On Demand Linux m5.xlarge Instance Hour,
            AWS,eu-west-3,i-1,Amazon EC2,12.5,Hours,$0.2 per On Demand Linux m5.xlarge Instance Hour,
            AWS,eu-west-3,i-2,Amazon EC2,10,Hours,,"{""InstanceType"":""c5.large""}"
            AWS,eu-west-3,b-1,Amazon S3,10,GB-Mo,storage,
            """;

    @TempDir
    Path directory;

    @Test
    void anUnreachableAccountIsToldInWords() {
        try (AwsAccount account = AwsAccount.open(
                "eu-west-3",
                Optional.of(URI.create("http://127.0.0.1:1")),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))) {
            assertThatThrownBy(() -> account.resources(Duration.ofHours(24), Instant.now(), false))
                    .isInstanceOfSatisfying(
                            BadInput.class,
                            bad -> assertThat(bad.issues().getFirst().code()).isEqualTo("cloudscan.account"));
        }
    }

    @Test
    void anAwsAccountIsScannedByItsProtocol() throws IOException {
        try (StandInAws aws = new StandInAws(Map.of("i-idle", 7.0));
                AwsAccount account = AwsAccount.open(
                        "eu-central-1",
                        Optional.of(aws.address()),
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))) {
            List<CloudResource> resources = account.resources(Duration.ofHours(24), Instant.now(), true);
            assertThat(resources)
                    .extracting(CloudResource::id)
                    .containsExactly("i-idle", "i-stopped", "i-strange", "vol-used", "vol-alone");
            assertThat(Scan.load(resources.getFirst())).hasValue(7);
            assertThat(Scan.load(resources.get(2))).isEmpty();
            assertThat(aws.requests)
                    .allMatch(request -> request.get("authorization").startsWith("AWS4-HMAC-SHA256"));
            // one request for the loads of all instances
            assertThat(aws.requests)
                    .filteredOn(request -> "GetMetricData".equals(request.get("Action")))
                    .hasSize(1);
            Scan scan = Scan.of(resources, 730);
            assertThat(scan.known()).isEqualTo(4);
            assertThat(scan.unknown()).extracting(one -> one.resource().id()).containsExactly("i-strange");
            assertThat(scan.advice())
                    .extracting(advice -> advice.resource().id() + " " + advice.kind())
                    .contains(
                            "i-idle " + Kind.SMALLER_SIZE,
                            "i-idle " + Kind.OTHER_REGION,
                            "vol-alone " + Kind.UNUSED_VOLUME)
                    .noneMatch(text -> text.startsWith("vol-used"));
        }
    }

    @Test
    void anInventoryGoesInAndOutInItsOwnSchema() {
        List<CloudResource> resources = InventoryJson.read(Json.read(INVENTORY));
        assertThat(resources).hasSize(2);
        var again = Json.mapper().valueToTree(InventoryJson.write(resources.getFirst()));
        assertThat(again.at("/resource_details/instance/usage/average_cpu_load").asDouble())
                .isEqualTo(6.5);
        assertThat(again.at("/location/iso_country_code").asString()).isEqualTo("IRL");
        for (String bad : List.of(
                "{}",
                "{\"resources\":3}",
                "{\"resources\":[{}]}",
                "{\"resources\":[{\"id\":\"a\",\"provider\":\"b\"}]}",
                "[]",
                "null")) {
            assertThatThrownBy(() -> InventoryJson.read(Json.read(bad))).as(bad).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void metricsBearTheNamesOfCloudScanner() {
        Scan scan = Scan.of(InventoryJson.read(Json.read(INVENTORY)), 5);
        String text = ScanOutput.metrics(scan);
        assertThat(text).endsWith("# EOF\n");
        List<Exposition.Sample> samples = Exposition.parse(text, "boavizta_");
        assertThat(samples)
                .extracting(Exposition.Sample::name)
                .contains(
                        "boavizta_number_of_resources_total",
                        "boavizta_number_of_resources_assessed",
                        "boavizta_duration_of_use_hours",
                        "boavizta_pe_manufacture_megajoules",
                        "boavizta_gwp_use_kgco2eq",
                        "boavizta_resource_gwp_embodied_kgco2eq",
                        "boavizta_resource_adp_use_kgsbeq",
                        "boavizta_resource_cpu_load",
                        "boavizta_storage_size_gb");
        Exposition.Sample load = samples.stream()
                .filter(sample -> sample.name().equals("boavizta_resource_cpu_load"))
                .findFirst()
                .orElseThrow();
        assertThat(load.value()).isEqualTo(6.5);
        assertThat(load.labels())
                .containsEntry("resource_type", "Instance")
                .containsEntry("resource_state", "Running")
                .containsEntry("resource_tags", "alone:;team:shop;");
        assertThat(Json.mapper()
                        .valueToTree(ScanOutput.json(scan))
                        .at("/impacting_resources/0/impacts_values/gwp_use_kgco2eq")
                        .asDouble())
                .isPositive();
    }

    @Test
    void aBillAddsUpTheHoursOfEachResource() {
        FocusBill.Content bill = FocusBill.read("bill.csv", new StringReader(BILL));
        assertThat(bill.linesLeftOut()).isEqualTo(1);
        assertThat(bill.resources())
                .extracting(r -> r.id() + " " + Scan.type(r) + " " + r.hours().orElse(0))
                .containsExactly("i-1 m5.xlarge 36.5", "i-2 c5.large 10.0");
        assertThat(Scan.of(bill.resources(), 1).known()).isEqualTo(2);
        assertThatThrownBy(() -> FocusBill.read("b.csv", new StringReader("a,b\n1,2\n")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("ConsumedQuantity");
        assertThatThrownBy(() -> FocusBill.read("b.csv", new StringReader(BILL.replace("12.5", "many"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("many");
        assertThatThrownBy(() -> FocusBill.read("b.csv", new StringReader("\"a\nb\u0000")))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void theCommandPrintsEveryForm() throws IOException {
        Path file = directory.resolve("inventory.json");
        Files.writeString(file, INVENTORY);
        assertThat(run("scan", "--inventory-file", file.toString(), "-u", "730"))
                .contains("2 of 2 assessed", "unused_volume");
        assertThat(run("scan", "--inventory-file", file.toString(), "--format", "json"))
                .contains("impacting_resources");
        assertThat(run("scan", "--inventory-file", file.toString(), "--format", "metrics"))
                .contains("# EOF");
        assertThat(run("scan", "--inventory-file", file.toString(), "-t", "team=shop"))
                .contains("1 of 1");
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        int code =
                new CommandLine(new CloudCommand()).setOut(new PrintWriter(out)).execute(arguments);
        assertThat(code).isZero();
        return out.toString();
    }

    @Test
    void thePageTakesAnInventoryInBothLanguages() {
        try (TestServer server = TestServer.withAdministrator();
                Browser browser = Browser.open(server, Language.FR)) {
            browser.signIn("admin").go("/cloud").awaitText("Compte cloud").assertAccessible();
            browser.driver().executeScript("document.querySelector('textarea').value = arguments[0]", INVENTORY);
            browser.press("main button[type=submit]").awaitText("disque inutilisé");
            browser.screenshot("cloud-fr").assertAccessible().assertEcoIndexA();
            browser.go("/language/en?to=/cloud").awaitText("Cloud account");
            browser.press("main button[type=submit]").awaitText("Resources assessed");
            assertThat(browser.text()).doesNotContain("[cloudscan");
            String token = server.token(Role.VIEWER);
            String path = "/api/cloud/impacts-from-arbitrary-inventory?use_duration_hours=";
            assertThat(server.post(path + "5", token, INVENTORY).statusCode()).isEqualTo(200);
            assertThat(server.post(path + "-5", token, INVENTORY).statusCode()).isEqualTo(400);
            assertThat(server.send("POST", "/api/cloud/focus", token, "text/csv", BILL)
                            .body())
                    .contains("m5.xlarge");
            assertThat(server.post(path + "1&format=metrics", token, INVENTORY).body())
                    .endsWith("# EOF\n");
            assertThat(Json.read(server.post(path + "1", token, INVENTORY).body())
                            .at("/impacting_resources/0/impacts_values/gwp_use_kgco2eq")
                            .asDouble())
                    .isPositive();
            assertThat(Scan.of(InventoryJson.read(Json.read(INVENTORY)), 1)
                            .total(Criterion.GWP)
                            .value())
                    .isPositive();
        }
    }
}
