package io.zhibu.docx;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Signs of the fonts that hold pictures in the place of letters, as characters that every font has. */
final class Symbols {
    private static final Map<Integer, String> WINGDINGS = map(
            "20:  6C:● 6D:❍ 6E:■ 6F:□ 70:❐ 71:❑ 72:❒ 73:⬧ 74:⧫ 75:◆ 76:❖ 77:⬥ 9E:· 9F:• A0:▪ A1:○ A2:○ A4:◉ A5:◎ A7:▪ A8:◻ D8:➢ DC:➲ E0:→ DF:← E1:↑ E2:↓ E8:➔ F0:⇨ FB:✗ FC:✓ FD:☒ FE:☑ 4A:☺ 28:☎ 2A:✉ 46:☞ AB:★ B6:☆ 81:① 82:② 83:③ 84:④ 85:⑤ 86:⑥ 87:⑦ 88:⑧ 89:⑨ 8A:⑩ 8C:❶ 8D:❷ 8E:❸ 8F:❹ 90:❺ 91:❻ 92:❼ 93:❽ 94:❾ 95:❿");
    private static final Map<Integer, String> SYMBOL = map(
            "20:  2B:+ 2D:− 3D:= 61:α 62:β 64:δ 65:ε 6C:λ 6D:μ 70:π 71:θ 72:ρ 73:σ 77:ω 44:Δ 53:Σ 57:Ω A3:≤ B3:≥ B1:± B4:× B8:÷ B9:≠ BB:≈ B0:° B7:• A5:∞ AE:→ AC:← D6:√ A7:♣ A8:♦ A9:♥ AA:♠");

    private Symbols() {}

    private static Map<Integer, String> map(String pairs) {
        Map<Integer, String> map = new HashMap<>();
        for (String pair : pairs.split(" (?=[0-9A-F]{2}:)")) {
            String sign = pair.substring(3);
            map.put(Integer.parseInt(pair.substring(0, 2), 16), sign.isBlank() ? " " : sign);
        }
        return map;
    }

    /**
     * @param font as the file names it
     * @param code hexadecimal, in the private area or not
     */
    static Optional<String> text(String font, String code) {
        if (!code.matches("[0-9A-Fa-f]{1,6}")) {
            return Optional.empty();
        }
        int c = Integer.parseInt(code, 16);
        int low = c >= 0xF000 && c <= 0xF0FF ? c - 0xF000 : c;
        if (font.equalsIgnoreCase("Wingdings")) {
            return Optional.ofNullable(WINGDINGS.get(low));
        } else if (font.equalsIgnoreCase("Symbol")) {
            return Optional.ofNullable(SYMBOL.get(low));
        }
        boolean own = c >= 0xE000 && c <= 0xF8FF;
        return own || c < 0x20 || !Character.isValidCodePoint(c) || c >= 0xD800 && c < 0xE000
                ? Optional.empty()
                : Optional.of(Character.toString(c));
    }
}
