using System.Text.Json.Nodes;

namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>
/// The numbers that a random document is made from, one for each choice. Where they end every choice is the first
/// one, which is everywhere the plainest: so a shorter list is a simpler document, and shrinking the list shrinks the
/// document without ever leaving what the generator may write.
/// </summary>
internal sealed class Choices(IReadOnlyList<int> numbers)
{
    private int _next;

    public bool AreLeft => _next < numbers.Count;

    /// <summary>Whether this document makes mistakes: what the standard refuses, and what a careful reader refuses to
    /// drop.</summary>
    public bool MakeMistakes { get; set; }

    /// <summary>Whether contexts of this document end where a node ends: those of types, and those that do not
    /// propagate. It has no <c>@id</c> and <c>@type</c> containers then: in the ones the peer holds on to such a
    /// context, in the others it drops it too early and keeps that of one type for the next.</summary>
    public bool HaveEndingContexts { get; set; }

    /// <summary>0 up to, not including, the bound.</summary>
    public int Below(int bound) => _next < numbers.Count ? numbers[_next++] % bound : 0;

    public T Of<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];

    /// <summary>True once in so many times.</summary>
    public bool OnceIn(int times) => Below(times) == times - 1;

    /// <summary>One of the kinds of terms that this document has.</summary>
    public TermKind Kind() => Of(Terms.Kinds) switch
    {
        TermKind.Ids or TermKind.Types when HaveEndingContexts => TermKind.Set,
        TermKind.GraphIds when HaveEndingContexts => TermKind.GraphIndex,
        var kind => kind,
    };

    /// <summary>True once in so many times, where mistakes are made.</summary>
    public bool Mistake(int times) => OnceIn(times) && MakeMistakes;

    /// <summary>Once in so many times, gives a member one of the values.</summary>
    public void Put<T>(JsonObject target, int times, string member, params T[] values)
    {
        if (OnceIn(times))
        {
            target[member] = JsonValue.Create(Of<T>(values));
        }
    }
}
