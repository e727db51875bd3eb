using System.Security.Cryptography;
using System.Text;

namespace Badges.LinkedData.Canonicalization;

/// <summary>Hash N-Degree Quads: tells blank nodes apart by what they lead to. RDF Dataset Canonicalization 1.0, sections
/// 4.7 and 4.8.</summary>
internal sealed class NDegreeHashes(
    IndexedDataset dataset,
    FirstDegreeHashes firstDegree,
    IdentifierIssuer canonical,
    HashAlgorithmName hash,
    CanonicalizationBudget budget)
{
    private int _steps;
    private int _depth;

    /// <summary>The hash of a node, and the labels that were issued on the way to it.</summary>
    public sealed record Result(string Hash, IdentifierIssuer Issuer);

    public Result Hash(int node, IdentifierIssuer issuer)
    {
        if (++_depth > budget.MaximumDepth)
        {
            throw new CanonicalizationBudgetException();
        }

        var data = new StringBuilder(); // 4
        foreach (var (relatedHash, nodes) in RelatedTo(node, issuer)) // 5
        {
            data.Append(relatedHash); // 5.1
            var (path, chosen) = ChoosePath(nodes, issuer);
            data.Append(path); // 5.5
            issuer = chosen; // 5.6
        }

        _depth--;
        return new(Rdfc10.HexOf(hash, data.ToString()), issuer); // 6
    }

    /// <summary>The nodes beside a node, by how they are related to it. Steps 1 to 3.</summary>
    private SortedDictionary<string, List<int>> RelatedTo(int node, IdentifierIssuer issuer)
    {
        var related = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var index in dataset.Mentions[node])
        {
            var quad = dataset.Quads[index];
            Add(quad.Subject, "s", quad);
            Add(quad.Object, "o", quad);
            Add(quad.Graph, "g", quad);
        }

        return related;

        void Add(int other, string position, IndexedQuad quad)
        {
            if (other < 0 || other == node)
            {
                return;
            }

            Spend();
            var key = HashRelated(other, quad, issuer, position);
            if (!related.TryGetValue(key, out var nodes))
            {
                related.Add(key, nodes = []);
            }

            nodes.Add(other);
        }
    }

    /// <summary>Hash Related Blank Node, section 4.7.</summary>
    private string HashRelated(int related, IndexedQuad quad, IdentifierIssuer issuer, string position)
    {
        var label = canonical.Find(related) ?? issuer.Find(related);
        var predicate = position == "g" ? string.Empty : $"<{quad.Terms.Predicate.Value}>";
        return Rdfc10.HexOf(hash, $"{position}{predicate}{(label is null ? firstDegree.Of(related) : "_:" + label)}");
    }

    /// <summary>The least of the paths through nodes that are related alike. Steps 5.2 to 5.4.</summary>
    private (string Path, IdentifierIssuer Issuer) ChoosePath(List<int> nodes, IdentifierIssuer issuer)
    {
        var chosenPath = string.Empty;
        IdentifierIssuer? chosenIssuer = null;
        foreach (var permutation in Permutations.Of(nodes))
        {
            if (TryWalk(permutation, issuer.Copy(), chosenPath) is var (path, copy)
                && (chosenPath.Length == 0 || string.CompareOrdinal(path, chosenPath) < 0))
            {
                (chosenPath, chosenIssuer) = (path, copy); // 5.4.6
            }
        }

        return (chosenPath, chosenIssuer ?? issuer);
    }

    /// <summary>The path through the nodes in one order, or null as soon as it cannot be the least.</summary>
    private (string Path, IdentifierIssuer Issuer)? TryWalk(
        IReadOnlyList<int> permutation, IdentifierIssuer issuer, string chosenPath)
    {
        var path = new StringBuilder(); // 5.4.2
        var recursion = new List<int>(); // 5.4.3
        foreach (var node in permutation)
        {
            Spend();
            if (canonical.Find(node) is { } label)
            {
                path.Append("_:").Append(label); // 5.4.4.1
            }
            else
            {
                if (issuer.Find(node) is null)
                {
                    recursion.Add(node); // 5.4.4.2.1
                }

                path.Append("_:").Append(issuer.Issue(node)); // 5.4.4.2.2
            }

            if (CannotBeLeast(path, chosenPath))
            {
                return null; // 5.4.4.3
            }
        }

        foreach (var node in recursion)
        {
            var result = Hash(node, issuer); // 5.4.5.1
            path.Append("_:").Append(issuer.Issue(node)) // 5.4.5.2
                .Append('<').Append(result.Hash).Append('>'); // 5.4.5.3
            issuer = result.Issuer; // 5.4.5.4
            if (CannotBeLeast(path, chosenPath))
            {
                return null; // 5.4.5.5
            }
        }

        return (path.ToString(), issuer);
    }

    private static bool CannotBeLeast(StringBuilder path, string chosenPath) =>
        chosenPath.Length > 0 && path.Length >= chosenPath.Length
        && string.CompareOrdinal(path.ToString(), chosenPath) > 0;

    private void Spend()
    {
        if (++_steps > budget.MaximumSteps)
        {
            throw new CanonicalizationBudgetException();
        }
    }
}
