using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Tests.Features.Awards;
using Badges.Server.Tests.Features.Verification;

namespace Badges.Server.Tests.Features.Receipts;

/// <summary>Receipts that somebody else signed: only the network's own are ours.</summary>
public sealed class ForgedReceiptTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Fact]
    public async Task Verify_SignedByTheNetwork_IsGood()
    {
        using var client = scene.Structure();

        var report = await client.VerifyTextAsync(await ReceiptAsync(client));

        Assert.Equal("good", report.Signature());
        Assert.Equal("known", report.Trust());
        Assert.Equal("undetermined", report.Verdict());
    }

    /// <summary>A structure has a key in our hands and awards badges; receipts it does not make.</summary>
    [Fact]
    public async Task Verify_SignedByAStructureOfOurs_IsOfAnUnknownKey()
    {
        using var client = scene.Structure();
        var unsigned = await UnsignedAsync(client);
        var issuer = await scene.App.Get<IssuerStore>().FindAsync(TestApp.Structure, CancellationToken.None);
        Assert.NotNull(issuer);
        var keys = await scene.App.Get<KeyRing>().FindAsync(issuer.Id, CancellationToken.None);
        Assert.NotNull(keys);
        unsigned["issuer"] = issuer.Did;

        var report = await client.VerifyTextAsync(
            Sign(unsigned, keys.Ob3Embedded.Key, IssuerAddresses.Method(issuer.Did, keys.Ob3Embedded.Kid)));

        Assert.Equal("unknownKey", report.Signature());
        Assert.Equal("unknown", report.Trust());
    }

    [Fact]
    public async Task Verify_SignedByAStrangerUnderOurName_IsWrong()
    {
        using var client = scene.Structure();
        using var key = Ed25519SigningKey.FromSeed(RandomNumberGenerator.GetBytes(32));
        var unsigned = await UnsignedAsync(client);
        var ours = unsigned["issuer"]!.GetValue<string>();

        foreach (var method in new[] { $"{ours}#{key.Multikey}", $"did:key:{key.Multikey}#{key.Multikey}" })
        {
            var report = await client.VerifyTextAsync(Sign(unsigned, key, method));

            Assert.Equal("wrong", report.Signature());
            Assert.Equal("invalid", report.Verdict());
        }
    }

    [Fact]
    public async Task Verify_SignedByAStrangerUnderTheirOwnName_IsOfAnUnknownKey()
    {
        using var client = scene.Structure();
        using var key = Ed25519SigningKey.FromSeed(RandomNumberGenerator.GetBytes(32));
        var unsigned = await UnsignedAsync(client);
        unsigned["issuer"] = $"did:key:{key.Multikey}";

        var report = await client.VerifyTextAsync(Sign(unsigned, key, $"did:key:{key.Multikey}#{key.Multikey}"));

        Assert.Equal("unknownKey", report.Signature());
        using var refused = await client.PostForReceiptAsync(
            new { credential = Sign(unsigned, key, $"did:key:{key.Multikey}#{key.Multikey}") }, "application/pdf");
        Assert.Equal(422, (int)refused.StatusCode);
    }

    private async Task<string> ReceiptAsync(HttpClient client)
    {
        var award = await scene.AwardAsync();
        return await client.PostForReceiptAsync(new { url = award.Text("url") }).ReceiptAsync();
    }

    private async Task<JsonObject> UnsignedAsync(HttpClient client)
    {
        var receipt = JsonNode.Parse(await ReceiptAsync(client))!.AsObject();
        receipt.Remove("proof");
        return receipt;
    }

    private static string Sign(JsonObject document, ISigningKey key, string method) => DataIntegrity.Sign(
        document.ToJsonString(), Cryptosuites.EddsaJcs2022, key,
        new() { VerificationMethod = method, Created = TestApp.Now }, BundledContexts.Documents);
}
