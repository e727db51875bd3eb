namespace Badges.Fuzzing.Submissions;

public static class AllTricks
{
    public static IReadOnlyList<Trick> All { get; } =
        [.. PngTricks.All, .. SvgTricks.All, .. JsonTricks.All, .. TokenTricks.All, .. BadgeTricks.All];

    public static Trick Get(string name) => All.Single(each => each.Name == name);
}
