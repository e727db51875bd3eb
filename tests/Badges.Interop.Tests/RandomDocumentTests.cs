using System.Globalization;
using Badges.Credentials.Contexts;
using Badges.Interop.Tests.RandomDocuments;
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

    /// <summary>Documents of every feature, under contexts of their own.</summary>
    [RefereeFact]
    public void Canonicalize_RandomDocument_SaysWhatTheRefereeSays() =>
        Check(RandomDocument.From, document => document.ReadContexts());

    /// <summary>Published badges with a few random changes, under our own contexts here and the published ones
    /// there.</summary>
    [RefereeFact]
    public void Canonicalize_ChangedBadge_SaysWhatTheRefereeSays() =>
        Check(ChangedBadge.From, _ => BundledContexts.Documents);

    private void Check(Func<int[], RandomDocument> make, Func<RandomDocument, ContextDocuments> contexts) =>
        Prop.ForAll(RandomDocumentArbitrary.Of(make), document =>
        {
            var disagreement = Disagreement.Find(referee, document, contexts(document));
            return (disagreement is null).Label(disagreement ?? "");
        }).Check(ReadConfiguration());

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
}
