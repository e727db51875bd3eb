namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>The addresses of remote contexts.</summary>
/// <param name="OnlyTerms">Those that may be imported: of an imported context the peer reads terms, and takes
/// <c>@vocab</c> and its like for terms too.</param>
internal sealed record RemoteContexts(string[] Whole, string[] OnlyTerms)
{
    public static RemoteContexts None { get; } = new([], []);
}
