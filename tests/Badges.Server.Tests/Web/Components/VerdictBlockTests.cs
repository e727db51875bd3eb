using Badges.Server.Web;
using Badges.Server.Web.Components;

namespace Badges.Server.Tests.Web.Components;

public sealed class VerdictBlockTests
{
    private static readonly VerdictModel Authentic = new()
    {
        Tone = VerdictTone.Authentic,
        Sentence = "Badge authentique",
        CheckedAt = TestApp.Now,
        PictureUrl = "/badges/x.png",
        PictureAlt = "Un bac de tri",
        Who = "Une personne qui n'a pas publié son nom",
        What = "Délissage de déchets textiles",
        FromWhom = "Essaimons",
        FromWhomDetails = ["Bordeaux", "05 56 00 00 00"],
        IssuedOn = new DateOnly(2026, 2, 1),
        ExpiresOn = new DateOnly(2029, 2, 1),
        HowObserved = "Au poste de travail.",
        Criteria = ["Trie par matière"],
        Evidence = [new("Séance", "Preuve conservée par la structure")],
        Checks =
        [
            Check(VerdictOutcome.Passed), Check(VerdictOutcome.Failed),
            Check(VerdictOutcome.NotRun), Check(VerdictOutcome.NotApplicable),
        ],
        Technical = [new("Format", "Open Badges 3.0")],
    };

    [Theory]
    [InlineData(VerdictTone.Authentic, "authentic")]
    [InlineData(VerdictTone.Unknown, "unknown")]
    [InlineData(VerdictTone.False, "false")]
    [InlineData(VerdictTone.Unverifiable, "unverifiable")]
    public async Task Render_EachTone_HasItsColourItsIconAndTheSentenceFirst(VerdictTone tone, string colour)
    {
        var html = await Rendered.AsHtmlAsync<VerdictBlock>(("Model", Authentic with { Tone = tone }));

        var block = html.QuerySelector("article.verdict");
        Assert.Contains(colour, block?.ClassName?.Split(' ') ?? []);
        Assert.NotNull(block?.QuerySelector("header .verdict-icon path[d]:not([d=''])"));
        Assert.Equal("Badge authentique", block?.QuerySelector("header h1")?.TextContent);
    }

    [Fact]
    public async Task Render_Authentic_SaysWhoWhatWhenHowAndThatItIsNoDiploma()
    {
        var html = await Rendered.AsHtmlAsync<VerdictBlock>(("Model", Authentic));
        var text = html.Body?.TextContent ?? "";

        Assert.All(
            ["Vérifié le 1er février 2026 à 10 h 00", "Délissage de déchets textiles", "Essaimons", "05 56 00 00 00",
                "1er février 2026", "1er février 2029", "Au poste de travail.", "Trie par matière",
                "Ce n'est pas un diplôme."],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Equal("Un bac de tri", html.QuerySelector("img")?.GetAttribute("alt"));
    }

    [Fact]
    public async Task Render_Checks_AreFoldedEachWithIconAndWords()
    {
        var html = await Rendered.AsHtmlAsync<VerdictBlock>(("Model", Authentic));

        Assert.All(html.QuerySelectorAll("details"), details => Assert.False(details.HasAttribute("open")));
        Assert.Equal(
            ["réussi", "non réussi", "n'a pas pu être fait", "ne concerne pas ce badge"],
            html.QuerySelectorAll("details .outcome").Select(outcome => outcome.TextContent));
        var icons = html.QuerySelectorAll("details .checks .icon");
        Assert.Equal(4, icons.Select(icon => icon.InnerHtml).Distinct().Count());
    }

    [Theory]
    [InlineData(VerdictTone.Authentic, 1)]
    [InlineData(VerdictTone.Unknown, 0)]
    [InlineData(VerdictTone.False, 0)]
    public async Task Render_Criteria_AreTickedOnlyWhenAuthentic(VerdictTone tone, int ticks)
    {
        var html = await Rendered.AsHtmlAsync<VerdictBlock>(("Model", Authentic with { Tone = tone }));

        var deeds = html.QuerySelector(".verdict-deeds");
        Assert.Equal(ticks, deeds?.QuerySelectorAll(".icon").Length);
        Assert.Contains("Trie par matière", deeds?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_NothingFound_ShowsTheAdviceAndNoFacts()
    {
        var html = await Rendered.AsHtmlAsync<VerdictBlock>(("Model", new VerdictModel
        {
            Tone = VerdictTone.Unverifiable,
            Sentence = "Cette image ne porte pas de badge",
            CheckedAt = TestApp.Now,
            Advice = ["Demandez à la personne le lien du badge."],
        }));

        var advice = html.QuerySelector(".verdict-advice");
        Assert.Equal("Demandez à la personne le lien du badge.", advice?.TextContent.Trim());
        Assert.Null(html.QuerySelector(".verdict-body, .not-a-diploma, img"));
    }

    [Fact]
    public async Task Render_InEnglish_SaysEverythingInEnglish()
    {
        var html = await Rendered.AsHtmlAsync<VerdictBlock>(Language.English, ("Model", Authentic));
        var text = html.Body?.TextContent ?? "";

        Assert.Contains("Checked on 1 February 2026 at 10:00", text, StringComparison.Ordinal);
        Assert.Contains("It is not a diploma.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Remis à", text, StringComparison.Ordinal);
    }

    private static VerdictCheck Check(VerdictOutcome outcome) => new()
    {
        Title = "Un contrôle",
        Outcome = outcome,
        Detail = "Ce qui a été trouvé.",
        Source = "https://a.test/x",
    };
}
