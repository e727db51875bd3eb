namespace Badges.Imaging.Tests.Rendering;

/// <summary>Icons for tests: a sprout, and a compass with arcs.</summary>
internal static class Icons
{
    public const string Sprout = "M11 22V13C6 13 3 10 3 5C8 5 11 7 12 10C13 5 16 3 21 3C21 9 18 12 13 12V22Z";

    public const string Compass = "M12 2A10 10 0 1 1 12 22A10 10 0 1 1 12 2ZM12 5A7 7 0 1 0 12 19A7 7 0 1 0 12 5ZM16 8L13 13L8 16L11 11Z";
}
