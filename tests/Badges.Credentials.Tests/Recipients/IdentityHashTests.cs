using Badges.Credentials.Recipients;

namespace Badges.Credentials.Tests.Recipients;

public sealed class IdentityHashTests
{
    // The example of Open Badges 3.0, section 9.3, and that of the OB 2.0 test files.
    [Theory]
    [InlineData("a@example.com", "Kosher", "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399")]
    [InlineData("nobody@example.org", "deadsea", "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942")]
    public void Sha256_PublishedIdentity_GivesThePublishedHash(string identity, string salt, string expected)
    {
        Assert.Equal(expected, IdentityHash.Sha256(identity, salt));
        Assert.True(IdentityHash.Matches(expected, hashed: true, salt, identity));
    }

    [Theory]
    [InlineData("Ana@Example.org", true)]
    [InlineData("ana@example.org", true)]
    [InlineData("anna@example.org", false)]
    public void Matches_HashOfLowerCase_AcceptsTheCandidateInAnyCase(string candidate, bool expected)
    {
        var hash = IdentityHash.Sha256("ana@example.org", "s");

        var upperCase = hash.ToUpperInvariant().Replace("SHA", "sha");

        Assert.Equal(expected, IdentityHash.Matches(upperCase, hashed: true, "s", candidate));
    }

    [Fact]
    public void Matches_HashOfMixedCase_AcceptsTheCandidateAsGiven()
    {
        var hash = IdentityHash.Sha256("Ana@Example.org", "s");

        Assert.True(IdentityHash.Matches(hash, hashed: true, "s", "Ana@Example.org"));
        Assert.False(IdentityHash.Matches(hash, hashed: true, "t", "Ana@Example.org"));
        Assert.False(IdentityHash.Matches(hash, hashed: true, salt: null, "Ana@Example.org"));
    }

    [Theory]
    [InlineData("md5$573ed2d55ddf6feff6fe8b513ba360d0", true)]
    [InlineData("sha256$B5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399", true)]
    [InlineData("sha256$573ed2d55ddf6feff6fe8b513ba360d0", false)]
    [InlineData("sha1$573ed2d55ddf6feff6fe8b513ba360d0aaaaaaaa", false)]
    [InlineData("573ed2d55ddf6feff6fe8b513ba360d0", false)]
    [InlineData("", false)]
    public void CanCompute_KnownFunctionsOnly(string identityHash, bool expected) =>
        Assert.Equal(expected, IdentityHash.CanCompute(identityHash));

    [Theory]
    [InlineData("md5$573ed2d55ddf6feff6fe8b513ba360d0", true, true)]
    [InlineData("sha1$573ed2d55ddf6feff6fe8b513ba360d0", true, false)]
    [InlineData("573ed2d55ddf6feff6fe8b513ba360d0", true, false)]
    [InlineData("me@ifup.org", false, true)]
    [InlineData("ME@ifup.org", false, true)]
    [InlineData("you@ifup.org", false, false)]
    public void Matches_OtherForms_AreReadAsTheyClaim(string identityHash, bool hashed, bool expected) =>
        Assert.Equal(expected, IdentityHash.Matches(identityHash, hashed, salt: null, "me@ifup.org"));
}
