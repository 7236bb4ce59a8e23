package org.boucle.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.boucle.app.accounts.Role;
import org.boucle.app.testing.TestServer;
import org.junit.jupiter.api.Test;

/** A body refused at its first character is read to its end, so the same connection hears the next answer too. */
class UnreadBodyTest {
    @Test
    void theConnectionOutlivesARefusedBody() throws IOException {
        try (TestServer server = TestServer.withAdministrator()) {
            String token = server.token(Role.ADMINISTRATOR);
            String malformed = "}" + "y".repeat(300_000);
            try (Socket socket =
                    new Socket("127.0.0.1", URI.create(server.address("/")).getPort())) {
                socket.setSoTimeout(20_000);
                OutputStream out = socket.getOutputStream();
                for (int i = 0; i < 20; i++) {
                    String path = i % 2 == 0 ? "/api/footprint" : "/api/it/batch";
                    out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                    + "\r\nContent-Type: application/json\r\nContent-Length: " + malformed.length()
                                    + "\r\n\r\n" + malformed)
                            .getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    assertThat(status(socket.getInputStream())).isBetween(400, 499);
                }
            }
        }
    }

    private static int status(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("connection closed after '%s'", head).isNotNegative();
            head.append((char) next);
        }
        assertThat(head.toString().toLowerCase()).doesNotContain("connection: close");
        int at = head.toString().toLowerCase().indexOf("content-length:");
        int end = head.indexOf("\r\n", at);
        in.skipNBytes(Integer.parseInt(head.substring(at + 15, end).strip()));
        return Integer.parseInt(head.substring(9, 12));
    }
}
