namespace Badges.Imaging.Sheets;

/// <summary>How closely a page is set: what is long is set closer, so that it stays one page. Lengths are
/// points.</summary>
internal sealed record SheetDensity
{
    public required float Sentence { get; init; }

    public required float FactPadding { get; init; }

    public required float Check { get; init; }

    public required float CheckRow { get; init; }

    public required float Note { get; init; }

    /// <summary>Between the parts of the page.</summary>
    public required float Gap { get; init; }

    public static SheetDensity Roomy { get; } = new()
    {
        Sentence = 18,
        FactPadding = 5.5f,
        Check = 10,
        CheckRow = 28,
        Note = 10,
        Gap = 22,
    };

    public static SheetDensity Compact { get; } = new()
    {
        Sentence = 14,
        FactPadding = 2.5f,
        Check = 9,
        CheckRow = 21.5f,
        Note = 8.6f,
        Gap = 9,
    };
}
