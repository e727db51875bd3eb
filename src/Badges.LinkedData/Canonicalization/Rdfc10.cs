using System.Security.Cryptography;
using System.Text;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Canonicalization;

/// <summary>RDF Dataset Canonicalization 1.0 (RDFC-1.0): two datasets that say the same have the same canonical form,
/// whatever their blank nodes are called.</summary>
public static class Rdfc10
{
    /// <summary>The canonical form of a dataset. Section 4.4.</summary>
    /// <param name="hash">SHA-256, or SHA-384.</param>
    /// <exception cref="CanonicalizationBudgetException">It would cost more than the budget allows.</exception>
    public static CanonicalDataset Canonicalize(
        RdfDataset dataset, HashAlgorithmName hash, CanonicalizationBudget budget)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(budget);
        var indexed = new IndexedDataset(new RdfDataset([.. dataset.Quads.Distinct()])); // 1, 2
        var issuer = new IdentifierIssuer("c14n");
        if (indexed.Mentions.Length > 0)
        {
            IssueLabels(indexed, issuer, hash, budget);
        }

        var lines = new SortedLines(indexed.Quads.Length);
        foreach (var quad in indexed.Quads)
        {
            var start = lines.Output.WrittenCount;
            quad.Write(lines.Output, new IssuedLabels(issuer)); // 6
            lines.Add(start);
        }

        return new()
        {
            NQuads = lines.ToArray(), // 7
            IssuedIdentifiers = indexed.Labels.ToDictionary(
                each => each.Key, each => issuer.Find(each.Value)!, StringComparer.Ordinal),
        };
    }

    private static void IssueLabels(
        IndexedDataset dataset, IdentifierIssuer issuer, HashAlgorithmName hash, CanonicalizationBudget budget)
    {
        var hashes = new FirstDegreeHashes(dataset, hash); // 3
        List<IGrouping<string, int>>? alike = null;
        foreach (var group in Enumerable.Range(0, dataset.Mentions.Length).GroupBy(hashes.Of)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (group.Count() == 1)
            {
                issuer.Issue(group.First()); // 4
            }
            else
            {
                (alike ??= []).Add(group);
            }
        }

        if (alike is null)
        {
            return;
        }

        var related = new NDegreeHashes(dataset, hashes, issuer, hash, budget);
        foreach (var group in alike)
        {
            var results = new List<NDegreeHashes.Result>(); // 5.1
            foreach (var node in group)
            {
                if (issuer.Find(node) is null)
                {
                    var temporary = new IdentifierIssuer("b");
                    temporary.Issue(node);
                    results.Add(related.Hash(node, temporary)); // 5.2
                }
            }

            foreach (var result in results.OrderBy(result => result.Hash, StringComparer.Ordinal))
            {
                foreach (var node in result.Issuer.Order)
                {
                    issuer.Issue(node); // 5.3
                }
            }
        }
    }

    /// <summary>The digest in hexadecimal, as the algorithms write it.</summary>
    internal static string HexOf(HashAlgorithmName hash, ReadOnlySpan<byte> data)
    {
        Span<byte> digest = stackalloc byte[SHA384.HashSizeInBytes];
        var length = CryptographicOperations.HashData(hash, data, digest);
        return Convert.ToHexStringLower(digest[..length]);
    }

    /// <inheritdoc cref="HexOf(HashAlgorithmName, ReadOnlySpan{byte})"/>
    internal static string HexOf(HashAlgorithmName hash, string text) => HexOf(hash, Encoding.UTF8.GetBytes(text));
}
