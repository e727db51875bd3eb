using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Contexts;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.JsonLd;
using ParseResult = System.CommandLine.ParseResult;

namespace Badges.Cli;

/// <summary><c>badges canonicalize</c>: what a document says, in the form that is signed.</summary>
public static class CanonicalizeCommand
{
    private static readonly Argument<string> Document = new("file")
    {
        HelpName = "FILE",
        Description = "The JSON-LD document, or - for the standard input.",
    };

    public static Command Create()
    {
        var command = new Command(
            "canonicalize",
            "Print a JSON-LD document as canonical N-Quads (RDFC-1.0). The contexts of Open Badges and of Verifiable "
            + "Credentials are known, none is fetched, and anything that would be dropped is an error.")
        {
            Document,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var bytes = await Input.ReadAsync(parsed.GetRequiredValue(Document), cancellationToken);
        if (TryCanonicalize(bytes, out var problem) is not { } canonical)
        {
            await Console.Error.WriteLineAsync(problem);
            return ExitCode.Failed;
        }

        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(canonical.NQuads, cancellationToken);
        return ExitCode.Success;
    }

    private static CanonicalDataset? TryCanonicalize(ReadOnlyMemory<byte> bytes, out string problem)
    {
        try
        {
            var text = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes.Span[3..] : bytes.Span;
            var document = JsonElement.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var dataset = JsonLdToRdf.Deserialize(document, BundledContexts.Documents, JsonLdOptions.Safe);
            problem = string.Empty;
            return Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, CanonicalizationBudget.Default);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            problem = $"This is not JSON: {fault.Message}";
        }
        catch (JsonLdException fault)
        {
            problem = $"This cannot be read as JSON-LD without loss: {fault.Message}";
        }
        catch (CanonicalizationBudgetException fault)
        {
            problem = fault.Message;
        }

        return null;
    }
}
