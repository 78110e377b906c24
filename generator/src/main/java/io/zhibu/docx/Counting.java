package io.zhibu.docx;

import java.util.Locale;

/** How Word writes the number of a paragraph. */
final class Counting {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String LEGAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final String[] ROMAN = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

    private Counting() {}

    /** @param format as the file names it */
    static String text(String format, int number) {
        return switch (format) {
            case "none" -> "";
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "koreanCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand" -> counted(number, DIGITS, "十百千");
            case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" ->
                counted(number, LEGAL, "拾佰仟");
            case "ideographDigital", "japaneseDigitalTenThousand", "koreanDigital", "taiwaneseDigital" ->
                digits(number);
            case "ideographTraditional" -> cycle(STEMS, number);
            case "ideographZodiac" -> cycle(BRANCHES, number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle" ->
                number >= 1 && number <= 20 ? String.valueOf((char) ('①' + number - 1)) : "(" + number + ")";
            case "decimalEnclosedParen" -> "(" + number + ")";
            case "decimalEnclosedFullstop" -> number + ".";
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "decimalFullWidth", "decimalFullWidth2" -> wide(number);
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(number);
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            default -> String.valueOf(number);
        };
    }

    /** Whether the format writes Arabic digits and nothing else. */
    static boolean isArabic(String format) {
        return format.isEmpty() || format.equals("decimal");
    }

    private static String counted(int number, String digits, String powers) {
        if (number <= 0 || number > 9999) {
            return String.valueOf(number);
        }
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int power = 3, value = 1000; power >= 0; power--, value /= 10) {
            int digit = number / value % 10;
            if (digit == 0) {
                gap |= !text.isEmpty();
                continue;
            }
            if (gap) {
                text.append('零');
                gap = false;
            }
            // Ten to nineteen begin without a one.
            boolean bare = power == 1 && digit == 1 && text.isEmpty() && digits.equals(DIGITS);
            text.append(bare ? "" : digits.substring(digit, digit + 1));
            text.append(power == 0 ? "" : powers.substring(power - 1, power));
        }
        return text.toString();
    }

    private static String digits(int number) {
        StringBuilder text = new StringBuilder();
        for (char digit : String.valueOf(number).toCharArray()) {
            text.append(digit >= '0' && digit <= '9' ? DIGITS.charAt(digit - '0') : digit);
        }
        return text.toString();
    }

    private static String cycle(String signs, int number) {
        return number < 1 ? String.valueOf(number) : String.valueOf(signs.charAt((number - 1) % signs.length()));
    }

    private static String wide(int number) {
        StringBuilder text = new StringBuilder();
        for (char digit : String.valueOf(number).toCharArray()) {
            text.append((char) (digit + 0xFEE0));
        }
        return text.toString();
    }

    private static String roman(int number) {
        if (number < 1 || number > 3999) {
            return String.valueOf(number);
        }
        StringBuilder text = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMAN.length; i++) {
            for (; left >= ROMAN_VALUES[i]; left -= ROMAN_VALUES[i]) {
                text.append(ROMAN[i]);
            }
        }
        return text.toString();
    }

    /** A to Z, then AA to ZZ, as Word goes on. */
    private static String letters(int number) {
        if (number < 1 || number > 26 * 40) {
            return String.valueOf(number);
        }
        return String.valueOf((char) ('A' + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }
}
