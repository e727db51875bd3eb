namespace Badges.LinkedData.Canonicalization;

/// <summary>How much work a dataset may cost. Blank nodes that nothing tells apart can be arranged so that naming them
/// takes longer than anybody waits. RDF Dataset Canonicalization 1.0, section 7.1.</summary>
/// <param name="MaximumSteps">Related nodes looked at while telling alike ones apart.</param>
/// <param name="MaximumDepth">How far one of them leads to the next.</param>
public sealed record CanonicalizationBudget(int MaximumSteps, int MaximumDepth)
{
    /// <summary>Enough for what people write, and some milliseconds at most.</summary>
    public static CanonicalizationBudget Default { get; } = new(20_000, 200);
}

/// <summary>A dataset that costs more than the budget allows.</summary>
public sealed class CanonicalizationBudgetException()
    : Exception("The dataset's blank nodes cannot be told apart with reasonable effort.");
