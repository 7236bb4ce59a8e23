package org.boucle.app.cloudscan;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;
import org.boucle.features.itfootprint.service.CloudResource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;

/**
 * The instances and volumes of one region of an AWS account with their mean processor load. Needs the permissions
 * {@code ec2:DescribeInstances}, {@code ec2:DescribeVolumes} and {@code cloudwatch:GetMetricData}, and changes nothing.
 */
final class AwsAccount implements AutoCloseable {
    /** CloudWatch answers at most so many metrics in one request. */
    private static final int METRICS_PER_REQUEST = 500;

    private final String region;
    private final Ec2Client ec2;
    private final CloudWatchClient cloudWatch;

    private AwsAccount(String region, Ec2Client ec2, CloudWatchClient cloudWatch) {
        this.region = region;
        this.ec2 = ec2;
        this.cloudWatch = cloudWatch;
    }

    /** With the credentials that the AWS tools find. */
    static AwsAccount open(String region, Optional<URI> endpoint) {
        return open(region, endpoint, DefaultCredentialsProvider.create());
    }

    /** @param endpoint in place of Amazon's own, for compatible clouds and tests */
    static AwsAccount open(String region, Optional<URI> endpoint, AwsCredentialsProvider credentials) {
        return new AwsAccount(
                region,
                with(Ec2Client.builder(), region, endpoint, credentials).build(),
                with(CloudWatchClient.builder(), region, endpoint, credentials).build());
    }

    private static <B extends AwsClientBuilder<B, ?>> B with(
            B builder, String region, Optional<URI> endpoint, AwsCredentialsProvider credentials) {
        builder.region(Region.of(region)).credentialsProvider(credentials);
        endpoint.ifPresent(builder::endpointOverride);
        return builder;
    }

    /**
     * All resources, the instances with their mean load over the window before now.
     *
     * @param withVolumes whether block storage is listed too
     * @throws BadInput where the account cannot be reached or refuses
     */
    List<CloudResource> resources(Duration window, Instant now, boolean withVolumes) {
        try {
            return listed(window, now, withVolumes);
        } catch (SdkException refused) {
            throw BadInput.of(Place.WHOLE, "cloudscan.account", region, refused.getMessage());
        }
    }

    private List<CloudResource> listed(Duration window, Instant now, boolean withVolumes) {
        List<Instance> instances = ec2.describeInstancesPaginator().reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .filter(instance -> instance.state().name() == InstanceStateName.RUNNING
                        || instance.state().name() == InstanceStateName.STOPPED)
                .toList();
        List<String> running = instances.stream()
                .filter(instance -> instance.state().name() == InstanceStateName.RUNNING)
                .map(Instance::instanceId)
                .toList();
        Map<String, Double> loads = loads(running, window, now);
        List<CloudResource> resources = new ArrayList<>();
        instances.forEach(instance -> resources.add(resource(instance, loads)));
        if (withVolumes) {
            ec2.describeVolumesPaginator().volumes().forEach(volume -> resources.add(resource(volume)));
        }
        return resources;
    }

    private Map<String, Double> loads(List<String> ids, Duration window, Instant now) {
        Map<String, Double> loads = new HashMap<>();
        for (int from = 0; from < ids.size(); from += METRICS_PER_REQUEST) {
            List<String> part = ids.subList(from, Math.min(ids.size(), from + METRICS_PER_REQUEST));
            List<MetricDataQuery> queries = new ArrayList<>();
            for (int i = 0; i < part.size(); i++) {
                queries.add(query("m" + i, part.get(i), window));
            }
            GetMetricDataRequest request = GetMetricDataRequest.builder()
                    .startTime(now.minus(window))
                    .endTime(now)
                    .metricDataQueries(queries)
                    .build();
            for (MetricDataResult result :
                    cloudWatch.getMetricDataPaginator(request).metricDataResults()) {
                result.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .ifPresent(mean ->
                                loads.put(part.get(Integer.parseInt(result.id().substring(1))), mean));
            }
        }
        return loads;
    }

    private static MetricDataQuery query(String id, String instance, Duration window) {
        Metric metric = Metric.builder()
                .namespace("AWS/EC2")
                .metricName("CPUUtilization")
                .dimensions(
                        Dimension.builder().name("InstanceId").value(instance).build())
                .build();
        // one value over the window; CloudWatch wants whole minutes
        int period = (int) Math.max(60, window.toMinutes() * 60);
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(MetricStat.builder()
                        .metric(metric)
                        .period(period)
                        .stat("Average")
                        .build())
                .build();
    }

    private CloudResource resource(Instance instance, Map<String, Double> loads) {
        Double load = loads.get(instance.instanceId());
        return new CloudResource(
                "aws",
                instance.instanceId(),
                region,
                "",
                new CloudResource.Instance(
                        instance.instanceTypeAsString(),
                        load == null ? OptionalDouble.empty() : OptionalDouble.of(load),
                        instance.state().name() == InstanceStateName.RUNNING),
                tags(instance.tags()),
                OptionalDouble.empty());
    }

    private CloudResource resource(Volume volume) {
        return new CloudResource(
                "aws",
                volume.volumeId(),
                region,
                "",
                new CloudResource.Volume(
                        volume.volumeTypeAsString(),
                        volume.size(),
                        volume.attachments().stream()
                                .map(VolumeAttachment::instanceId)
                                .toList()),
                tags(volume.tags()),
                OptionalDouble.empty());
    }

    private static SortedMap<String, String> tags(List<Tag> tags) {
        SortedMap<String, String> map = new TreeMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value() == null ? "" : tag.value()));
        return map;
    }

    @Override
    public void close() {
        ec2.close();
        cloudWatch.close();
    }
}
