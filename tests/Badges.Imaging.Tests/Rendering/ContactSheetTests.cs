using System.Text.Json;
using Badges.Imaging.Rendering;
using SkiaSharp;

namespace Badges.Imaging.Tests.Rendering;

public sealed class ContactSheetTests
{
    private static readonly string Samples = Repository.PathOf("samples/badge-classes");
    private static readonly string Snapshots =
        Repository.PathOf("tests/Badges.Imaging.Tests/Rendering/__snapshots__");

    [Fact]
    public void DrawPng_EveryShapeAndPalette_LooksAsItDid()
    {
        var badges =
            from palette in Enum.GetValues<BadgePalette>()
            from shape in Enum.GetValues<BadgeShape>()
            select (NameFor(shape), new BadgeRecipe { Shape = shape, Palette = palette, IconPath = Icons.Compass });

        using var sheet = ContactSheet.Draw([.. badges], large: 240, columns: 8, hasSmall: false);

        CompareWithSnapshot("EveryLook.png", sheet);
    }

    [ProgrammeFact]
    public void DrawPng_ProgrammeBadges_LookAsTheyDidAndStaySmall()
    {
        var badges = ReadProgramme().ToList();

        Assert.All(badges, badge => Assert.Equal(RecipeFault.None, BadgeArtwork.Check(badge.Recipe, badge.Name)));
        Assert.All(badges, badge => Assert.InRange(BadgeArtwork.DrawPng(badge.Recipe, badge.Name).Length, 1, 120_000));
        Assert.All(badges, badge => Assert.InRange(BadgeArtwork.DrawSvg(badge.Recipe, badge.Name).Length, 1, 30_000));
        using var sheet = ContactSheet.Draw(badges, large: 600, columns: 5, hasSmall: true);
        CompareWithSnapshot("Programme.png", sheet);
    }

    private static string NameFor(BadgeShape shape) => shape switch
    {
        BadgeShape.Circle => "Délissage",
        BadgeShape.Hexagon => "Planche de culture",
        BadgeShape.Shield => "Gestes de sécurité au débroussaillage",
        _ => "Préparer une planche de culture en plein champ",
    };

    private static IEnumerable<(string Name, BadgeRecipe Recipe)> ReadProgramme()
    {
        foreach (var file in Directory.EnumerateFiles(Samples, "*.json").Order(StringComparer.Ordinal))
        {
            using var badge = JsonDocument.Parse(File.ReadAllText(file));
            var recipe = BadgeRecipe.TryParse(badge.RootElement.GetProperty("picture").GetRawText());
            Assert.True(recipe is not null, $"{Path.GetFileName(file)}: picture is not a recipe");
            yield return (badge.RootElement.GetProperty("name").GetString()!, recipe);
        }
    }

    /// <summary>
    /// A missing snapshot is written, and fails when CI is true. A changed sheet is written beside it, to be looked
    /// at and, when it is right, to take its place.
    /// </summary>
    private static void CompareWithSnapshot(string name, SKBitmap sheet)
    {
        var path = Path.Combine(Snapshots, name);
        if (!File.Exists(path))
        {
            Write(path, sheet);
            Assert.False(Demands.IsCi, $"{name} was missing; it has been written");
            return;
        }

        using var expected = SKBitmap.Decode(path);
        var isSame = (expected.Width, expected.Height) == (sheet.Width, sheet.Height)
            && SvgPictures.DifferentPixels(expected, sheet, tolerance: 8) == 0;
        if (!isSame)
        {
            Write(Path.Combine(Snapshots, "__mismatch__", name), sheet);
        }

        Assert.True(isSame, $"{name} has changed: look at Rendering/__snapshots__/__mismatch__/{name}");
    }

    private static void Write(string path, SKBitmap sheet)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var pixels = sheet.PeekPixels();
        using var encoded = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, 9));
        File.WriteAllBytes(path, encoded!.ToArray());
    }

    /// <summary>Skipped until samples/badge-classes has files.</summary>
    private sealed class ProgrammeFactAttribute : FactAttribute
    {
        public ProgrammeFactAttribute() =>
            Skip = Demands.SkipUnless(Directory.Exists(Samples), "needs samples/badge-classes");
    }
}
