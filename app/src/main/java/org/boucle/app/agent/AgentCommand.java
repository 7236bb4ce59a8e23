package org.boucle.app.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/**
 * Lists the agent among the commands and hands its arguments on. The launcher starts {@link AgentMain} itself, in a
 * machine of 40 MB without this library; started here it works the same and holds more.
 */
@Command(
        name = "agent",
        description =
                "Measure this Linux machine and send to the twin / Mesurer cette machine Linux et envoyer au jumeau")
public final class AgentCommand implements Callable<Integer> {
    @Parameters(hidden = true)
    private List<String> words = new ArrayList<>();

    @Unmatched
    private List<String> options = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(words);
        all.addAll(options);
        AgentMain.main(all.toArray(String[]::new));
        return 0;
    }
}
