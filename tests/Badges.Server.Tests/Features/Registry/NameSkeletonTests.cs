using Badges.Server.Features.Registry;

namespace Badges.Server.Tests.Features.Registry;

public sealed class NameSkeletonTests
{
    [Theory]
    [InlineData("INAÉ", "inae")]
    [InlineData("INAÉ", "  I N A É ")]
    [InlineData("INAÉ", "I.N.A.E.")]
    [InlineData("INAÉ", "INAE\u0301")]
    [InlineData("INAÉ", "lNAÉ")]
    [InlineData("INAÉ", "1NAE")]
    [InlineData("INAÉ", "ІΝАЕ")]
    [InlineData("INAÉ", "ＩＮＡＥ")]
    [InlineData("INAÉ", "IN\u200BAÉ")]
    [InlineData("Chantier vert", "Chаntіer vеrt")]
    [InlineData("Chantier vert", "CHANTIER-VERT")]
    [InlineData("Chantier vert", "Chantier vvert", false)]
    [InlineData("L'Atelier du fil", "L’Atelier du fi1")]
    [InlineData("Cœur", "Coeur")]
    [InlineData("Ferme", "Ferrne")]
    [InlineData("Réemploi 5", "Reemploi S")]
    [InlineData("INAÉ Nouvelle-Aquitaine", "INAE Nouvelle Aquitaine")]
    [InlineData("INAÉ", "ꓲꓠꓮꓰ")]
    [InlineData("INAÉ", "ᎥNᎪᎬ")]
    [InlineData("INAÉ", "ꭵnꭺꭼ")]
    [InlineData("INAÉ", "ɪɴᴀᴇ")]
    [InlineData("INAÉ", "iոaе")]
    [InlineData("INAÉ", "ⲒⲚⲀⲈ")]
    [InlineData("INAÉ", "IИAЭ")]
    [InlineData("INAÉ", "ΙΝΆΈ")]
    [InlineData("INAÉ", "ⵏNAÉ", false)]
    [InlineData("INAÉ", "𝐈𝐍𝐀𝐄")]
    [InlineData("INAÉ", "𝕴𝖓𝖆𝖊")]
    [InlineData("INAÉ", "ⒾⓃⒶⒺ")]
    [InlineData("INAÉ", "🅘🅝🅐🅔")]
    [InlineData("INAÉ", "🅸🅽🅰🅴")]
    [InlineData("INAÉ", "🇮🇳🇦🇪")]
    [InlineData("INAÉ", "ᴵᴺᴬᴱ")]
    [InlineData("INAÉ", "|N@€")]
    [InlineData("INAÉ", "1n4e")]
    [InlineData("INAÉ", "INAÉ™")]
    [InlineData("INAÉ", "INAÉ®")]
    [InlineData("INAÉ", "I\u034FN\uFE0FA\u00ADÉ")]
    [InlineData("INAÉ", "I\u0336N\u0336A\u0336E\u0336")]
    [InlineData("INAÉ", "INAÉ\u3164")]
    [InlineData("INAÉ", "INAÉ\uFFA0\u115F")]
    [InlineData("INAÉ", "INAÉʼ")]
    [InlineData("INAÉ", "INAÉ\U000E0041\u2060")]
    [InlineData("INAÉ", "\u202EÉANI")]
    [InlineData("INAÉ", "\u202EÉANI\u202C")]
    [InlineData("Chantier vert", "Chantier \u202Etrev\u202C")]
    [InlineData("Chantier vert", "ᑕhantier vert")]
    [InlineData("Chantier vert", "Çhañtïér\u00A0vërt")]
    [InlineData("Chantier vert", "vert Chantier", false)]
    [InlineData("Réseau 21", "Réseau ２１")]
    [InlineData("Réseau 21", "Réseau ٢١")]
    [InlineData("Bâti & Co", "Bati et Co")]
    [InlineData("Envie", "Εnνίε")]
    [InlineData("Emmaüs", "Ернмaüs", false)]
    [InlineData("Emmaüs", "Еммаüѕ")]
    [InlineData("L'Atelier", "L′Atelier")]
    public void Of_NamesThatLookAlike_AreTheSame(string ours, string claimed, bool expected = true)
    {
        Assert.Equal(expected, NameSkeleton.Of(ours) == NameSkeleton.Of(claimed));
    }

    [Theory]
    [InlineData("INAÉ", "INAE Formation")]
    [InlineData("Chantier vert", "Chantier bleu")]
    [InlineData("Essaimons", "Essaim")]
    [InlineData("Bâti", "Batik")]
    [InlineData("Régie 1", "Régie 2")]
    [InlineData("Atelier du fil", "Atelier du fils")]
    [InlineData("ID", "1D")]
    [InlineData("AI", "A1")]
    [InlineData("SO", "50")]
    [InlineData("AI 33", "AI 47")]
    [InlineData("Réemploi", "Remploi")]
    public void Of_OtherNames_Differ(string ours, string other)
    {
        Assert.NotEqual(NameSkeleton.Of(ours), NameSkeleton.Of(other));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" . ")]
    [InlineData("\u202E\u200B\u3164")]
    [InlineData("™")]
    [InlineData("\uD800")]
    public void Of_NothingToRead_IsEmpty(string? name)
    {
        Assert.Equal("", NameSkeleton.Of(name));
    }

    [Fact]
    public void Of_ShortNamesInOtherLetters_AreTheSame() =>
        Assert.Equal(NameSkeleton.Of("AI"), NameSkeleton.Of("АІ"));

    [Fact]
    public void Of_AMegabyteOfMarks_IsReadInASecond()
    {
        var name = "INAÉ" + string.Concat(Enumerable.Repeat("\u0301\u200B\u202E", 350_000));

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var skeleton = NameSkeleton.Of(name);

        Assert.Equal(NameSkeleton.Of("INAÉ"), skeleton);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
