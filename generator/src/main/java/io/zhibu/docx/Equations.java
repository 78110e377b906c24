package io.zhibu.docx;

import java.util.List;
import java.util.stream.Collectors;

/** A formula as it is written on one line. */
final class Equations {
    private Equations() {}

    static String text(Element formula) {
        return switch (formula.name()) {
            case "m:t", "w:t" -> formula.text();
            case "m:f" -> part(formula, "m:num") + "/" + part(formula, "m:den");
            case "m:sSup" -> part(formula, "m:e") + "^" + part(formula, "m:sup");
            case "m:sSub" -> part(formula, "m:e") + "_" + part(formula, "m:sub");
            case "m:sSubSup" -> part(formula, "m:e") + "_" + part(formula, "m:sub") + "^" + part(formula, "m:sup");
            case "m:rad" ->
                (inner(formula, "m:deg").isBlank() ? "" : part(formula, "m:deg")) + "√" + part(formula, "m:e");
            case "m:d" ->
                bracket(formula, "m:begChr", "(")
                        + formula.all("m:e").map(Equations::children).collect(Collectors.joining(", "))
                        + bracket(formula, "m:endChr", ")");
            case "m:nary" ->
                formula.at("m:naryPr", "m:chr")
                                .map(sign -> sign.attribute("m:val"))
                                .orElse("∫")
                        + limit("_", formula, "m:sub")
                        + limit("^", formula, "m:sup")
                        + " " + inner(formula, "m:e");
            case "m:m" ->
                formula.all("m:mr")
                        .map(row -> row.all("m:e").map(Equations::children).collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; ", "[", "]"));
            default -> children(formula);
        };
    }

    private static String children(Element element) {
        return element.children().stream().map(Equations::text).collect(Collectors.joining());
    }

    private static String inner(Element element, String name) {
        return element.child(name).map(Equations::children).orElse("");
    }

    private static String limit(String sign, Element element, String name) {
        String text = inner(element, name);
        return text.isBlank() ? "" : sign + part(element, name);
    }

    /** In brackets, unless it is one sign or one number. */
    private static String part(Element element, String name) {
        String text = inner(element, name);
        return text.codePointCount(0, text.length()) <= 1 || text.matches("[0-9.]+") ? text : "(" + text + ")";
    }

    private static String bracket(Element element, String name, String usual) {
        List<Element> marks =
                element.child("m:dPr").map(look -> look.below(name)).orElse(List.of());
        return marks.isEmpty() ? usual : marks.get(0).attribute("m:val");
    }
}
