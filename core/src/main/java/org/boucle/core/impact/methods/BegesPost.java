package org.boucle.core.impact.methods;

import org.boucle.core.text.Language;

/** The 22 posts in 6 categories of the French greenhouse gas inventory (decree 2022-982 of 1 July 2022, method version 5). */
public enum BegesPost {
    P1_1("1.1", "Sources fixes de combustion", "Stationary combustion"),
    P1_2("1.2", "Sources mobiles de combustion", "Mobile combustion"),
    P1_3("1.3", "Procédés hors énergie", "Processes other than energy"),
    P1_4("1.4", "Émissions fugitives", "Fugitive emissions"),
    P1_5("1.5", "Biomasse (sols et forêts)", "Biomass (soils and forests)"),
    P2_1("2.1", "Électricité consommée", "Electricity consumed"),
    P2_2("2.2", "Énergie consommée autre que l’électricité", "Energy consumed other than electricity"),
    P3_1("3.1", "Transport de marchandises amont", "Upstream freight"),
    P3_2("3.2", "Transport de marchandises aval", "Downstream freight"),
    P3_3("3.3", "Déplacements domicile-travail", "Commuting"),
    P3_4("3.4", "Déplacements des visiteurs et clients", "Visitors and customers"),
    P3_5("3.5", "Déplacements professionnels", "Business travel"),
    P4_1("4.1", "Achats de biens", "Purchased goods"),
    P4_2("4.2", "Immobilisations de biens", "Capital goods"),
    P4_3("4.3", "Gestion des déchets", "Waste"),
    P4_4("4.4", "Actifs en leasing amont", "Upstream leased assets"),
    P4_5("4.5", "Achats de services", "Purchased services"),
    P5_1("5.1", "Utilisation des produits vendus", "Use of sold products"),
    P5_2("5.2", "Actifs en leasing aval", "Downstream leased assets"),
    P5_3("5.3", "Fin de vie des produits vendus", "End of life of sold products"),
    P5_4("5.4", "Investissements", "Investments"),
    P6_1("6.1", "Autres émissions indirectes", "Other indirect emissions");

    private final String number;
    private final String fr;
    private final String en;

    BegesPost(String number, String fr, String en) {
        this.number = number;
        this.fr = fr;
        this.en = en;
    }

    public String number() {
        return number;
    }

    public String label(Language language) {
        return language == Language.FR ? fr : en;
    }

    /** The category of the GHG Protocol's scope 3 that a post of categories 3 to 5 corresponds to; 0 where none does. */
    public int scope3Category() {
        return switch (this) {
            case P4_1, P4_5 -> 1;
            case P4_2 -> 2;
            case P3_1 -> 4;
            case P4_3 -> 5;
            case P3_5 -> 6;
            case P3_3 -> 7;
            case P4_4 -> 8;
            case P3_2 -> 9;
            case P5_1 -> 11;
            case P5_3 -> 12;
            case P5_2 -> 13;
            case P5_4 -> 15;
            case P1_1, P1_2, P1_3, P1_4, P1_5, P2_1, P2_2, P3_4, P6_1 -> 0;
        };
    }
}
