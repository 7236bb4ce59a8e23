package org.boucle.app.ingest;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/**
 * An OPC UA server with two variables, {@code power} (a number) and {@code label} (a text), open or secured by
 * Basic256Sha256 with a password; and that notifies whatever it is told to.
 */
final class OpcUaPlant implements AutoCloseable {
    private final OpcUaServer server;
    private final Plant plant;

    OpcUaPlant(int port) throws Exception {
        this(port, false);
    }

    OpcUaPlant(int port, boolean secured) throws Exception {
        EndpointConfig open = endpoint(port).build();
        server = new OpcUaServer(
                secured
                        ? secured(port)
                        : config(open, new DefaultCertificateManager(new MemoryCertificateQuarantine())),
                profile -> new OpcTcpServerTransport(
                        OpcTcpServerTransportConfig.newBuilder().build()));
        plant = new Plant(server);
        plant.startup();
        server.startup().get(20, TimeUnit.SECONDS);
    }

    /** Signed and encrypted, for {@code ada} with the password {@code lovelace}. */
    private static OpcUaServerConfig secured(int port) throws Exception {
        CertificateFactory factory = new RsaSha256CertificateFactory() {
            @Override
            protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) throws Exception {
                return new X509Certificate[] {
                    new SelfSignedCertificateBuilder(keys)
                            .setCommonName("plant")
                            .setApplicationUri("urn:boucle:test")
                            .addIpAddress("127.0.0.1")
                            .build()
                };
            }
        };
        DefaultApplicationGroup group = DefaultApplicationGroup.createAndInitialize(
                new MemoryTrustListManager(), new MemoryCertificateStore(), factory, (chain, uri, hosts) -> {});
        X509Certificate certificate = group.getCertificateEntries().getFirst().certificateChain[0];
        EndpointConfig endpoint = endpoint(port)
                .setSecurityPolicy(SecurityPolicy.Basic256Sha256)
                .setSecurityMode(MessageSecurityMode.SignAndEncrypt)
                .setCertificate(certificate)
                .addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME)
                .build();
        EndpointConfig discovery = endpoint(port).setPath("/plant/discovery").build();
        return OpcUaServerConfig.builder()
                .setApplicationUri("urn:boucle:test")
                .setApplicationName(LocalizedText.english("test plant"))
                .setProductUri("urn:boucle:test")
                .setEndpoints(Set.of(endpoint, discovery))
                .setCertificateManager(new DefaultCertificateManager(new MemoryCertificateQuarantine(), group))
                .setIdentityValidator(new UsernameIdentityValidator(
                        challenge -> challenge.getUsername().equals("ada")
                                && challenge.getPassword().equals("lovelace")))
                .build();
    }

    private static OpcUaServerConfig config(EndpointConfig endpoint, CertificateManager certificates) {
        return OpcUaServerConfig.builder()
                .setApplicationUri("urn:boucle:test")
                .setApplicationName(LocalizedText.english("test plant"))
                .setProductUri("urn:boucle:test")
                .setEndpoints(Set.of(endpoint))
                .setCertificateManager(certificates)
                .build();
    }

    private static EndpointConfig.Builder endpoint(int port) {
        return EndpointConfig.newBuilder()
                .setBindAddress("127.0.0.1")
                .setBindPort(port)
                .setHostname("127.0.0.1")
                .setPath("/plant")
                .setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None)
                .addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS)
                .setTransportProfile(TransportProfile.TCP_UASC_UABINARY);
    }

    /** Notifies every subscriber of {@code power} of a value, just as given. */
    void notifyPower(DataValue value) {
        plant.items.stream()
                .filter(item -> item.getReadValueId().getNodeId().equals(plant.power.getNodeId()))
                .forEach(item -> item.setValue(value));
    }

    void power(double value) {
        plant.power.setValue(new DataValue(new Variant(value)));
    }

    String powerNode() {
        return plant.power.getNodeId().toParseableString();
    }

    String labelNode() {
        return plant.label.getNodeId().toParseableString();
    }

    @Override
    public void close() {
        plant.shutdown();
        server.shutdown();
    }

    private static final class Plant extends ManagedNamespaceWithLifecycle {
        private final SubscriptionModel subscriptions;
        private final UaVariableNode power;
        private final UaVariableNode label;
        private final List<DataItem> items = new CopyOnWriteArrayList<>();

        Plant(OpcUaServer server) {
            super(server, "urn:boucle:test:plant");
            subscriptions = new SubscriptionModel(server, this);
            getLifecycleManager().addLifecycle(subscriptions);
            power = variable("power", new Variant(1.5));
            label = variable("label", new Variant("hot"));
        }

        private UaVariableNode variable(String name, Variant value) {
            UaVariableNode node = UaVariableNode.build(
                    getNodeContext(),
                    b -> b.setNodeId(newNodeId(name))
                            .setBrowseName(newQualifiedName(name))
                            .setDisplayName(LocalizedText.english(name))
                            .setDataType(NodeIds.BaseDataType)
                            .setTypeDefinition(NodeIds.BaseDataVariableType)
                            .build());
            node.setValue(new DataValue(value));
            getNodeManager().addNode(node);
            return node;
        }

        @Override
        public void onDataItemsCreated(List<DataItem> items) {
            this.items.addAll(items);
            subscriptions.onDataItemsCreated(items);
        }

        @Override
        public void onDataItemsModified(List<DataItem> items) {
            subscriptions.onDataItemsModified(items);
        }

        @Override
        public void onDataItemsDeleted(List<DataItem> items) {
            subscriptions.onDataItemsDeleted(items);
        }

        @Override
        public void onMonitoringModeChanged(List<MonitoredItem> items) {
            subscriptions.onMonitoringModeChanged(items);
        }
    }
}
