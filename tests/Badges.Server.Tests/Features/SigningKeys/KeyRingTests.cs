using Badges.Server.Features.Issuers;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Secrets;
using Badges.Server.Storage;

namespace Badges.Server.Tests.Features.SigningKeys;

public sealed class KeyRingTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private Issuer _issuer = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        var organization = await _app.Get<OrganizationStore>().FindAsync(TestApp.Structure, CancellationToken.None);
        Assert.NotNull(organization);
        _issuer = await _app.Get<EnsureIssuer>().RunAsync(organization, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Find_Twice_SharesTheUnwrappedKeys()
    {
        var ring = _app.Get<KeyRing>();

        var first = await ring.FindAsync(_issuer.Id, CancellationToken.None);
        var second = await ring.FindAsync(_issuer.Id, CancellationToken.None);

        Assert.NotNull(first);
        Assert.Same(first.Ob3Jwt.Key, second?.Ob3Jwt.Key);
        Assert.NotEqual(first.Ob3Jwt.Kid, first.Ob2.Kid);
    }

    [Fact]
    public async Task Find_UnderAnotherSecret_FindsNoUsableKey()
    {
        var wrapping = new KeyWrapping("another secret"u8);
        using var ring = new KeyRing(
            _app.Get<Database>(), _app.Get<SigningKeyStore>(), new NewSigningKey(wrapping), wrapping, TimeProvider.System);

        Assert.Null(await ring.FindAsync(_issuer.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Find_IssuerFromBeforeEmbeddedProofs_GetsItsKeyForThemOnce()
    {
        await _app.Get<Database>().WriteAsync(
            session => session.ExecuteAsync(
                "delete from signing_keys where purpose = 'ob3-embedded'", null, CancellationToken.None),
            CancellationToken.None);

        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => _app.Get<KeyRing>().FindAsync(_issuer.Id, CancellationToken.None)));

        Assert.StartsWith("z6Mk", Assert.Single(found.Select(keys => keys?.Ob3Embedded.Kid).Distinct()));
    }

    [Fact]
    public async Task Database_Keys_HoldsNoReadablePrivatePart()
    {
        await using var session = await _app.Get<Database>().OpenAsync(CancellationToken.None);
        var keys = await session.QueryAsync<SigningKey>(
            "select * from signing_keys", null, CancellationToken.None);

        Assert.Equal(KeyPurpose.All.Order(), keys.Select(key => key.Purpose).Order());
        Assert.All(keys, key =>
        {
            Assert.DoesNotContain("\"d\"", key.PublicJwk, StringComparison.Ordinal);
            Assert.ThrowsAny<Exception>(() => Credentials.Keys.RsaSigningKey.FromPkcs8(key.PrivateWrapped.AsSpan(28)));
            Assert.ThrowsAny<Exception>(
                () => Credentials.Keys.Ed25519SigningKey.FromPkcs8(key.PrivateWrapped.AsSpan(28)));
            Assert.Equal(_app.Get<KeyWrapping>().Id, key.WrappingKeyId);
        });
    }

    [Fact]
    public async Task EnsureIssuer_ManyAtOnce_MakesOneIssuerAndPinsThePublicAddress()
    {
        var organization = await _app.Get<OrganizationStore>()
            .FindAsync(TestApp.OtherStructure, CancellationToken.None);
        Assert.NotNull(organization);

        var issuers = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => _app.Get<EnsureIssuer>().RunAsync(organization, CancellationToken.None)));

        Assert.Single(issuers.Select(issuer => issuer.Id).Distinct());
        await using var session = await _app.Get<Database>().OpenAsync(CancellationToken.None);
        Assert.Equal(
            _app.Address.GetLeftPart(UriPartial.Authority),
            await session.ScalarAsync<string>("select public_url from installation", null, CancellationToken.None));
    }
}
