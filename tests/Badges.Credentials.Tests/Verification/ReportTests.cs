using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Badges.Credentials.Verification;
using Badges.Credentials.Verification.Texts;
using Badges.Imaging.Png;
using Badges.Imaging.Svg;

namespace Badges.Credentials.Tests.Verification;

/// <summary>The report as people and programs read it.</summary>
public class ReportTests
{
    private static string Token => SigningIssuer.Sign(SigningIssuer.Badge());

    public static TheoryData<string> Codes() => [.. typeof(CheckCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void ToJson_ValidBadge_HasTheShapeOfTheContract()
    {
        var json = JsonDocument.Parse(SigningIssuer.Web().Verify(Token).ToJson(ReportLanguage.French)).RootElement;

        Assert.Equal(
            [
                "verdict", "trust", "sentence", "format", "container", "fetched", "checkedAt", "checks", "credential",
                "endorsements",
            ],
            Names(json));
        Assert.Equal("valid", json.GetProperty("verdict").GetString());
        Assert.Equal("known", json.GetProperty("trust").GetString());
        Assert.Equal("ob3-jwt", json.GetProperty("format").GetString());
        Assert.Equal("jwt", json.GetProperty("container").GetString());
        Assert.Equal("2026-02-01T00:00:00Z", json.GetProperty("checkedAt").GetString());
        Assert.Equal(
            CheckIds.All, json.GetProperty("checks").EnumerateArray().Select(
                check => check.GetProperty("id").GetString()));
        Assert.All(
            json.GetProperty("checks").EnumerateArray(),
            check => Assert.Equal(["id", "outcome", "code", "title", "detail", "source", "at"], Names(check)));
        var credential = json.GetProperty("credential");
        Assert.Equal(
            [
                "id", "name", "description", "issuer", "issuedOn", "expires", "criteria", "evidence", "alignments",
                "recipient", "image", "results",
            ],
            Names(credential));
        Assert.Equal(["id", "name", "url"], Names(credential.GetProperty("issuer")));
        Assert.Equal(["shownAs", "matches"], Names(credential.GetProperty("recipient")));
        Assert.Equal("2026-01-14T23:00:00Z", credential.GetProperty("issuedOn").GetString());
        Assert.Equal("H2206", credential.GetProperty("alignments")[0].GetProperty("code").GetString());
    }

    public static TheoryData<string> PictureFaults() =>
    [
        .. Enum.GetNames<PngFault>().Union(Enum.GetNames<SvgFault>()).Except([nameof(PngFault.None)]),
    ];

    [Theory]
    [MemberData(nameof(PictureFaults))]
    public void Detail_PictureFault_HasWordsInBothLanguages(string fault)
    {
        var check = new Check
        {
            Id = CheckIds.Format,
            Outcome = CheckOutcome.Failed,
            Code = CheckCodes.PictureUnreadable,
            Arguments = [fault],
        };

        Assert.True(PictureTexts.Knows(fault));
        Assert.NotEqual(check.Detail(ReportLanguage.French), check.Detail(ReportLanguage.English));
        Assert.DoesNotContain(fault, check.Detail(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Equal(
            fault == nameof(SvgFault.EntityDeclared),
            check.Detail(ReportLanguage.French).Contains("refusée", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":1}", SubmissionContainer.Json)]
    public void ToJson_UnreadableBadge_FailsTheFormatAndKnowsNothingElse(string text, SubmissionContainer container)
    {
        var json = JsonDocument.Parse(new ArchivedWeb().Verify(text).ToJson(ReportLanguage.English)).RootElement;

        Assert.Equal("invalid", json.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("format").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("credential").ValueKind);
        Assert.Equal(ReportJson.Name(container), json.GetProperty("container").GetString());
        Assert.Equal("failed", json.GetProperty("checks")[0].GetProperty("outcome").GetString());
        Assert.All(
            json.GetProperty("checks").EnumerateArray().Skip(1),
            check => Assert.Equal("notRun", check.GetProperty("outcome").GetString()));
    }

    [Fact]
    public void ToJson_TruncatedPictureAndJpeg_HaveNoContainer()
    {
        var truncated = new ArchivedWeb().Verify(TestPictures.Png()[..^20].AsMemory())!;
        var jpeg = new ArchivedWeb().Verify(Convert.FromHexString("FFD8FFE000104A464946").AsMemory())!;

        Assert.Equal(
            (null, null, Verdict.Invalid, CheckCodes.PictureUnreadable),
            (truncated.Container, truncated.Format, truncated.Verdict, truncated.Of(CheckIds.Format).Code));
        Assert.Equal(
            (null, null, Verdict.Invalid, CheckCodes.UnknownPicture),
            (jpeg.Container, jpeg.Format, jpeg.Verdict, jpeg.Of(CheckIds.Format).Code));
    }

    [Theory]
    [InlineData("L'atelier d'été & « bois »")]
    [InlineData("a < b + c > d")]
    public void ToJson_Text_IsWrittenAsPeopleReadIt(string name)
    {
        var token = SigningIssuer.Sign(
            SigningIssuer.Badge(badge => badge["credentialSubject"]!["achievement"]!["name"] = name));

        Assert.Contains(
            $"\"name\":\"{name}\"", SigningIssuer.Web().Verify(token).ToJson(ReportLanguage.French),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_TextWithQuotesAndControls_IsEscaped()
    {
        const string Name = "a\",\"verdict\":\"valid\\\n\u0000";
        var token = SigningIssuer.Sign(
            SigningIssuer.Badge(badge => badge["credentialSubject"]!["achievement"]!["name"] = Name));

        var json = JsonDocument.Parse(SigningIssuer.Web().Verify(token).ToJson(ReportLanguage.French)).RootElement;

        Assert.Equal(Name, json.GetProperty("credential").GetProperty("name").GetString());
    }

    [Fact]
    public void Create_AddressHandedIn_SaysWhatStoodThere()
    {
        const string Address = "https://badges.example/credentials/1";

        var report = SigningIssuer.Web().Add(Address, Token).Verify(Address);

        Assert.Equal((SubmissionContainer.Url, SubmissionContainer.Jwt), (report.Container, report.Fetched));
        Assert.Equal(Verdict.Valid, report.Verdict);
    }

    [Theory]
    [InlineData(
        Trust.Known, "Badge authentique : il vient d’une structure que nous connaissons et n’a pas été modifié.")]
    [InlineData(
        Trust.Unknown,
        "Ce badge n’a pas été modifié, mais nous ne connaissons pas la structure qui l’a remis (badges.example).")]
    [InlineData(
        Trust.Lookalike,
        "Ce badge n’a pas été modifié, mais le nom de la structure imite celui d’une structure connue : ce n’est pas "
        + "elle (badges.example).")]
    public void Sentence_ValidBadge_DependsOnTrustAndNeverShowsAClaimedName(Trust trust, string expected)
    {
        var report = SigningIssuer.Web().Verify(Token, trust: trust);

        Assert.Equal(expected, report.Sentence(ReportLanguage.French));
        Assert.DoesNotContain("Atelier", report.Sentence(ReportLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        Trust.Known,
        "Ce badge est authentique, mais il a expiré le 15 janvier 2029.",
        "This badge is genuine, but it expired on 15 January 2029.")]
    [InlineData(
        Trust.Unknown,
        "Ce badge n’a pas été modifié, mais il a expiré le 15 janvier 2029. "
        + "Nous ne connaissons pas la structure qui l’a remis (badges.example).",
        "This badge was not changed, but it expired on 15 January 2029. "
        + "We do not know the organisation that issued it (badges.example).")]
    public void Sentence_ExpiredBadge_SaysSince(Trust trust, string french, string english)
    {
        var report = SigningIssuer.Web().Verify(
            Token, trust: trust, at: new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(french, report.Sentence(ReportLanguage.French));
        Assert.Equal(english, report.Sentence(ReportLanguage.English));
    }

    [Fact]
    public void Create_IssuerThatIsNotProven_IsNeverKnown()
    {
        var report = SigningIssuer.Web().Verify(
            SigningIssuer.Sign(SigningIssuer.Badge(), SigningIssuer.OtherKey), trust: Trust.Known);

        Assert.Equal(Trust.Unknown, report.Trust);
        Assert.NotEqual(CheckOutcome.Passed, report.Of(CheckIds.Registry).Outcome);
    }

    [Fact]
    public void Create_Trust_IsAskedForTheInstantOfSigningNotTheAwardersDate()
    {
        var token = SigningIssuer.Sign(SigningIssuer.Badge(badge =>
        {
            badge["awardedDate"] = "2020-05-01T00:00:00Z";
            badge["validFrom"] = "2026-01-20T08:00:00Z";
        }));
        var resolved = SigningIssuer.Web().Resolve(CredentialParser.Parse(token).Credential!);
        IssuerClaim? asked = null;

        var report = VerificationReport.Create(
            new(SubmissionContainer.Jwt), Checks.Run(resolved, ArchivedWeb.Now),
            claim =>
            {
                asked = claim;
                return Trust.Known;
            });

        Assert.Equal(new DateTimeOffset(2026, 1, 20, 8, 0, 0, TimeSpan.Zero), asked!.IssuedOn);
        Assert.Equal(new DateTimeOffset(2020, 5, 1, 0, 0, 0, TimeSpan.Zero), report.Credential!.IssuedOn);
    }

    [Fact]
    public void Create_TrustInOpenBadges2_IsAskedForTheIssueDate()
    {
        var assertion = HostedIssuer.Assertion(isHosted: true).ToJsonString();
        var resolved = HostedIssuer.Web().Resolve(CredentialParser.Parse(assertion).Credential!);
        IssuerClaim? asked = null;

        VerificationReport.Create(
            new(SubmissionContainer.Json), Checks.Run(resolved, ArchivedWeb.Now),
            claim =>
            {
                asked = claim;
                return Trust.Known;
            });

        Assert.Equal(new DateTimeOffset(2026, 1, 15, 9, 30, 0, TimeSpan.Zero), asked!.IssuedOn);
    }

    [Theory]
    [InlineData(Trust.Known, CheckOutcome.Passed, null)]
    [InlineData(Trust.Unknown, CheckOutcome.Failed, CheckCodes.IssuerUnknown)]
    [InlineData(Trust.Lookalike, CheckOutcome.Failed, CheckCodes.IssuerImitates)]
    public void Create_Trust_IsALineOfTheReport(Trust trust, CheckOutcome outcome, string? code)
    {
        var check = SigningIssuer.Web().Verify(Token, trust: trust).Of(CheckIds.Registry);

        Assert.Equal((outcome, code), (check.Outcome, check.Code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Detail_EveryCode_HasATextInBothLanguagesWithoutForbiddenWords(string code)
    {
        var check = Check.NotRun(CheckIds.Proof, code, "X", "Y");
        var french = ReportTexts.Detail(check, ReportLanguage.French);
        var english = ReportTexts.Detail(check, ReportLanguage.English);

        Assert.True(ReportTexts.Knows(code));
        Assert.NotEqual(french, english);
        Assert.DoesNotContain("{", french, StringComparison.Ordinal);
        Assert.All(
            new[] { "valide", "attestation", "bénéficiaire", "émetteur", "révoqué", "certifie", "diplôme", "équivaut" },
            word => Assert.DoesNotContain(word, french, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Title_EveryCheck_HasOneInBothLanguages() => Assert.All(
        CheckIds.All,
        id =>
        {
            Assert.NotEmpty(ReportTexts.Title(id, ReportLanguage.French));
            Assert.NotEqual(
                ReportTexts.Title(id, ReportLanguage.French), ReportTexts.Title(id, ReportLanguage.English));
            Assert.NotEmpty(ReportTexts.Detail(Check.Passed(id), ReportLanguage.English));
        });

    [Fact]
    public void Sentence_EveryVerdictAndTrust_IsAWholeSentenceWithoutTechnicalWords()
    {
        var checks = CheckIds.All.Select(Check.Passed).ToList();
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            foreach (var trust in Enum.GetValues<Trust>())
            {
                foreach (var language in Enum.GetValues<ReportLanguage>())
                {
                    var report = new VerificationReport
                    {
                        Verdict = verdict,
                        Trust = trust,
                        CheckedAt = ArchivedWeb.Now,
                        Checks = checks,
                        Credential = new() { Issuer = new("did:web:a.example", "INAÉ", null) },
                    };

                    var sentence = report.Sentence(language);

                    Assert.Matches("^[A-ZÉ].*\\.$", sentence);
                    Assert.All(
                        new[] { "INAÉ", "valide", "révoqué", "signature", "JSON", "DID", "hash", "clé" },
                        word => Assert.DoesNotContain(word, sentence, StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    public void ToJson_AnyCulture_WritesTheSame()
    {
        var report = SigningIssuer.Web().Verify(Token);
        var before = CultureInfo.CurrentCulture;
        var expected = report.ToJson(ReportLanguage.French);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");

            Assert.Equal(expected, report.ToJson(ReportLanguage.French));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string[] Names(JsonElement json) => [.. json.EnumerateObject().Select(member => member.Name)];
}
