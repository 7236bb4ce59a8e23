package org.boucle.app.cloudscan;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks the EC2 Query protocol and CloudWatch's Query protocol for a small account: two pages of instances, one page of
 * volumes, loads for those it knows. Source: Amazon's EC2 API reference 2016-11-15 and CloudWatch API reference 2010-08-01.
 */
final class StandInAws implements AutoCloseable {
    final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Double> loads;
    private final HttpServer server;

    StandInAws(Map<String, Double> loads) throws IOException {
        this.loads = Map.copyOf(loads);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = new TreeMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        form.put("authorization", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        form.put("content-type", String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
        requests.add(form);
        String xml = switch (form.getOrDefault("Action", "")) {
            case "DescribeInstances" -> instances(form);
            case "DescribeVolumes" -> volumes();
            case "GetMetricData" -> metrics(form);
            default -> "";
        };
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
        exchange.sendResponseHeaders(xml.isEmpty() ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String instances(Map<String, String> form) {
        boolean second = "page2".equals(form.get("NextToken"));
        String items = second
                ? instance("i-stopped", "m5.large", 80, "stopped") + instance("i-strange", "z9.huge", 16, "running")
                : instance("i-idle", "m5.4xlarge", 16, "running") + instance("i-gone", "m5.large", 48, "terminated");
        return "<DescribeInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId>"
                + "<reservationSet><item><reservationId>r-1</reservationId><instancesSet>" + items
                + "</instancesSet></item></reservationSet>" + (second ? "" : "<nextToken>page2</nextToken>")
                + "</DescribeInstancesResponse>";
    }

    private static String instance(String id, String type, int code, String state) {
        return "<item><instanceId>" + id + "</instanceId><instanceType>" + type + "</instanceType><instanceState><code>"
                + code + "</code><name>" + state + "</name></instanceState><tagSet><item><key>team</key><value>"
                + (id.equals("i-idle") ? "shop" : "lab") + "</value></item></tagSet></item>";
    }

    private static String volumes() {
        return "<DescribeVolumesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><volumeSet>"
                + "<item><volumeId>vol-used</volumeId><size>100</size><volumeType>gp3</volumeType><attachmentSet><item>"
                + "<instanceId>i-idle</instanceId></item></attachmentSet></item>"
                + "<item><volumeId>vol-alone</volumeId><size>2000</size><volumeType>st1</volumeType></item>"
                + "</volumeSet></DescribeVolumesResponse>";
    }

    private String metrics(Map<String, String> form) {
        StringBuilder results = new StringBuilder();
        for (int i = 1; form.containsKey("MetricDataQueries.member." + i + ".Id"); i++) {
            String query = "MetricDataQueries.member." + i + ".";
            String instance = form.get(query + "MetricStat.Metric.Dimensions.member.1.Value");
            results.append("<member><Id>")
                    .append(form.get(query + "Id"))
                    .append("</Id><StatusCode>Complete</StatusCode>");
            results.append("<Values>");
            if (loads.containsKey(instance)) {
                results.append("<member>").append(loads.get(instance)).append("</member>");
            }
            results.append("</Values></member>");
        }
        return "<GetMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><GetMetricDataResult>"
                + "<MetricDataResults>" + results
                + "</MetricDataResults></GetMetricDataResult></GetMetricDataResponse>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
