namespace Badges.LinkedData.JsonLd;

/// <summary>
/// What one document may cost beyond its own size: nesting takes stack, contexts define and copy terms, and a long
/// prefix makes a long IRI of each short name.
/// </summary>
internal sealed class ReadingBudget
{
    /// <summary>What defining a term costs, and what copying one does, in characters of an IRI.</summary>
    public const int TermDefined = 100;
    public const int TermCopied = 10;

    private const int MaximumWork = 20_000_000;

    private int _work;
    private int _depth;

    /// <summary>Goes one level deeper; whoever enters leaves again.</summary>
    /// <exception cref="JsonLdException">Too deep.</exception>
    public void Enter(string? where)
    {
        if (++_depth > JsonLdOptions.MaximumDepth)
        {
            throw new JsonLdException(JsonLdErrorCodes.TooDeep, where ?? "document");
        }
    }

    public void Leave() => _depth--;

    /// <summary>Counts work, in characters of an IRI.</summary>
    /// <exception cref="JsonLdException">Too much of it.</exception>
    public void Spend(int work, string what)
    {
        if ((_work += work) > MaximumWork)
        {
            throw new JsonLdException(JsonLdErrorCodes.TooIntricate, what);
        }
    }
}
