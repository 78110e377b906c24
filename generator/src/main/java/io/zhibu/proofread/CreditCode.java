package io.zhibu.proofread;

/** The code of an organisation, which is public: 18 characters of 31, the last of which checks the others, as GB 32100 has it. */
final class CreditCode {
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private CreditCode() {}

    static boolean is(String code) {
        if (code.length() != 18) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int value = CHARACTERS.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += WEIGHTS[i] * value;
        }
        return CHARACTERS.indexOf(code.charAt(17)) == (31 - sum % 31) % 31;
    }
}
