package org.boucle.app.ingest;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/**
 * A subscription to an OPC UA server. Each item is a line {@code series = ns=2;s=Line1.Power [kW]}. The server samples
 * and keeps up to a hundred values of each item between two publications; the client's own keep-alive renews session and
 * subscription, and a server that is not there is tried again every few seconds.
 */
final class OpcUaLink implements Link {
    private static final Pattern ITEM =
            Pattern.compile("(\\S+)\\s*=\\s*((?:ns=\\d+;)?[isgb]=.+?)(?:\\s+\\[([^\\]]{1,20})\\])?");
    private static final long RETRY_MILLIS = 5_000;

    private final LinkSettings settings;
    private final Intake intake;
    private final Clock clock;
    private final LinkStatus status = new LinkStatus();
    private final Map<NodeId, Target> targets = new LinkedHashMap<>();
    private final Thread worker = Thread.ofVirtual().name("opc ua").unstarted(this::connect);
    private volatile boolean closing;
    private volatile Optional<OpcUaClient> client = Optional.empty();

    private record Target(String series, String unit) {}

    OpcUaLink(LinkSettings settings, Intake intake, Clock clock) {
        this.settings = settings;
        this.intake = intake;
        this.clock = clock;
        settings.required("site");
        settings.required("endpoint");
        settings.interval();
        for (String line : settings.lines("items")) {
            Matcher m = ITEM.matcher(line);
            Optional<NodeId> node = m.matches() ? NodeId.parseSafe(m.group(2)) : Optional.empty();
            if (node.isEmpty()) {
                throw BadInput.of(Place.ofField("items"), "ingest.item.opcua", line);
            }
            targets.put(node.get(), new Target(m.group(1), m.group(3) == null ? "" : m.group(3)));
        }
        if (targets.isEmpty()) {
            throw BadInput.of(Place.ofField("items"), "ingest.missing");
        }
    }

    @Override
    public void start() {
        worker.start();
    }

    private void connect() {
        while (!closing) {
            try {
                subscribe();
                return;
            } catch (Exception unreachable) {
                client.ifPresent(OpcUaClient::disconnectAsync);
                status.disconnected(unreachable.getClass().getSimpleName() + ": " + unreachable.getMessage());
            }
            try {
                Thread.sleep(RETRY_MILLIS);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void subscribe() throws Exception {
        OpcUaClient made = OpcUaClient.create(
                settings.required("endpoint"),
                endpoints -> endpoints.stream()
                        .filter(e -> SecurityPolicy.None.getUri().equals(e.getSecurityPolicyUri()))
                        .findFirst(),
                transport -> {},
                config -> {});
        client = Optional.of(made);
        made.connectAsync().get(15, TimeUnit.SECONDS);
        double interval = settings.interval().toMillis();
        OpcUaSubscription subscription = new OpcUaSubscription(made, interval);
        subscription.create();
        for (Map.Entry<NodeId, Target> entry : targets.entrySet()) {
            OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(entry.getKey());
            item.setSamplingInterval(interval);
            item.setQueueSize(Unsigned.uint(100));
            item.setDataValueListener((from, value) -> arrived(entry.getValue(), value));
            subscription.addMonitoredItem(item);
        }
        subscription.synchronizeMonitoredItems();
        status.connected();
    }

    private void arrived(Target target, DataValue value) {
        status.message();
        if (value.getStatusCode().isBad()) {
            return; // the server itself says that it has no value
        }
        long time = Optional.ofNullable(value.getSourceTime())
                .or(() -> Optional.ofNullable(value.getServerTime()))
                .map(DateTime::getJavaTime)
                .orElseGet(clock::millis);
        switch (value.getValue().getValue()) {
            case Number number -> submit(target, time, number.doubleValue());
            case Boolean flag -> submit(target, time, flag ? 1 : 0);
            case null -> {}
            default -> {
                status.malformedMessage();
                intake.malformed(settings.name(), target.series(), "not a number");
            }
        }
    }

    private void submit(Target target, long time, double value) {
        intake.submitPatiently(
                settings.name(),
                List.of(new Reading(settings.text("site"), target.series(), time, value, target.unit())));
    }

    @Override
    public LinkStatus status() {
        return status;
    }

    @Override
    public void close() {
        closing = true;
        worker.interrupt();
        client.ifPresent(OpcUaClient::disconnectAsync);
    }
}
