using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Baking;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Whatever is handed in or fetched, the answer is a report or "no badge": never an exception, and never
/// "valid" for a signed badge that was changed.</summary>
public class ArbitraryInputTests
{
    private const int Rounds = 400;

    [Fact]
    public void Verify_RandomBytes_NeverThrows()
    {
        var random = new Random(20260201);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);

            Run(new ArchivedWeb(), bytes);
        }
    }

    [Fact]
    public void Verify_MutatedBadges_NeverThrowsAndIsNeverValidUnlessNothingSignedChanged()
    {
        var random = new Random(20260202);
        var token = SigningIssuer.Sign(SigningIssuer.Badge());
        byte[][] seeds =
        [
            Encoding.UTF8.GetBytes(token),
            PngBaking.Bake(TestPictures.Png(), token, HostedIssuer.Assertion(isHosted: true).ToJsonString()),
            SvgBaking.Bake(Encoding.UTF8.GetBytes(TestPictures.Svg), token),
            Encoding.UTF8.GetBytes(HostedIssuer.Assertion(isHosted: true).ToJsonString()),
            Encoding.UTF8.GetBytes(HostedIssuer.Sign(HostedIssuer.Assertion(isHosted: false))),
        ];
        for (var round = 0; round < Rounds; round++)
        {
            var index = random.Next(seeds.Length);
            var bytes = Mutate(seeds[index], random);

            var report = Run(index is 3 or 4 ? HostedIssuer.Web() : SigningIssuer.Web(), bytes);

            if (index == 0 && !bytes.AsSpan().SequenceEqual(seeds[0]))
            {
                var isOnlyBlanks = Encoding.UTF8.GetString(bytes).Trim() == token;
                Assert.True(isOnlyBlanks || report is not { Verdict: Verdict.Valid }, $"round {round}");
            }
        }
    }

    [Fact]
    public void Verify_MembersOfAnyKind_NeverThrows()
    {
        var random = new Random(20260203);
        for (var round = 0; round < Rounds; round++)
        {
            var badge = SigningIssuer.Badge();
            badge["proof"] = new JsonObject { ["type"] = "DataIntegrityProof", ["cryptosuite"] = "eddsa-rdfc-2022" };
            var assertion = HostedIssuer.Assertion(isHosted: random.Next(2) == 0);
            Replace(badge, random);
            Replace(assertion, random);

            Run(SigningIssuer.Web(), Encoding.UTF8.GetBytes(badge.ToJsonString()));
            Run(SigningIssuer.Web(), Encoding.UTF8.GetBytes(SigningIssuer.SignRaw(
                $$"""{"alg":"RS256","kid":"{{SigningIssuer.KeyAddress}}"}""", badge.ToJsonString())));
            var hosted = assertion.ToJsonString();
            Run(HostedIssuer.Web().Add(HostedIssuer.Hosted, hosted), Encoding.UTF8.GetBytes(hosted));
            Run(HostedIssuer.Web(), Encoding.UTF8.GetBytes(HostedIssuer.Sign(assertion)));
        }
    }

    [Fact]
    public void Verify_DocumentsOfAnyKind_NeverThrows()
    {
        var random = new Random(20260204);
        var token = Encoding.UTF8.GetBytes(SigningIssuer.Sign(SigningIssuer.Badge()));
        var signed = Encoding.UTF8.GetBytes(HostedIssuer.Sign(HostedIssuer.Assertion(isHosted: false)));
        string[] of3 = [SigningIssuer.DidDocument, SigningIssuer.KeyAddress, SigningIssuer.List];
        string[] of2 = [HostedIssuer.Id, HostedIssuer.Class, HostedIssuer.Key, HostedIssuer.Revocations];
        for (var round = 0; round < Rounds; round++)
        {
            Run(Disturb(SigningIssuer.Web(), of3[random.Next(of3.Length)], random), token);
            Run(Disturb(HostedIssuer.Web(), of2[random.Next(of2.Length)], random), signed);
        }
    }

    private static VerificationReport? Run(ArchivedWeb web, byte[] bytes)
    {
        VerificationReport? report;
        try
        {
            report = SubmittedBadge.Read(bytes).Address is null
                ? web.Verify(bytes.AsMemory(), "lea@example.org")
                : null;
        }
        catch (Exception fault)
        {
            throw new Xunit.Sdk.XunitException($"{fault}\nfor {Convert.ToBase64String(bytes)}");
        }

        if (report is not null)
        {
            JsonDocument.Parse(report.ToJson(ReportLanguage.French)).Dispose();
            Assert.Equal(CheckIds.All, report.Checks.Select(check => check.Id));
        }

        return report;
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(40), bytes.Count - at));
                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }

    private static ArchivedWeb Disturb(ArchivedWeb web, string address, Random random)
    {
        var body = web.Find(address).Body.ToArray();
        if (body[0] == '{' && random.Next(2) == 0)
        {
            var json = JsonNode.Parse(body)!.AsObject();
            Replace(json, random);
            return web.Add(address, json.ToJsonString());
        }

        return web.Add(address, Mutate(body, random));
    }

    /// <summary>Puts a value of another kind in some place of the document.</summary>
    private static void Replace(JsonObject document, Random random)
    {
        var place = document;
        while (true)
        {
            var names = place.Select(member => member.Key).ToList();
            if (names.Count == 0)
            {
                return;
            }

            var name = names[random.Next(names.Count)];
            var value = place[name] is JsonArray { Count: > 0 } list ? list[0] : place[name];
            if (value is JsonObject inner && random.Next(3) > 0)
            {
                place = inner;
                continue;
            }

            place[name] = AnyValue(random);
            return;
        }
    }

    private static JsonNode? AnyValue(Random random) => random.Next(12) switch
    {
        0 => null,
        1 => true,
        2 => 7,
        3 => -1.5e200,
        4 => string.Empty,
        5 => "https://",
        6 => "did:web:%",
        7 => new JsonArray(),
        8 => new JsonArray(null, 7, new JsonArray(), new JsonObject()),
        9 => new JsonObject(),
        10 => new JsonObject { ["id"] = 7, ["type"] = new JsonObject(), ["@context"] = null },
        _ => "https://[::1]:99999/\u0000",
    };
}
