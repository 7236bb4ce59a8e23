package org.boucle.app.agent;

import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the agent was asked to do, read from its arguments. It reads them itself: the command library of the server would
 * cost the agent 5 MB.
 */
final class AgentOptions {
    /** Where an MQTT broker listens; an empty user is none. */
    record Broker(String host, int port, String user, String password) {}

    /** Arguments that make no sense; the message says which and what would. */
    static final class Misused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Misused(String message) {
            super(message);
        }
    }

    String command = "run";
    String site = "site";
    String host = "";
    long everyMillis = 5_000;
    long sendEveryMillis = 15_000;
    Optional<URI> twin = Optional.empty();
    String token = "";
    Optional<Broker> broker = Optional.empty();
    String meterTopic = "";
    Optional<URI> shelly = Optional.empty();
    List<URI> exporters = new ArrayList<>();
    List<File> followed = new ArrayList<>();
    boolean ipmi = true;
    int consumers = 5;
    long consumersEveryMillis = 30_000;
    double idleWatts;
    String location = "";
    File buffer = new File("boucle-agent");
    long bufferMegabytes = 256;
    int metricsPort = -1;
    String metricsAddress = "127.0.0.1";
    File proc = new File("/proc");
    File sys = new File("/sys");
    boolean tell;
    long stepMillis = 20_000;
    File points = new File("");

    static AgentOptions parse(String[] arguments) {
        AgentOptions options = new AgentOptions();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (!name.startsWith("--")) {
                options.word(name, i);
            } else if (name.equals("--tell")) {
                options.tell = true;
            } else if (name.equals("--no-ipmi")) {
                options.ipmi = false;
            } else if (name.equals("--help")) {
                options.command = "help";
            } else {
                int equals = name.indexOf('=');
                String value;
                if (equals > 0) {
                    value = name.substring(equals + 1);
                    name = name.substring(0, equals);
                } else if (++i < arguments.length) {
                    value = arguments[i];
                } else {
                    throw new Misused(name.concat(" needs a value. See boucle agent --help"));
                }
                options.set(name, value);
            }
        }
        return options;
    }

    private void word(String word, int at) {
        if (at == 0 && (word.equals("run") || word.equals("once") || word.equals("stress") || word.equals("fit"))) {
            command = word;
        } else if (command.equals("fit") && points.getPath().isEmpty()) {
            points = new File(word);
        } else {
            throw new Misused("Unknown word ".concat(word).concat(". See boucle agent --help"));
        }
    }

    private void set(String name, String value) {
        try {
            switch (name) {
                case "--site" -> site = value;
                case "--host" -> host = value;
                case "--every" -> everyMillis = duration(value);
                case "--send-every" -> sendEveryMillis = duration(value);
                case "--url" -> twin = Optional.of(web(value));
                case "--token" -> token = value;
                case "--mqtt" -> broker = Optional.of(broker(value));
                case "--meter-topic" -> meterTopic = value;
                case "--shelly" -> shelly = Optional.of(web(value));
                case "--exporter" -> exporters.add(web(value));
                case "--follow" -> followed.add(new File(value));
                case "--consumers" -> consumers = Integer.parseInt(value);
                case "--consumers-every" -> consumersEveryMillis = duration(value);
                case "--idle-watts" -> idleWatts = Double.parseDouble(value);
                case "--location" -> location = value;
                case "--buffer" -> buffer = new File(value);
                case "--buffer-limit" -> bufferMegabytes = Long.parseLong(value);
                case "--metrics-port" -> metricsPort = Integer.parseInt(value);
                case "--metrics-address" -> metricsAddress = value;
                case "--proc" -> proc = new File(value);
                case "--sys" -> sys = new File(value);
                case "--step" -> stepMillis = duration(value);
                default -> throw new Misused("Unknown option ".concat(name).concat(". See boucle agent --help"));
            }
        } catch (NumberFormatException notANumber) {
            throw new Misused(name.concat(" needs a number, was ").concat(value));
        }
    }

    /** {@code 5}, {@code 5s}, {@code 200ms}, {@code 2m} in ms; a bare number is seconds. */
    static long duration(String text) {
        long unit = 1000;
        String number = text;
        if (text.endsWith("ms")) {
            unit = 1;
            number = text.substring(0, text.length() - 2);
        } else if (text.endsWith("s")) {
            number = text.substring(0, text.length() - 1);
        } else if (text.endsWith("m")) {
            unit = 60_000;
            number = text.substring(0, text.length() - 1);
        }
        long millis = Math.round(Double.parseDouble(number) * unit);
        if (millis <= 0) {
            throw new Misused("A time must be positive, was ".concat(text));
        }
        return millis;
    }

    private static URI web(String value) {
        if (!value.startsWith("http://") && !value.startsWith("https://")) {
            throw new Misused("An address begins with http:// or https://, was ".concat(value));
        }
        return URI.create(value);
    }

    /** {@code host:port} or {@code user:password@host:port}; 1883 without a port. */
    private static Broker broker(String value) {
        int at = value.lastIndexOf('@');
        String login = at < 0 ? "" : value.substring(0, at);
        String address = value.substring(at + 1);
        int colon = address.lastIndexOf(':');
        int secret = login.indexOf(':');
        return new Broker(
                colon < 0 ? address : address.substring(0, colon),
                colon < 0 ? 1883 : Integer.parseInt(address.substring(colon + 1)),
                secret < 0 ? login : login.substring(0, secret),
                secret < 0 ? "" : login.substring(secret + 1));
    }
}
