using System.Security.Cryptography;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Canonicalization;

/// <summary>RDF Dataset Canonicalization 1.0 (RDFC-1.0): two datasets that say the same have the same canonical form,
/// whatever their blank nodes are called.</summary>
public static class Rdfc10
{
    /// <summary>The canonical form of a dataset. Section 4.4.</summary>
    /// <param name="hash">SHA-256, or SHA-384.</param>
    /// <exception cref="ArgumentException">It is another hash.</exception>
    /// <exception cref="CanonicalizationBudgetException">It would cost more than the budget allows.</exception>
    public static CanonicalDataset Canonicalize(
        RdfDataset dataset, HashAlgorithmName hash, CanonicalizationBudget budget)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(budget);
        var digest = new Digest(hash);
        var blanked = new BlankedDataset(dataset); // 1
        var canonical = new IdentifierIssuer("c14n", blanked.Numbers.Count);
        if (blanked.Numbers.Count > 0)
        {
            IssueLabels(blanked, canonical, digest, budget);
        }

        return new()
        {
            NQuads = blanked.ToCanonical(canonical), // 6, 7
            IssuedIdentifiers = Map(blanked.Numbers, canonical),
        };
    }

    /// <summary>The issued identifiers map. Section 4.4, step 7.</summary>
    private static Dictionary<string, string> Map(Dictionary<string, int> numbers, IdentifierIssuer canonical)
    {
        var map = new Dictionary<string, string>(numbers.Count, StringComparer.Ordinal);
        foreach (var (label, node) in numbers)
        {
            map.Add(label, canonical.LabelOf(node));
        }

        return map;
    }

    private static void IssueLabels(
        BlankedDataset dataset, IdentifierIssuer canonical, Digest digest, CanonicalizationBudget budget)
    {
        var mentions = new Mentions(dataset); // 2
        var firstDegree = new FirstDegreeHashes(mentions, digest); // 3
        var nodes = firstDegree.Sort().AsSpan();
        List<Range>? groups = null;
        for (int start = 0, end; start < nodes.Length; start = end)
        {
            for (end = start + 1; end < nodes.Length && firstDegree.AreAlike(nodes[start], nodes[end]); end++)
            {
            }

            if (end == start + 1)
            {
                canonical.Issue(nodes[start]); // 4
            }
            else
            {
                (groups ??= []).Add(start..end);
            }
        }

        if (groups is null)
        {
            return;
        }

        var nDegree = new NDegreeHashes(dataset, mentions, firstDegree, canonical, digest, budget);
        foreach (var group in groups) // 5
        {
            IssueLabels(nodes[group], canonical, nDegree);
        }
    }

    /// <summary>Issues labels to nodes that the statements about them do not tell apart. Step 5.</summary>
    private static void IssueLabels(ReadOnlySpan<int> alike, IdentifierIssuer canonical, NDegreeHashes nDegree)
    {
        var results = new List<NDegreeHashes.Result>(); // 5.1
        foreach (var node in alike)
        {
            if (!canonical.Has(node)) // 5.2.1
            {
                results.Add(nDegree.Start(node));
            }
        }

        foreach (var result in results.OrderBy(result => result.Hash, StringComparer.Ordinal)) // 5.3
        {
            foreach (var node in result.Issued)
            {
                canonical.Issue(node); // 5.3.1
            }
        }
    }
}
