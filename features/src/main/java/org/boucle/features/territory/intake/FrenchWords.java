package org.boucle.features.territory.intake;

import java.util.Map;

/** The words of French workbooks and forms for the choices of a flow. */
final class FrenchWords {
    private static final Map<String, String> CHOICES = Map.ofEntries(
            Map.entry("ENTRANT", "IN"),
            Map.entry("ENTREE", "IN"),
            Map.entry("BESOIN", "IN"),
            Map.entry("SORTANT", "OUT"),
            Map.entry("SORTIE", "OUT"),
            Map.entry("OFFRE", "OUT"),
            Map.entry("NEED", "IN"),
            Map.entry("OFFER", "OUT"),
            Map.entry("MATIERE", "MATERIAL"),
            Map.entry("EAU", "WATER"),
            Map.entry("CHALEUR", "HEAT"),
            Map.entry("ELECTRICITE", "ELECTRICITY"),
            Map.entry("GAZ", "GAS"),
            Map.entry("SURFACE", "SPACE"),
            Map.entry("ESPACE", "SPACE"),
            Map.entry("COMPETENCE", "SKILL"),
            Map.entry("EQUIPEMENT", "EQUIPMENT"),
            Map.entry("DECHET", "WASTE"),
            Map.entry("PRODUIT", "PRODUCT"),
            Map.entry("SOUS_PRODUIT", "BY_PRODUCT"),
            Map.entry("COPRODUIT", "BY_PRODUCT"),
            Map.entry("SORTIE_DE_STATUT", "END_OF_WASTE"),
            Map.entry("REEMPLOI", "REUSE"),
            Map.entry("MESURE", "MEASURED"),
            Map.entry("AUDITE", "AUDITED"),
            Map.entry("DECLARE", "DECLARED"),
            Map.entry("PRESUME", "PRESUMED"));

    private FrenchWords() {}

    /** The choice that a word in capitals without accents stands for; the word itself where it is none of them. */
    static String choice(String word) {
        return CHOICES.getOrDefault(word, word);
    }
}
