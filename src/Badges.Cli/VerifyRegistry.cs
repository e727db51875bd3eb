using System.CommandLine;
using System.CommandLine.Parsing;
using Badges.Credentials.Keys;
using Badges.Server.Features.Registry;
using Badges.Server.Features.Verification;
using Badges.Server.Settings;
using ParseResult = System.CommandLine.ParseResult;

namespace Badges.Cli;

/// <summary>The registry that <c>badges verify</c> is given, if any: a file that the user chose, or an address with
/// what pins its document.</summary>
public static class VerifyRegistry
{
    private const int Sha256Digits = 64;

    private static readonly Option<string?> Registry = new("--registry")
    {
        HelpName = "FILE|URL",
        Description = "Ask this registry whether the issuer is known, as of the date of issue.",
    };

    private static readonly Option<string?> Key = new("--registry-key")
    {
        HelpName = "MULTIKEY",
        Description = "The key (z6Mk...) that the registry has to be signed with.",
    };

    private static readonly Option<string?> Sha256 = new("--registry-sha256")
    {
        HelpName = "HEX",
        Description = "The SHA-256 that the registry has to have.",
    };

    public static void AddTo(Command command)
    {
        Key.Validators.Add(result => Expect(result, IsKey, "a public key such as z6Mk..."));
        Sha256.Validators.Add(result => Expect(
            result, text => text.Length == Sha256Digits && text.All(char.IsAsciiHexDigit), "64 hexadecimal digits"));
        command.Options.Add(Registry);
        command.Options.Add(Key);
        command.Options.Add(Sha256);
        command.Validators.Add(result =>
        {
            var pins = new[] { result.GetValue(Key), result.GetValue(Sha256) }.OfType<string>().Count();
            if (result.GetValue(Registry) is { } registry && Input.IsAddress(registry) && pins == 0)
            {
                result.AddError("A registry at an address is believed with --registry-key or --registry-sha256 only.");
            }
            else if (result.GetValue(Registry) is null && pins > 0)
            {
                result.AddError("Without --registry there is nothing to pin.");
            }
        });
    }

    public static bool IsGiven(ParseResult parsed) => parsed.GetValue(Registry) is not null;

    /// <summary>The registry, or one of nobody when none is given.</summary>
    /// <exception cref="InvalidDataException">It cannot be had, or is not what it has to be.</exception>
    public static async Task<IssuerRegistry> ReadAsync(
        ParseResult parsed, IDocumentSource web, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Registry) is not { } name)
        {
            return IssuerRegistry.Empty;
        }

        var source = new RegistrySource
        {
            Name = name,
            Url = Input.IsAddress(name) ? new Uri(name) : new Uri(Path.GetFullPath(name)),
            PublicKey = parsed.GetValue(Key),
            Sha256 = parsed.GetValue(Sha256),
        };
        var read = RegistryReader.Read(
            await FindAsync(name, web, now, cancellationToken), source, TimeProvider.System.GetUtcNow());
        return read.Refusal is { } fault
            ? throw new InvalidDataException($"The registry {name} is not believed: {fault}.")
            : new IssuerRegistry(null, [new RegistryCopy { Source = source, Content = read.Value, FetchedAt = now }]);
    }

    private static async Task<ReadOnlyMemory<byte>> FindAsync(
        string name, IDocumentSource web, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Input.IsAddress(name))
        {
            return await Input.ReadAsync(name, cancellationToken);
        }

        var document = await web.FetchAsync(name, WantedDocument.Dependency, now, cancellationToken);
        return document.IsThere
            ? document.Body
            : throw new InvalidDataException($"The registry {name} cannot be fetched.");
    }

    private static bool IsKey(string multikey)
    {
        using var key = PublicKey.TryReadMultikey(multikey);
        return key is not null;
    }

    private static void Expect(OptionResult result, Predicate<string> isRight, string wanted)
    {
        if (result.Tokens is [{ Value: var text }] && !isRight(text))
        {
            result.AddError($"{text} is not {wanted}.");
        }
    }
}
