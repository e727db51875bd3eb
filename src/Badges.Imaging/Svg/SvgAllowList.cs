using System.Collections.Frozen;

namespace Badges.Imaging.Svg;

/// <summary>What a still drawing needs. Scalable Vector Graphics 1.1, appendices K and M.</summary>
internal static class SvgAllowList
{
    public static FrozenSet<string> Elements { get; } = Words(
        """
        svg g defs symbol use title desc style path rect circle ellipse line polyline polygon text tspan textPath image
        linearGradient radialGradient stop clipPath mask filter feBlend feColorMatrix feComposite feDropShadow feFlood
        feGaussianBlur feMerge feMergeNode feOffset
        """);

    public static FrozenSet<string> Attributes { get; } = Words(
        """
        id class lang role version viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points
        pathLength transform gradientTransform gradientUnits spreadMethod offset clipPathUnits maskUnits maskContentUnits
        filterUnits primitiveUnits in in2 result stdDeviation dx dy mode operator k1 k2 k3 k4 type values rotate
        textLength lengthAdjust startOffset method spacing media
        """);

    /// <summary>Attributes that mean nothing to a browser and are left out.</summary>
    public static FrozenSet<string> InertAttributes { get; } = Words("baseProfile enable-background contentStyleType");

    /// <summary>Presentation attributes and the properties of style sheets.</summary>
    public static FrozenSet<string> Properties { get; } = Words(
        """
        alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
        direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
        font-size font-size-adjust font-stretch font-style font-variant font-weight image-rendering isolation
        letter-spacing line-height mask mask-type mix-blend-mode opacity overflow paint-order shape-rendering stop-color
        stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
        stroke-opacity stroke-width text-align text-anchor text-decoration text-rendering transform transform-box
        transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode
        """);

    /// <summary>Functions that may stand in a value, besides <c>url(#…)</c>.</summary>
    public static FrozenSet<string> Functions { get; } =
        Words("matrix translate translateX translateY scale scaleX scaleY rotate skewX skewY rgb rgba hsl hsla");

    public static FrozenSet<string> AnimationElements { get; } =
        Words("set animate animateColor animateMotion animateTransform mpath discard");

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
