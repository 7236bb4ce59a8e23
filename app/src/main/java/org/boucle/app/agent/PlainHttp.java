package org.boucle.app.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 request on one connection, over TCP or TLS. The JDK's own client holds three times the memory that this
 * agent may use (decision 0620).
 */
final class PlainHttp {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int LARGEST_BODY = 4 << 20;

    private PlainHttp() {}

    /** A status and the body as text. */
    record Answer(int status, String body) {
        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /** @param headers whole lines, each ended by CR LF */
    static Answer request(String method, URI target, String headers, String contentType, byte[] body)
            throws IOException {
        try (Socket socket = connect(target)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
            StringBuilder head = new StringBuilder(256);
            head.append(method).append(' ').append(path);
            if (target.getRawQuery() != null) {
                head.append('?').append(target.getRawQuery());
            }
            head.append(" HTTP/1.1\r\nHost: ").append(target.getHost());
            if (target.getPort() > 0) {
                head.append(':').append(target.getPort());
            }
            head.append("\r\nConnection: close\r\nUser-Agent: boucle-agent\r\n").append(headers);
            if (!contentType.isEmpty()) {
                head.append("Content-Type: ").append(contentType).append("\r\nContent-Length: ");
                head.append(body.length).append("\r\n");
            }
            OutputStream out = socket.getOutputStream();
            byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
            byte[] all = java.util.Arrays.copyOf(first, first.length + body.length);
            System.arraycopy(body, 0, all, first.length, body.length);
            out.write(all);
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    private static Socket connect(URI target) throws IOException {
        boolean secure = "https".equalsIgnoreCase(target.getScheme());
        int port = target.getPort() > 0 ? target.getPort() : secure ? 443 : 80;
        if (target.getHost() == null) {
            throw new IOException("No host in the address ".concat(target.toString()));
        }
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(target.getHost(), port), TIMEOUT_MILLIS);
        if (!secure) {
            return socket;
        }
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket tls = (SSLSocket) factory.createSocket(socket, target.getHost(), port, true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        return tls;
    }

    private static Answer answer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.") || status.length() < 12) {
            throw new IOException("No HTTP answer: ".concat(status));
        }
        long length = -1;
        boolean chunked = false;
        String header = line(in);
        while (!header.isEmpty()) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
            header = line(in);
        }
        int code = Integer.parseInt(status.substring(9, 12));
        byte[] body = code == 204
                ? new byte[0]
                : chunked
                        ? chunks(in)
                        : in.readNBytes(length < 0 ? LARGEST_BODY : (int) Math.min(length, LARGEST_BODY));
        return new Answer(code, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (body.size() < LARGEST_BODY) {
            String size = line(in);
            int extension = size.indexOf(';');
            int length = Integer.parseInt((extension < 0 ? size : size.substring(0, extension)).strip(), 16);
            if (length == 0) {
                break;
            }
            body.write(in.readNBytes(Math.min(length, LARGEST_BODY)));
            line(in);
        }
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        int c = in.read();
        while (c >= 0 && c != '\n' && line.length() < 8192) {
            if (c != '\r') {
                line.append((char) c);
            }
            c = in.read();
        }
        return line.toString();
    }
}
