package org.boucle.bench.itfootprint;

import java.util.concurrent.TimeUnit;
import org.boucle.features.itfootprint.Assessment;
import org.boucle.features.itfootprint.CloudSpec;
import org.boucle.features.itfootprint.ComponentKind;
import org.boucle.features.itfootprint.ComponentSpec;
import org.boucle.features.itfootprint.Field;
import org.boucle.features.itfootprint.ItFootprint;
import org.boucle.features.itfootprint.Request;
import org.boucle.features.itfootprint.Rules;
import org.boucle.features.itfootprint.ServerSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The engine alone: a server with a named processor, and a cloud instance. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EngineBenchmark {
    private final ItFootprint engine = ItFootprint.shipped();
    private final Request request = Request.usual().by(Rules.COMPATIBLE);
    private final ServerSpec server = ServerSpec.of(ServerSpec.USUAL)
            .withCpu(ComponentSpec.of(ComponentKind.CPU).with(Field.NAME, "Xeon Gold 6134"));
    private final CloudSpec cloud = CloudSpec.of("aws", "m5.xlarge");

    @Benchmark
    public Assessment server() {
        return engine.server(server, request);
    }

    @Benchmark
    public Assessment cloud() {
        return engine.cloud(cloud, request);
    }
}
