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
    public void Of_NamesThatLookAlike_AreTheSame(string ours, string claimed, bool expected = true)
    {
        Assert.Equal(expected, NameSkeleton.Of(ours) == NameSkeleton.Of(claimed));
    }

    [Theory]
    [InlineData("INAÉ", "INAE Formation")]
    [InlineData("Chantier vert", "Chantier bleu")]
    public void Of_OtherNames_Differ(string ours, string other)
    {
        Assert.NotEqual(NameSkeleton.Of(ours), NameSkeleton.Of(other));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" . ")]
    [InlineData("\uD800")]
    public void Of_NothingToRead_IsEmpty(string? name)
    {
        Assert.Equal("", NameSkeleton.Of(name));
    }
}
