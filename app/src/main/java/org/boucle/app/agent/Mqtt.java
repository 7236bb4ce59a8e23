package org.boucle.app.agent;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * A connection to an MQTT 3.1.1 broker that can do what the agent needs: publish with QoS 1 and wait for the
 * acknowledgements, and subscribe with QoS 0. Source: OASIS MQTT 3.1.1 of 29 October 2014, sections 3.1 to 3.14.
 */
final class Mqtt implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int KEEP_ALIVE_SECONDS = 120;

    /** A message that came in. */
    record Message(String topic, String payload) {}

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private final Set<Integer> unacknowledged = new HashSet<>();
    private int lastIdentifier;

    /** Connects and waits for the broker's consent; an empty user is none. */
    Mqtt(String host, int port, String client, String user, String password) throws IOException {
        socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 2048);
        out = socket.getOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.writeUTF("MQTT");
        data.writeByte(4);
        data.writeByte(2 | (user.isEmpty() ? 0 : 0x80 | 0x40));
        data.writeShort(KEEP_ALIVE_SECONDS);
        data.writeUTF(client);
        if (!user.isEmpty()) {
            data.writeUTF(user);
            data.writeUTF(password);
        }
        send(0x10, body.toByteArray());
        byte[] consent = expect(0x20);
        if (consent.length < 2 || consent[1] != 0) {
            socket.close();
            throw new IOException("The MQTT broker refused with code "
                    .concat(Integer.toString(consent.length < 2 ? -1 : consent[1])));
        }
    }

    /** Publishes with QoS 1 without waiting. */
    void publish(String topic, byte[] payload) throws IOException {
        lastIdentifier = lastIdentifier % 65_535 + 1;
        ByteArrayOutputStream body = new ByteArrayOutputStream(topic.length() + payload.length + 4);
        DataOutputStream data = new DataOutputStream(body);
        data.writeUTF(topic);
        data.writeShort(lastIdentifier);
        data.write(payload);
        unacknowledged.add(lastIdentifier);
        send(0x32, body.toByteArray());
    }

    /** Waits until at most so many publications are unacknowledged. */
    void awaitAcknowledged(int atMost) throws IOException {
        while (unacknowledged.size() > atMost) {
            byte[] acknowledgement = expect(0x40);
            unacknowledged.remove(identifier(acknowledgement));
        }
    }

    void subscribe(String topic) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.writeShort(1);
        data.writeUTF(topic);
        data.writeByte(0);
        send(0x82, body.toByteArray());
        byte[] answer = expect(0x90);
        if (answer.length < 3 || answer[2] == (byte) 0x80) {
            throw new IOException("The MQTT broker refused the subscription to ".concat(topic));
        }
        socket.setSoTimeout(KEEP_ALIVE_SECONDS * 500);
    }

    /** Waits for the next message; pings the broker when none comes within half the keep-alive time. */
    Message next() throws IOException {
        while (true) {
            int head;
            try {
                head = in.read();
            } catch (java.net.SocketTimeoutException quiet) {
                send(0xC0, new byte[0]);
                head = in.read();
            }
            byte[] body = body(head);
            if ((head & 0xF0) == 0x30) {
                int topicLength = (body[0] & 255) << 8 | body[1] & 255;
                int from = 2 + topicLength + ((head & 6) == 0 ? 0 : 2);
                return new Message(
                        new String(body, 2, topicLength, StandardCharsets.UTF_8),
                        new String(body, from, body.length - from, StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public void close() {
        try (socket) {
            send(0xE0, new byte[0]);
        } catch (IOException alreadyGone) {
            // the other side has closed first: nothing is left to say
        }
    }

    private byte[] expect(int type) throws IOException {
        while (true) {
            int head = in.read();
            byte[] body = body(head);
            if ((head & 0xF0) == type) {
                return body;
            }
        }
    }

    private byte[] body(int head) throws IOException {
        if (head < 0) {
            throw new IOException("The MQTT broker closed the connection");
        }
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = in.read();
            if (digit < 0 || shift > 21) {
                throw new IOException("The MQTT broker sent no length");
            }
            length |= (digit & 127) << shift;
            shift += 7;
        } while (digit >= 128);
        byte[] body = in.readNBytes(Math.min(length, 1 << 20));
        in.skipNBytes(length - (long) body.length);
        return body;
    }

    private void send(int head, byte[] body) throws IOException {
        byte[] packet = new byte[body.length + 5];
        packet[0] = (byte) head;
        int at = 1;
        int length = body.length;
        do {
            int digit = length & 127;
            length >>= 7;
            packet[at++] = (byte) (length > 0 ? digit | 128 : digit);
        } while (length > 0);
        System.arraycopy(body, 0, packet, at, body.length);
        out.write(packet, 0, at + body.length);
        out.flush();
    }

    private static int identifier(byte[] body) {
        return body.length < 2 ? 0 : (body[0] & 255) << 8 | body[1] & 255;
    }
}
