using Badges.Imaging.Sheets;

namespace Badges.Imaging.Tests.Sheets;

/// <summary>Sheets to be drawn.</summary>
internal static class TestSheets
{
    private const string Text = "Travailler en équipe : œuvre";

    public static ReceiptSheet Of(SheetTone tone = SheetTone.Green, string text = Text) => new()
    {
        Service = "Badges INAÉ",
        Heading = "Reçu de vérification",
        MadeAt = "Vérifié le 1er février 2026 à 10 h 00 (heure de Paris)",
        At = new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero),
        Tone = tone,
        Sentence = $"Badge authentique. {text}",
        Facts = [.. Enumerable.Range(1, 5).Select(index => new SheetFact($"Ligne {index}", text))],
        ChecksHeading = "Les contrôles",
        Checks = [.. Enum.GetValues<SheetMark>().SelectMany(mark => Checks(mark, text))],
        Notes = [new("Ce que ce reçu montre", text), new("Ce qu’il ne montre pas", text)],
        Warning = "Ce n’est pas un diplôme.",
        Links =
        [
            new("Contrôler :", "https://badges.example/verifier"),
            new("Le badge :", "https://badges.example/credentials/1"),
        ],
        Footer = "Ce reçu ne nomme personne.",
    };

    private static IEnumerable<SheetCheck> Checks(SheetMark mark, string text) =>
        Enumerable.Range(1, 5).Select(_ => new SheetCheck(mark, text, "réussi"));
}
