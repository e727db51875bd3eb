using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Interop.Tests.RandomDocuments;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.JsonLd;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Badges.Interop.Tests;

/// <summary>
/// jsonld and rdf-canonize make the same canonical N-Quads of a random document as we do, and refuse what we refuse.
/// BADGES_RANDOM_DOCUMENTS: how many new documents to try, instead of the same few hundred each time.
/// BADGES_RANDOM_SEED: what a failure printed after "Replay directly at failing step with", without the brackets.
/// </summary>
public sealed class RandomDocumentTests(Referee referee) : IClassFixture<Referee>
{
    private const int Documents = 600;

    private static readonly CultureInfo Numbers = CultureInfo.InvariantCulture;

    private static readonly Replay SameEachTime = new(new Rnd(20260201, 1), FSharpOption<int>.None);

    /// <summary>What their safe mode says of a context with a reserved word such as <c>@ignored</c> or an empty
    /// vocabulary, whether or not anything uses it. Nothing of the document is lost by it, so ours does not.</summary>
    private static readonly string?[] RemarksOnContexts =
    [
        "reserved term", "reserved @id value", "reserved @reverse value", "relative @vocab reference",
        "invalid scoped context",
    ];

    [RefereeFact]
    public void Canonicalize_RandomDocument_SaysWhatTheRefereeSays()
    {
        Prop.ForAll(RandomDocumentArbitrary.Documents, document =>
        {
            var disagreement = FindDisagreement(document);
            return (disagreement is null).Label(disagreement ?? "");
        }).Check(ReadConfiguration());
    }

    private static Config ReadConfiguration()
    {
        if (Environment.GetEnvironmentVariable("BADGES_RANDOM_SEED")?.Split(',') is [var seed, var gamma, var size])
        {
            var rnd = new Rnd(ulong.Parse(seed, Numbers), ulong.Parse(gamma, Numbers));
            return Config.QuickThrowOnFailure.WithReplay(new Replay(rnd, int.Parse(size, Numbers))).WithMaxTest(1);
        }

        return Environment.GetEnvironmentVariable("BADGES_RANDOM_DOCUMENTS") is { } count
            ? Config.QuickThrowOnFailure.WithMaxTest(int.Parse(count, Numbers))
            : Config.QuickThrowOnFailure.WithMaxTest(Documents).WithReplay(SameEachTime);
    }

    private string? FindDisagreement(RandomDocument document)
    {
        var theirs = referee.Ask("canonicalize", new { document = document.Document, documents = document.Contexts });
        return FindDisagreement(document, JsonLdOptions.Default, theirs.GetProperty("lenient"))
            ?? FindDisagreement(document, JsonLdOptions.Safe, theirs.GetProperty("safe"));
    }

    private static string? FindDisagreement(RandomDocument document, JsonLdOptions options, JsonElement theirs)
    {
        var theirRefusal = theirs.TryGetProperty("refusal", out var refusal) ? $"{refusal}" : null;
        if (options.IsSafe && theirRefusal is not null
            && RemarksOnContexts.Contains(refusal.GetProperty("code").GetString()))
        {
            return null;
        }

        var theirQuads = theirRefusal is null ? theirs.GetProperty("nquads").GetString() : null;
        var (ourQuads, ourRefusal) = Canonicalize(document, options);
        return ourQuads == theirQuads
            ? null
            : $"\n{(options.IsSafe ? "safe mode" : "as the standard says")}, ours:\n{ourQuads ?? ourRefusal}\n"
                + $"theirs:\n{theirQuads ?? theirRefusal}";
    }

    private static (string? NQuads, string? Refusal) Canonicalize(RandomDocument document, JsonLdOptions options)
    {
        try
        {
            var contexts = ContextDocuments.Create(document.Contexts.Select(each => KeyValuePair.Create(
                each.Key, (ReadOnlyMemory<byte>)JsonSerializer.SerializeToUtf8Bytes(each.Value))));
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
