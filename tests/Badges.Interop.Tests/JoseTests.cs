using System.Text.Json;

namespace Badges.Interop.Tests;

/// <summary>The library <c>jose</c> accepts what we sign, with keys that it fetches from their published
/// addresses.</summary>
public sealed class JoseTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private JsonElement _award;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        await _app.PublishProgrammeAsync(TestAwards.Badge);
        _award = await _app.AwardAsync(TestAwards.Badge);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [NodeFact]
    public async Task CompactVerify_OurCredential_AcceptsItWithThePublishedKey()
    {
        var read = await NodeProgram.RunAsync("verify-jwt.mjs", Address("url"));

        var payload = read.GetProperty("payload");
        Assert.Equal(["alg", "kid", "typ"], read.GetProperty("header").EnumerateObject().Select(member => member.Name));
        Assert.Equal(payload.GetProperty("id").GetString(), payload.GetProperty("jti").GetString());
        var issuer = payload.GetProperty("issuer").GetProperty("id").GetString();
        Assert.Equal(issuer, payload.GetProperty("iss").GetString());
        var subject = payload.GetProperty("credentialSubject").GetProperty("id").GetString();
        Assert.Equal(subject, payload.GetProperty("sub").GetString());
    }

    [NodeFact]
    public async Task CompactVerify_OurStatusList_AcceptsItWithThePublishedKey()
    {
        var credential = await NodeProgram.RunAsync("verify-jwt.mjs", Address("url"));
        var list = credential.GetProperty("payload").GetProperty("credentialStatus")
            .GetProperty("statusListCredential").GetString() ?? "";

        var read = await NodeProgram.RunAsync("verify-jwt.mjs", list);

        Assert.Equal(
            "BitstringStatusList",
            read.GetProperty("payload").GetProperty("credentialSubject").GetProperty("type").GetString());
    }

    [NodeFact]
    public async Task SignedAssertion_FollowedAsTheStandardSays_IsAcceptedAndNotRevoked()
    {
        var read = await NodeProgram.RunAsync("verify-signed-assertion.mjs", Address("signedAssertion"));

        Assert.False(read.GetProperty("revoked").GetBoolean());
    }

    [NodeFact]
    public async Task SignedAssertion_AfterRevocation_IsInTheList()
    {
        await _app.RevokeAsync(_award.GetProperty("id").GetString() ?? "");

        var read = await NodeProgram.RunAsync("verify-signed-assertion.mjs", Address("signedAssertion"));

        Assert.True(read.GetProperty("revoked").GetBoolean());
    }

    [NodeFact]
    public async Task CompactVerify_TokenOfAnotherKey_IsRefused()
    {
        var refusal = await Assert.ThrowsAsync<RefusedByPeerException>(
            () => NodeProgram.RunAsync("verify-tampered-jwt.mjs", Address("url")));

        Assert.Contains("signature verification failed", refusal.Message, StringComparison.Ordinal);
    }

    private string Address(string form) => _award.GetProperty(form).GetString() ?? "";
}
