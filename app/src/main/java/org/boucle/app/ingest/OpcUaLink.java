package org.boucle.app.ingest;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfigBuilder;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;

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
    private final OpcUaKeys keys;
    private final SecurityPolicy policy;
    private final LinkStatus status = new LinkStatus();
    private final Map<NodeId, Target> targets = new LinkedHashMap<>();
    private final Thread worker = Thread.ofVirtual().name("opc ua").unstarted(this::connect);
    private volatile boolean closing;
    private volatile Optional<OpcUaClient> client = Optional.empty();

    private record Target(String series, String unit) {}

    OpcUaLink(LinkSettings settings, Intake intake, Clock clock, OpcUaKeys keys) {
        this.keys = keys;
        this.settings = settings;
        this.intake = intake;
        this.clock = clock;
        settings.required("site");
        settings.required("endpoint");
        settings.interval();
        this.policy = policy(settings);
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

    /** A password goes over a secured channel only. */
    private static SecurityPolicy policy(LinkSettings settings) {
        String asked = settings.text("security");
        if (!asked.equals("None") && !asked.equals("Basic256Sha256")) {
            throw BadInput.of(Place.ofField("security"), "ingest.choice", asked, "None, Basic256Sha256");
        }
        if (asked.equals("None") && !settings.text("user").isEmpty()) {
            throw BadInput.of(Place.ofField("security"), "ingest.opcua.plain");
        }
        return asked.equals("None") ? SecurityPolicy.None : SecurityPolicy.Basic256Sha256;
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
                        .filter(e -> policy.getUri().equals(e.getSecurityPolicyUri()))
                        .max(Comparator.comparing(EndpointDescription::getSecurityMode)), // signed and encrypted first
                transport -> {},
                security());
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

    private Consumer<OpcUaClientConfigBuilder> security() throws Exception {
        if (policy == SecurityPolicy.None) {
            return config -> {};
        }
        OpcUaKeys.Identity own = keys.identity();
        CertificateValidator trust = keys.validator(settings.required("endpoint"));
        return config -> {
            config.setApplicationUri(OpcUaKeys.APPLICATION)
                    .setKeyPair(own.keys())
                    .setCertificate(own.certificate())
                    .setCertificateChain(new X509Certificate[] {own.certificate()})
                    .setCertificateValidator(trust);
            if (!settings.text("user").isEmpty()) {
                config.setIdentityProvider(
                        new UsernameProvider(settings.text("user"), settings.text("password"), trust));
            }
        };
    }

    /** Whatever a server sends must neither stop the subscription nor be taken for a number that it isn't. */
    private void arrived(Target target, DataValue value) {
        status.message();
        try {
            take(target, value);
        } catch (RuntimeException strange) {
            malformed(target, strange.getClass().getSimpleName());
        }
    }

    private void malformed(Target target, String detail) {
        status.malformedMessage();
        intake.malformed(settings.name(), target.series(), detail);
    }

    private void take(Target target, DataValue value) {
        if (value.getStatusCode().isBad()) {
            return; // the server itself says that it has no value
        }
        long time = Optional.ofNullable(value.getSourceTime())
                .or(() -> Optional.ofNullable(value.getServerTime()))
                .map(DateTime::getJavaTime)
                .orElseGet(clock::millis);
        Object content = value.getValue() == null ? null : value.getValue().getValue();
        switch (content) {
            case Number number -> submit(target, time, number.doubleValue());
            case Boolean flag -> submit(target, time, flag ? 1 : 0);
            case null -> {}
            default -> malformed(target, "not a number");
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
