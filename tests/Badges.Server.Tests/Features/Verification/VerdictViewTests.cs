using Badges.Credentials.Verification;
using Badges.Server.Features.Awards;
using Badges.Server.Features.Verification;
using Badges.Server.Web;
using Badges.Server.Web.Components;
using static Badges.Server.Tests.Features.Verification.SampleVerdicts;

namespace Badges.Server.Tests.Features.Verification;

public sealed class VerdictViewTests
{
    public static TheoryData<Verdict, Trust, VerdictTone> Tones
    {
        get
        {
            var data = new TheoryData<Verdict, Trust, VerdictTone>();
            foreach (var trust in Enum.GetValues<Trust>())
            {
                foreach (var verdict in Enum.GetValues<Verdict>())
                {
                    data.Add(verdict, trust, verdict switch
                    {
                        Verdict.Valid => trust == Trust.Known ? VerdictTone.Authentic : VerdictTone.Unknown,
                        Verdict.Undetermined => VerdictTone.Unverifiable,
                        _ => VerdictTone.False,
                    });
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Tones))]
    public void Of_EachVerdictAndTrust_HasItsColour(Verdict verdict, Trust trust, VerdictTone tone)
    {
        var model = VerdictView.Of(Report(verdict, trust), Language.French);

        Assert.Equal(tone, model.Tone);
        Assert.NotEmpty(model.Sentence);
        Assert.Equal(CheckIds.All.Count, model.Checks.Count);
    }

    [Theory]
    [InlineData(Trust.Unknown)]
    [InlineData(Trust.Lookalike)]
    public void Of_AStranger_IsCalledByItsDomainOnly(Trust trust)
    {
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            var model = VerdictView.Of(Report(verdict, trust), Language.French);

            Assert.DoesNotContain(ClaimedName, model.Sentence, StringComparison.Ordinal);
            Assert.Equal("evil.example", model.FromWhom);
            Assert.Null(model.PictureUrl);
        }
    }

    [Theory]
    [InlineData("did:web:evil.example", "(evil.example).")]
    [InlineData("https://evil.example/issuer", "(evil.example).")]
    [InlineData("did:jwk:eyJ", "qui l’a remis.")]
    [InlineData("did:key:z6Mk", "qui l’a remis.")]
    [InlineData("mailto:a@evil.example", "qui l’a remis.")]
    public void Of_AStranger_NamesTheDomainInTheHeadline(string issuer, string end)
    {
        var report = Report(Verdict.Valid, Trust.Unknown);
        report = report with
        {
            Credential = report.Credential is { } said
                ? said with { Issuer = said.Issuer with { Id = issuer } }
                : null,
        };

        var model = VerdictView.Of(report, Language.French);

        Assert.EndsWith(end, model.Sentence, StringComparison.Ordinal);
        Assert.Equal(report.Sentence(ReportLanguage.French), model.Sentence);
    }

    [Theory]
    [InlineData(null, null, "Observé en situation de travail par L'Atelier : 1 critère sur 2.")]
    [InlineData("2026-01-03", null, "Observé en situation de travail par L'Atelier, le 3 janvier 2026 : 1 critère sur 2.")]
    [InlineData(
        "2026-01-03", "2026-01-03", "Observé en situation de travail par L'Atelier, le 3 janvier 2026 : 1 critère sur 2.")]
    [InlineData(
        "2026-01-03", "2026-02-01",
        "Observé en situation de travail par L'Atelier, entre le 3 janvier et le 1er février 2026 : 1 critère sur 2.")]
    [InlineData(
        "2025-12-31", "2026-02-01",
        "Observé en situation de travail par L'Atelier, entre le 31 décembre 2025 et le 1er février 2026 : "
        + "1 critère sur 2.")]
    public void Of_OurOwn_TellsHowItWasObserved(string? from, string? to, string expected)
    {
        var own = Own() with { ObservedFrom = DayOf(from), ObservedTo = DayOf(to) };

        var model = VerdictView.Of(Report(Verdict.Valid, Trust.Known), Language.French, own);

        Assert.Equal(expected, model.HowObserved);
    }

    [Theory]
    [InlineData(null, null, "Observed at work by L'Atelier: 1 of 2 criteria.")]
    [InlineData("2026-01-03", null, "Observed at work by L'Atelier, on 3 January 2026: 1 of 2 criteria.")]
    [InlineData(
        "2026-01-03", "2026-02-01", "Observed at work by L'Atelier, between 3 January and 1 February 2026: 1 of 2 criteria.")]
    public void Of_OurOwnInEnglish_TellsHowItWasObserved(string? from, string? to, string expected)
    {
        var own = Own() with { ObservedFrom = DayOf(from), ObservedTo = DayOf(to) };

        var model = VerdictView.Of(Report(Verdict.Valid, Trust.Known), Language.English, own);

        Assert.Equal(expected, model.HowObserved);
    }

    [Fact]
    public void Of_NoCriterionMet_SaysNothingOfAnObservation() =>
        Assert.Null(
            VerdictView.Of(Report(Verdict.Valid, Trust.Known), Language.French, Own() with { Criteria = [] }).HowObserved);

    [Fact]
    public void Of_Results_AreToldByLevelAndByWhatWasAskedFor()
    {
        var report = Report(Verdict.Valid, Trust.Unknown);
        report = report with
        {
            Credential = report.Credential is { } said
                ? said with
                {
                    Results =
                    [
                        new ResultSummary { Name = "Soudure", AchievedLevel = "Autonome", RequiredLevel = "Guidé" },
                        new ResultSummary { ResultType = "Percent", Value = "80" },
                        new ResultSummary { Name = "Vide" },
                    ],
                }
                : null,
        };

        var model = VerdictView.Of(report, Language.French);

        Assert.Equal(
            [new KeyValue("Soudure", "Autonome (demandé : Guidé)"), new KeyValue("Percent", "80")], model.Results);
    }

    [Theory]
    [InlineData(Verdict.Revoked, "Ne vous appuyez plus sur ce badge.")]
    [InlineData(Verdict.Suspended, "Ne vous appuyez plus sur ce badge.")]
    [InlineData(Verdict.Expired, "un badge plus récent")]
    [InlineData(Verdict.NotYetValid, "Revenez à cette date")]
    [InlineData(Verdict.Invalid, "le lien de son badge, le code écrit sur sa carte, ou le fichier d'origine")]
    [InlineData(Verdict.Undetermined, "Essayez à nouveau")]
    public void Of_WhatIsNotGreen_SaysWhatToDo(Verdict verdict, string advice)
    {
        var model = VerdictView.Of(Report(verdict, Trust.Known), Language.French);

        Assert.Contains(model.Advice, paragraph => paragraph.Contains(advice, StringComparison.Ordinal));
        Assert.NotEmpty(VerdictView.Of(Report(verdict, Trust.Known), Language.English).Advice);
    }

    [Fact]
    public void Of_AnotherPicture_SaysSoBesideTheIssuersOwn()
    {
        var report = Report(Verdict.Valid, Trust.Known);
        report = report with
        {
            Checks =
            [
                .. report.Checks.Select(check => check.Id == CheckIds.Picture
                    ? check with { Outcome = CheckOutcome.Failed, Code = CheckCodes.PictureDiffers }
                    : check),
            ],
        };

        var model = VerdictView.Of(report, Language.French, Own());

        Assert.Equal(VerdictTone.Authentic, model.Tone);
        Assert.StartsWith("L'image montrée ici est celle de la structure.", model.PictureNote, StringComparison.Ordinal);
        Assert.Null(VerdictView.Of(Report(Verdict.Valid, Trust.Known), Language.French, Own()).PictureNote);
    }

    [Fact]
    public void Of_AlignmentsOfAStranger_AreWhatTheBadgeClaims()
    {
        var report = Report(Verdict.Valid, Trust.Unknown);
        report = report with
        {
            Credential = report.Credential is { } said
                ? said with
                {
                    Alignments =
                    [
                        new AlignmentSummary("Couturier", "https://esco.example/1", "C1", "ESCO", "- *Coudre*"),
                        new AlignmentSummary(null, "javascript:alert(1)", null, null, null),
                        new AlignmentSummary(null, null, "C2", null, null),
                    ],
                }
                : null,
        };

        var model = VerdictView.Of(report, Language.French);

        Assert.True(model.IsAsWritten);
        Assert.Equal(
            [
                new VerdictAlignment("Se réfère à", "Couturier", "https://esco.example/1", "ESCO C1 Coudre*"),
                new VerdictAlignment("Se réfère à", "javascript:alert(1)", null, ""),
            ],
            model.Alignments);
    }

    [Fact]
    public void Of_AKnownIssuer_IsCalledByItsName()
    {
        Assert.Equal(ClaimedName, VerdictView.Of(Report(Verdict.Valid, Trust.Known), Language.English).FromWhom);
    }

    [Theory]
    [InlineData(Verdict.Invalid)]
    [InlineData(Verdict.Undetermined)]
    [InlineData(Verdict.Revoked)]
    public void Of_NotProven_ShowsNothingOfWhatItClaims(Verdict verdict)
    {
        var report = Report(verdict, Trust.Unknown, isProven: false);

        var model = VerdictView.Of(report, Language.French);

        Assert.Null(model.What);
        Assert.Null(model.FromWhom);
        Assert.Null(model.Who);
        Assert.Empty(model.Criteria);
        Assert.Empty(model.Evidence);
    }

    [Theory]
    [InlineData(CheckCodes.Empty, VerdictTone.Unverifiable)]
    [InlineData(CheckCodes.UnknownPicture, VerdictTone.Unverifiable)]
    [InlineData(CheckCodes.PictureUnreadable, VerdictTone.Unverifiable)]
    [InlineData(CheckCodes.NotJson, VerdictTone.Unverifiable)]
    [InlineData(CheckCodes.AddressNotAllowed, VerdictTone.Unverifiable)]
    [InlineData(CheckCodes.TwoRecords, VerdictTone.False)]
    [InlineData(CheckCodes.DuplicateMember, VerdictTone.Unverifiable)]
    public void Of_NothingThatCouldBeRead_IsGreyUnlessMadeToDeceive(string code, VerdictTone tone)
    {
        var report = VerificationReport.Unreadable(new ReportOrigin(null), code, [], TestApp.Now);

        Assert.Equal(tone, VerdictView.Of(report, Language.French).Tone);
    }

    [Fact]
    public void Of_OurOwnRetiredBadge_SaysWhenAndWhy()
    {
        var own = Own() with { RevokedAt = TestApp.Now, Reason = RevocationReason.CriteriaNotMet };

        var model = VerdictView.Of(Report(Verdict.Revoked, Trust.Known), Language.French, own);

        Assert.Equal(VerdictTone.False, model.Tone);
        Assert.Equal("Retiré le 1er février 2026. Raison : critères non remplis.", model.Advice[0]);
        Assert.StartsWith("Ne vous appuyez plus sur ce badge.", model.Advice[1], StringComparison.Ordinal);
        Assert.Equal("/achievements/version/vignette", model.PictureUrl);
        Assert.Equal(["Niort (79)"], model.FromWhomDetails);
        Assert.Equal("05 49 00 00 00", model.FromWhomPhone);
    }

    [Fact]
    public void Of_SignedWithACompromisedKey_HasASentenceOfItsOwn()
    {
        var own = Own() with { CompromisedSince = TestApp.Now };
        var report = Report(Verdict.Invalid, Trust.Unknown, isProven: false);

        var model = VerdictView.Of(report, Language.French, own);

        Assert.Equal(VerdictTone.False, model.Tone);
        Assert.Contains("la clé de la structure", model.Sentence, StringComparison.Ordinal);
        Assert.Null(model.FromWhom);
    }

    [Fact]
    public void Of_AnOldCopyUnderAReplacedKey_LeadsToItsPage()
    {
        var own = Own() with { IsReplacedCopy = true };
        var report = Report(Verdict.Invalid, Trust.Unknown, isProven: false);

        var model = VerdictView.Of(report, Language.English, own);

        Assert.Equal(VerdictTone.Unverifiable, model.Tone);
        Assert.Equal("/credentials/award", model.WhatUrl);
    }

    [Fact]
    public void Of_OwnAwardBesideAForgery_AddsNoFact()
    {
        var model = VerdictView.Of(
            Report(Verdict.Invalid, Trust.Unknown, isProven: false), Language.French, Own());

        Assert.Null(model.What);
        Assert.Null(model.PictureUrl);
    }

    [Theory]
    [InlineData("did:web:badges.example.org%3A8443:issuers:x", "badges.example.org")]
    [InlineData("https://BADGES.example.org/x", "badges.example.org")]
    [InlineData("https://bаdges.example.org/x", "xn--bdges-4ve.example.org")]
    [InlineData("did:key:z6Mk", "une structure que nous ne connaissons pas")]
    [InlineData(null, "une structure que nous ne connaissons pas")]
    public void Domain_OfAnIdentifier_IsWhatANetworkWouldAsk(string? id, string expected)
    {
        Assert.Equal(expected, VerdictWords.Domain(id, Language.French));
    }

    [Theory]
    [InlineData("- Trie les textiles\\.\n- Retire *les* boutons", "Trie les textiles.|Retire *les* boutons")]
    [InlineData("# Titre\n\n  texte  ", "Titre|texte")]
    [InlineData(null, "")]
    public void PlainLines_OfMarkdown_AreText(string? markdown, string expected)
    {
        Assert.Equal(expected, string.Join('|', PlainLines.Of(markdown)));
    }
}
