package org.boucle.app.energyindex;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.boucle.app.server.Form;
import org.boucle.core.input.Place;
import org.boucle.features.energyindex.Evidence;
import org.boucle.features.energyindex.Vote;

/** The fields that forms of decisions share: votes, dates, values, evidence. */
final class DecisionForms {
    private static final int MEMBERS = 4;

    private DecisionForms() {}

    static double positive(SiteForms fields, String name) {
        double value = fields.number(name).orElse(0);
        if (!(value > 0)) {
            fields.issues().add(Place.ofField(name), "energyindex.positive");
            return 1;
        }
        return value;
    }

    static Evidence evidence(Form form, SiteForms fields) {
        Optional<byte[]> content = Desk.upload(form, "evidence");
        if (content.isEmpty() || content.get().length == 0) {
            fields.issues().add(Place.ofField("evidence"), "energyindex.evidence-missing");
            fields.issues().throwIfAny();
        }
        byte[] bytes = content.orElseThrow();
        return new Evidence(form.file("evidence").orElseThrow().name(), sha256(bytes), bytes.length);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<Vote> votes(Form form, SiteForms fields) {
        List<Vote> votes = new ArrayList<>();
        for (int i = 1; i <= MEMBERS; i++) {
            String member = form.text("member" + i);
            if (!member.isEmpty()) {
                Vote.Half half = form.text("half" + i).equals("SECTOR") ? Vote.Half.SECTOR : Vote.Half.AUTHORITIES;
                votes.add(new Vote(member, half, ballot(form.text("ballot" + i))));
            }
        }
        if (votes.isEmpty()) {
            fields.issues().add(Place.ofField("member1"), "energyindex.votes-missing");
        }
        return votes;
    }

    private static Vote.Ballot ballot(String text) {
        return switch (text) {
            case "FOR" -> Vote.Ballot.FOR;
            case "AGAINST" -> Vote.Ballot.AGAINST;
            default -> Vote.Ballot.ABSTAINED;
        };
    }

    static LocalDate date(SiteForms fields, String name) {
        String text = fields.needed(name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            if (!text.isEmpty()) {
                fields.issues().add(Place.ofField(name), "energyindex.not-a-date", text);
            }
            return LocalDate.EPOCH;
        }
    }
}
