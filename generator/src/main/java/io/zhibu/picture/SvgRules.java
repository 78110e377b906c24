package io.zhibu.picture;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a drawing may consist of. All that isn't named here is left out or refused, so that what browsers learn later does no harm. */
final class SvgRules {
    static final String SVG = "http://www.w3.org/2000/svg";
    static final String XLINK = "http://www.w3.org/1999/xlink";

    private static final Set<String> ELEMENTS = words("""
            svg g defs symbol use image switch view path rect circle ellipse line polyline polygon text tspan textPath title
            desc a style linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix
            feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
            feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
            fePointLight feSpecularLighting feSpotLight feTile feTurbulence font font-face glyph missing-glyph hkern vkern
            """);
    private static final Set<String> ATTRIBUTES = words("""
            id class style type media version baseProfile viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points
            pathLength transform preserveAspectRatio dx dy rotate textLength lengthAdjust startOffset method spacing side role
            aria-label aria-labelledby aria-describedby aria-hidden lang tabindex requiredFeatures requiredExtensions
            systemLanguage gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits
            patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient
            filterUnits primitiveUnits filterRes in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor bias
            targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
            specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ azimuth elevation z scale xChannelSelector
            yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles tableValues slope intercept
            amplitude exponent alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
            color-interpolation-filters color-profile color-rendering cursor direction display dominant-baseline
            enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size
            font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-horizontal
            glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color marker marker-end
            marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering
            stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
            stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-overflow text-rendering
            transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode unicode glyph-name
            horiz-adv-x horiz-origin-x units-per-em ascent descent panose-1 u1 u2 g1 g2 k
            """);
    private static final Set<String> WORDS = Set.of("id", "class", "aria-label");
    /** Where drawing programs keep what only they read. */
    private static final List<String> NOTES = List.of(
            "http://www.inkscape.org/",
            "http://sodipodi.sourceforge.net/",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "http://creativecommons.org/ns#",
            "http://web.resource.org/cc/",
            "http://purl.org/dc/",
            "http://ns.adobe.com/",
            "http://schemas.microsoft.com/visio/",
            "http://www.bohemiancoding.com/sketch/",
            "http://www.serif.com/",
            "http://www.figma.com/");

    private static final Pattern LOCAL = Pattern.compile("url\\(\\s*+([\"']?)#[^\"'()\\s\\\\]++\\1\\s*+\\)");
    private static final Pattern ASKING = Pattern.compile(
            "url\\(|src\\(|image\\(|image-set|cross-fade|element\\(|@import|expression|binding|behavior|\\\\");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
    private static final Pattern PIXELS =
            Pattern.compile("(?i)data:image/(png|jpe?g|gif|webp);base64,[a-z0-9+/]*+={0,2}");

    private SvgRules() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    static boolean draws(String element) {
        return ELEMENTS.contains(element);
    }

    static boolean isKnown(String attribute) {
        return ATTRIBUTES.contains(attribute);
    }

    /** Whether nothing in this namespace is ever shown. */
    static boolean isNote(String namespace) {
        return NOTES.stream().anyMatch(namespace::startsWith);
    }

    /** Whether a style, or an attribute that may hold one, asks for something outside of the drawing, or hides what it asks for. */
    static boolean asks(String attribute, String value) {
        String style = value.toLowerCase(Locale.ROOT);
        return !WORDS.contains(attribute)
                && ASKING.matcher(LOCAL.matcher(style).replaceAll("")).find();
    }

    /** Whether an address stays in the drawing. Browsers overlook controls and spaces in an address. */
    static boolean staysInside(String element, String address) {
        String plain = INVISIBLE.matcher(address).replaceAll("");
        return plain.isEmpty()
                || plain.startsWith("#")
                || element.equals("image") && PIXELS.matcher(plain).matches();
    }
}
