using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.JsonLd;

namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>Canonicalises a document here and there, with and without safe mode.</summary>
internal static class Disagreement
{
    /// <summary>What their safe mode says of a context with a reserved word such as <c>@ignored</c> or an empty
    /// vocabulary, whether or not anything uses it. Nothing of the document is lost by it, so ours does not.</summary>
    private static readonly string?[] RemarksOnContexts =
    [
        "reserved term", "reserved @id value", "reserved @reverse value", "relative @vocab reference",
        "invalid scoped context",
    ];

    /// <summary>What each says of the document, when it is not the same.</summary>
    public static string? Find(Referee referee, RandomDocument document, ContextDocuments contexts)
    {
        var theirs = referee.Ask("canonicalize", new { document = document.Document, documents = document.Contexts });
        return Find(document, contexts, JsonLdOptions.Default, theirs.GetProperty("lenient"))
            ?? Find(document, contexts, JsonLdOptions.Safe, theirs.GetProperty("safe"));
    }

    private static string? Find(
        RandomDocument document, ContextDocuments contexts, JsonLdOptions options, JsonElement theirs)
    {
        var theirRefusal = theirs.TryGetProperty("refusal", out var refusal) ? $"{refusal}" : null;
        if (options.IsSafe && theirRefusal is not null
            && RemarksOnContexts.Contains(refusal.GetProperty("code").GetString()))
        {
            return null;
        }

        var theirQuads = theirRefusal is null ? theirs.GetProperty("nquads").GetString() : null;
        var (ourQuads, ourRefusal) = Canonicalize(document, contexts, options);
        return ourQuads == theirQuads
            ? null
            : $"\n{(options.IsSafe ? "safe mode" : "as the standard says")}, ours:\n{ourQuads ?? ourRefusal}\n"
                + $"theirs:\n{theirQuads ?? theirRefusal}";
    }

    private static (string? NQuads, string? Refusal) Canonicalize(
        RandomDocument document, ContextDocuments contexts, JsonLdOptions options)
    {
        try
        {
            var json = JsonSerializer.SerializeToElement(document.Document);
            var dataset = JsonLdToRdf.Deserialize(json, contexts, options);
            var canonical = Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, CanonicalizationBudget.Default);
            return (Encoding.UTF8.GetString(canonical.NQuads.Span), null);
        }
        catch (JsonLdException exception)
        {
            return (null, exception.Message);
        }
    }
}
