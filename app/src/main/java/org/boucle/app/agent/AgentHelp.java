package org.boucle.app.agent;

/** What {@code boucle agent --help} prints; a class of its own, loaded only then. */
final class AgentHelp {
    private static final String TEXT = """
            boucle agent [run|once|stress|fit FILE] [options]
              run     measure until stopped and send to the twin (the default)
              once    print one sample
              stress  load the machine in steps, measure its power, fit its power curve
              fit     fit the power curve to a file of Energizta's lines

              --url URL            the twin, for example http://twin:8080; points go to /api/telemetry/points
              --token TOKEN        sent as a bearer token
              --mqtt [USER:PASSWORD@]HOST[:PORT]   send to a broker instead, at boucle/<site>/<series>
              --site NAME          the site in the topic (site)
              --host NAME          first word of every series (this machine's name)
              --every 5s           time between samples
              --send-every 15s     time between deliveries
              --buffer DIR         where points wait for the twin (boucle-agent)
              --buffer-limit MB    give up the oldest points beyond this (256)
              --metrics-port PORT  serve OpenMetrics at /metrics; --metrics-address 127.0.0.1
              --shelly URL         a Shelly plug, for example http://192.168.1.9/rpc/Switch.GetStatus?id=0
              --meter-topic TOPIC  an MQTT meter on the broker given by --mqtt
              --exporter URL       a page of Kepler or Scaphandre; may be repeated
              --follow FILE        a file to which Energizta or Scaphandre appends; may be repeated
              --no-ipmi            do not ask the management controller
              --consumers 5        how many commands and control groups to show; 0 for none
              --consumers-every 30s  time between two looks at all processes
              --idle-watts W       power at idle, which goes by memory and not by load (lowest power seen)
              --location FRA       country of the electricity for the impacts asked from the twin
              --step 20s           length of a step of the stress plan
              --proc DIR --sys DIR the kernel's trees, where a container mounts the host's elsewhere
              --tell               print a line for each sample kept
            """;

    private AgentHelp() {}

    static int print() {
        System.out.print(TEXT);
        return 0;
    }
}
