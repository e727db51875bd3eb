using Badges.Server.Features.Recipients;

namespace Badges.Server.Tests.Features.Recipients;

public sealed class RecipientMatchTests
{
    private static readonly Recipient Ana = Person("Ana", "R-1");
    private static readonly Recipient Bob = Person("Bob", null);

    [Fact]
    public void Choose_Id_DecidesBeforeEverythingElse() => Assert.Equal(
        Ana, RecipientMatch.Choose(new() { Id = Ana.Id, Reference = "R-2", Email = "b" }, Ana, Bob, [Bob]).Known);

    [Fact]
    public void Choose_IdOfNobody_IsUnknown() =>
        Assert.True(RecipientMatch.Choose(new() { Id = Guid.NewGuid() }, null, Bob, [Bob]).IsUnknownId);

    [Fact]
    public void Choose_Reference_DecidesBeforeEmail() => Assert.Equal(
        Ana, RecipientMatch.Choose(new() { Reference = "R-1", Email = "b" }, null, Ana, [Bob]).Known);

    [Fact]
    public void Choose_EmailAlone_Decides() =>
        Assert.Equal(Ana, RecipientMatch.Choose(new() { Email = "a" }, null, null, [Ana]).Known);

    [Fact]
    public void Choose_EmailAndSameName_Decides() => Assert.Equal(
        Bob, RecipientMatch.Choose(new() { Email = "a", GivenName = "BÔB" }, null, null, [Ana, Bob]).Known);

    [Fact]
    public void Choose_EmailOfSomebodyWithAnotherName_IsUnclear()
    {
        var match = RecipientMatch.Choose(new() { Email = "a", GivenName = "Cléo" }, null, null, [Ana]);

        Assert.True(match.IsAmbiguous);
        Assert.Equal([Ana], match.Candidates);
    }

    [Fact]
    public void Choose_EmailOfTwo_IsUnclear() =>
        Assert.True(RecipientMatch.Choose(new() { Email = "a" }, null, null, [Ana, Bob]).IsAmbiguous);

    [Fact]
    public void Choose_AnotherReferenceAndASharedEmail_IsSomebodyNew() =>
        Assert.Equal(RecipientMatch.New, RecipientMatch.Choose(new() { Reference = "R-9", Email = "a" }, null, null, [Ana]));

    [Fact]
    public void Choose_NameAlone_IsSomebodyNew() =>
        Assert.Equal(RecipientMatch.New, RecipientMatch.Choose(new() { GivenName = "Ana" }, null, null, []));

    private static Recipient Person(string name, string? reference) => new()
    {
        Id = Guid.NewGuid(),
        GivenName = name,
        SearchName = FoldedText.Of(name),
        Email = "a",
        OwnReference = reference,
    };
}
