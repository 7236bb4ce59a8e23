package org.boucle.features.itfootprint;

/** Units of the electricity factors as answers print them. */
final class FactorUnit {
    private FactorUnit() {}

    static String of(Criterion criterion) {
        return switch (criterion) {
            case GWP, GWPPB, GWPPF, GWPPLU -> "kg CO2eq/kWh";
            case ADP, ADPE -> "kg Sbeq/kWh";
            case PE, ADPF, FE -> "MJ/kWh";
            case IR -> "kg U235eq/kWh";
            case LU -> "No dimension/kWh";
            case ODP -> "kg CFC-11eq/kWh";
            case PM -> "Disease occurrence/kWh";
            case POCP -> "kg NMVOCeq/kWh";
            case WU -> "m3eq/kWh";
            case MIPS -> "kg/kWh";
            case AP -> "mol H+eq/kWh";
            case CTUE -> "CTUe/kWh";
            case CTUH_C, CTUH_NC -> "CTUh/kWh";
            case EPF -> "kg Peq/kWh";
            case EPM -> "kg Neq/kWh";
            case EPT -> "mol Neq/kWh";
            case FW -> "m3";
        };
    }
}
