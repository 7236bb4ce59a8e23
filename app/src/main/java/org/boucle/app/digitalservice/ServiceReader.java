package org.boucle.app.digitalservice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.boucle.core.input.Issues;
import org.boucle.core.input.Place;
import org.boucle.features.itfootprint.Estimate;
import org.boucle.features.itfootprint.ItCatalogue;
import org.boucle.features.itfootprint.service.AllocationKey;
import org.boucle.features.itfootprint.service.Audience;
import org.boucle.features.itfootprint.service.DigitalService;
import org.boucle.features.itfootprint.service.FunctionalUnit;
import org.boucle.features.itfootprint.service.Hosting;
import org.boucle.features.itfootprint.service.Transfer;

/** Reads a digital service from what was filled in; all that is wrong is said at once. */
final class ServiceReader {
    static final int MOST_HOSTINGS = 12;
    static final List<String> DEVICES = List.of("smartphone", "laptop", "desktop", "tablet");
    private static final double HUGE = 1e12;

    private final ItCatalogue catalogue;

    ServiceReader(ItCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    DigitalService read(Fields fields) {
        Issues issues = new Issues();
        String name = fields.required("name", issues);
        String unit = fields.required("unit", issues);
        double perMonth = fields.number("unitsPerMonth", 0, 0, HUGE, issues);
        if (perMonth <= 0 && issues.isEmpty()) {
            issues.add(Place.ofField("unitsPerMonth"), "digitalservice.required");
        }
        String country = country(fields, "country", issues);
        List<Hosting> hosting = new ArrayList<>();
        for (int i = 0; i < MOST_HOSTINGS; i++) {
            String row = "hosting." + i + ".";
            if (fields.has(row + "type")) {
                hosting.add(hosting(fields, row, country, issues));
            }
        }
        if (hosting.isEmpty()) {
            issues.add(Place.ofField("hosting.0.type"), "digitalservice.no-hosting");
        }
        double megabytes = fields.number("megabytes", 0, 0, HUGE, issues);
        double mobile = fields.number("mobile", 0, 0, 100, issues) / 100;
        List<Audience> audiences = audiences(fields, country, issues);
        issues.throwIfAny();
        return new DigitalService(
                name, new FunctionalUnit(unit, perMonth * 12), hosting, new Transfer(megabytes, mobile), audiences);
    }

    private List<Audience> audiences(Fields fields, String country, Issues issues) {
        List<Audience> audiences = new ArrayList<>();
        double minutes = fields.number("minutes", 0, 0, 1e6, issues);
        double sum = 0;
        for (String device : DEVICES) {
            double share = fields.number("share." + device, 0, 0, 100, issues);
            sum += share;
            if (share > 0) {
                audiences.add(new Audience(device, country, share / 100, minutes));
            }
        }
        if (sum > 100 + 1e-9) {
            issues.add(Place.ofField("share"), "digitalservice.shares", sum);
        }
        return audiences;
    }

    private Hosting hosting(Fields fields, String row, String country, Issues issues) {
        String provider = fields.has(row + "provider") ? fields.text(row + "provider") : "own";
        String type = fields.text(row + "type").strip();
        double load = fields.number(row + "load", 30, 0, 100, issues);
        double count = fields.number(row + "count", 1, 1e-6, 1e6, issues);
        double pue = fields.number(row + "pue", provider.equals("own") ? 1.6 : 1.2, 1, 5, issues);
        Hosting.Equipment equipment;
        if (provider.equals("own")) {
            if (!catalogue.serverArchetypes().contains(type)) {
                issues.add(Place.ofField(row + "type"), "digitalservice.unknown-server", type);
            }
            String place = fields.has(row + "region") ? country(fields, row + "region", issues) : country;
            equipment = new Hosting.Equipment.Server(type, place, load);
        } else {
            equipment = cloud(fields, row, provider, type, load, issues);
        }
        String name = fields.has(row + "name") ? fields.text(row + "name") : type;
        Estimate energy =
                fields.has(row + "pue") ? Estimate.exact(pue) : new Estimate(pue, 1 + (pue - 1) / 2, 1 + (pue - 1) * 2);
        return new Hosting(name, equipment, count, key(fields, row, issues), energy);
    }

    private Hosting.Equipment cloud(
            Fields fields, String row, String provider, String type, double load, Issues issues) {
        if (!catalogue.cloudProviders().contains(provider)) {
            issues.add(
                    Place.ofField(row + "provider"),
                    "digitalservice.unknown-provider",
                    provider,
                    String.join(", ", catalogue.cloudProviders()));
        } else if (!catalogue.cloudInstances(provider).contains(type)) {
            issues.add(
                    Place.ofField(row + "type"),
                    "digitalservice.unknown-instance",
                    type,
                    provider,
                    String.join(", ", catalogue.instancesLike(provider, type, 3)));
        }
        String region = fields.required(row + "region", issues);
        boolean known = catalogue.cloudRegions().stream()
                .anyMatch(r -> r.provider().equals(provider) && r.region().equals(region));
        if (!known && !region.isEmpty()) {
            issues.add(Place.ofField(row + "region"), "digitalservice.unknown-region", region, provider);
        }
        return new Hosting.Equipment.Cloud(provider, type, region, load);
    }

    private static AllocationKey key(Fields fields, String row, Issues issues) {
        AllocationKey.Kind kind = Arrays.stream(AllocationKey.Kind.values())
                .filter(k -> k.name().equalsIgnoreCase(fields.text(row + "key")))
                .findFirst()
                .orElse(AllocationKey.Kind.ENTIRE);
        if (kind == AllocationKey.Kind.ENTIRE) {
            return AllocationKey.ENTIRE;
        }
        double whole = fields.number(row + "whole", 100, 1e-9, HUGE, issues);
        double ours = fields.number(row + "ours", whole, 0, HUGE, issues);
        if (ours > whole) {
            issues.add(Place.ofField(row + "ours"), "digitalservice.ours", ours, whole);
            return AllocationKey.ENTIRE;
        }
        return new AllocationKey(kind, ours, whole);
    }

    private String country(Fields fields, String name, Issues issues) {
        String code = fields.has(name) ? fields.text(name).strip().toUpperCase(Locale.ROOT) : "EEE";
        if (catalogue.countries().stream().noneMatch(country -> country.code().equals(code))) {
            issues.add(Place.ofField(name), "digitalservice.unknown-country", code);
        }
        return code;
    }
}
