package org.mifeng.indexdata.query;

/** Whether two words are one slip apart: one sign missing, added, wrong, or two neighbours swapped. */
final class OneSlip {
    private OneSlip() {}

    /** Also false for equal words, and for those that differ in the first sign. */
    static boolean apart(String said, String meant) {
        int more = meant.length() - said.length();
        if (more < -1 || more > 1 || said.isEmpty() || meant.isEmpty() || said.charAt(0) != meant.charAt(0)) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(said.length(), meant.length());
        while (same < shorter && said.charAt(same) == meant.charAt(same)) {
            same++;
        }
        String restSaid = said.substring(same);
        String restMeant = meant.substring(same);
        return switch (more) {
            case 1 -> restMeant.substring(1).equals(restSaid);
            case -1 -> restSaid.substring(1).equals(restMeant);
            default ->
                !restSaid.isEmpty()
                        && (restSaid.substring(1).equals(restMeant.substring(1)) || isSwapped(restSaid, restMeant));
        };
    }

    private static boolean isSwapped(String said, String meant) {
        return said.length() > 1
                && said.charAt(0) == meant.charAt(1)
                && said.charAt(1) == meant.charAt(0)
                && said.substring(2).equals(meant.substring(2));
    }
}
