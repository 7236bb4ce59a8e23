package org.boucle.app.ingest;

import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.exceptions.ModbusExecutionException;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/**
 * Registers of a Modbus TCP device. Each item is a line {@code series = holding 100 f32 swap *0.1 [kW]}: the area
 * ({@code holding} or {@code input}), the address from 0, the type ({@code u16 i16 u32 i32 f32 u64 f64}), {@code swap}
 * where the low word comes first, a factor, and the unit.
 */
final class ModbusSource implements PollingLink.Source {
    private static final Pattern ITEM = Pattern.compile(
            "(\\S+)\\s*=\\s*(holding|input)\\s+(\\d{1,5})\\s+(u16|i16|u32|i32|f32|u64|f64)(\\s+swap)?(?:\\s+\\*(\\S+))?(?:\\s+\\[([^\\]]{1,20})\\])?");

    private final LinkSettings settings;
    private final Clock clock;
    private final List<Item> items;
    private final ModbusTcpClient client;
    private boolean connected;

    record Item(String series, boolean input, int address, String type, boolean swap, double scale, String unit) {
        int registers() {
            return switch (type) {
                case "u16", "i16" -> 1;
                case "u64", "f64" -> 4;
                default -> 2;
            };
        }

        /** The value in the bytes of its registers. */
        double value(byte[] bytes) {
            if (bytes.length != registers() * 2) {
                throw BadInput.of(Place.ofField(series), "ingest.registers", bytes.length);
            }
            ByteBuffer words = ByteBuffer.allocate(bytes.length);
            for (int i = 0; i < registers(); i++) {
                int from = swap ? registers() - 1 - i : i;
                words.put(bytes, from * 2, 2);
            }
            words.flip();
            double raw = switch (type) {
                case "u16" -> Short.toUnsignedInt(words.getShort());
                case "i16" -> words.getShort();
                case "u32" -> Integer.toUnsignedLong(words.getInt());
                case "i32" -> words.getInt();
                case "f32" -> words.getFloat();
                case "u64" -> words.getLong();
                default -> words.getDouble();
            };
            return raw * scale;
        }
    }

    ModbusSource(LinkSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.items = settings.lines("items").stream().map(ModbusSource::item).toList();
        if (items.isEmpty()) {
            throw BadInput.of(Place.ofField("items"), "ingest.missing");
        }
        settings.required("site");
        settings.number("unit", 0, 255);
        String host = settings.required("host");
        int port = settings.number("port", 1, 65_535);
        this.client = ModbusTcpClient.create(
                NettyTcpClientTransport.create(c -> {
                    c.setHostname(host);
                    c.setPort(port);
                    c.setConnectTimeout(Duration.ofSeconds(5));
                    c.setConnectPersistent(false);
                }),
                c -> c.setRequestTimeout(Duration.ofSeconds(5)));
    }

    static Item item(String line) {
        Matcher m = ITEM.matcher(line.strip());
        if (!m.matches() || Integer.parseInt(m.group(3)) > 65_535) {
            throw BadInput.of(Place.ofField("items"), "ingest.item.modbus", line);
        }
        double scale = 1;
        try {
            scale = m.group(6) == null ? 1 : Double.parseDouble(m.group(6));
        } catch (NumberFormatException wrong) {
            throw BadInput.of(Place.ofField("items"), "ingest.item.modbus", line);
        }
        return new Item(
                m.group(1),
                m.group(2).equals("input"),
                Integer.parseInt(m.group(3)),
                m.group(4),
                m.group(5) != null,
                scale,
                m.group(7) == null ? "" : m.group(7));
    }

    @Override
    public List<Reading> poll() throws Exception {
        if (!connected) {
            client.connect();
            connected = true;
        }
        try {
            long now = clock.millis();
            List<Reading> readings = new ArrayList<>();
            for (Item item : items) {
                readings.add(new Reading(
                        settings.text("site"), item.series(), now, item.value(registers(item)), item.unit()));
            }
            return readings;
        } catch (ModbusExecutionException cut) {
            reconnect();
            throw cut;
        }
    }

    private byte[] registers(Item item) throws Exception {
        int unit = settings.number("unit", 0, 255);
        return item.input()
                ? client.readInputRegisters(unit, new ReadInputRegistersRequest(item.address(), item.registers()))
                        .registers()
                : client.readHoldingRegisters(unit, new ReadHoldingRegistersRequest(item.address(), item.registers()))
                        .registers();
    }

    private void reconnect() throws ModbusExecutionException {
        connected = false;
        client.disconnect();
    }

    @Override
    public void close() throws java.io.IOException {
        try {
            client.disconnect();
        } catch (ModbusExecutionException ended) {
            throw new java.io.IOException(ended);
        }
    }
}
