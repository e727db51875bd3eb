using System.CommandLine;
using System.Globalization;
using System.Net;
using Badges.Credentials.Verification;
using Badges.Server.Features.Registry;
using Badges.Server.Features.Verification;
using Badges.Server.Http;
using ParseResult = System.CommandLine.ParseResult;

namespace Badges.Cli;

/// <summary><c>badges verify</c>: the checks of the service, on this machine and for one badge.</summary>
public static class VerifyCommand
{
    private static readonly Argument<string> Badge = new("badge")
    {
        HelpName = "FILE|URL|-",
        Description = "A picture (PNG, SVG), a text (JSON, JWT), an address, or - for the standard input.",
    };

    private static readonly Option<string?> Documents = new("--documents")
    {
        HelpName = "DIR",
        Description = "Take the web from this folder instead: its index.json maps addresses to files.",
    };

    private static readonly Option<bool> Offline = new("--offline")
    {
        Description = "Ask nobody. What needs the web is not checked.",
    };

    private static readonly Option<bool> AllowLoopback = new("--allow-loopback")
    {
        Description = "Let documents of this machine be asked for, by http too: for development.",
    };

    private static readonly Option<string?> At = new("--at")
    {
        HelpName = "INSTANT",
        Description = "Judge as of this instant, such as 2026-02-01T00:00:00Z.",
    };

    private static readonly Option<string?> Recipient = new("--recipient")
    {
        HelpName = "TEXT",
        Description = "Ask whether it was awarded to this e-mail address or identifier.",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Answer the report as the API does.",
    };

    private static readonly Option<string?> Language = new("--language")
    {
        HelpName = "fr|en",
        Description = "The language of the answer. Else English when LANG is English, French otherwise.",
    };

    public static Command Create()
    {
        Language.AcceptOnlyFromAmong("fr", "en");
        At.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && TryReadInstant(text) is null)
            {
                result.AddError($"{text} is not an instant such as 2026-02-01T00:00:00Z.");
            }
        });
        var command = new Command(
            "verify",
            "Check a badge. Exits with 0: valid, 1: not valid, 2: cannot be told, 3: no badge, 64: wrong use.")
        {
            Badge, Documents, Offline, AllowLoopback, At, Recipient, Json, Language,
        };
        VerifyRegistry.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(Badge);
        var question = new VerificationQuestion { Recipient = parsed.GetValue(Recipient) };
        IDocumentSource source;
        IssuerRegistry registry;
        TimeProvider time = parsed.GetValue(At) is { } at && TryReadInstant(at) is { } instant
            ? new FixedTime(instant)
            : TimeProvider.System;
        var guard = new GuardedHttpOptions { AllowLoopback = parsed.GetValue(AllowLoopback) };
        using var http = new GuardedHttp(guard, Dns.GetHostAddressesAsync, TimeProvider.System);
        try
        {
            question = Input.IsAddress(name)
                ? question with { Address = name }
                : question with { Bytes = await Input.ReadAsync(name, cancellationToken) };
            source = parsed switch
            {
                _ when parsed.GetValue(Documents) is { } folder => ArchivedDocuments.Open(folder),
                _ when parsed.GetValue(Offline) => ArchivedDocuments.Empty,
                _ => new WebDocuments(http, guard),
            };
            registry = await VerifyRegistry.ReadAsync(parsed, source, time.GetUtcNow(), cancellationToken);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.Usage;
        }

        var verify = new VerifyCredential(source, _ => Task.FromResult(registry), guard, time);
        var answer = await verify.RunAsync(question, cancellationToken);
        var language = LanguageOf(parsed.GetValue(Language));
        if (answer.Report is not { } found)
        {
            await Console.Out.WriteLineAsync(VerificationText.NoBadge(language));
            return ExitCode.NoBadge;
        }

        var report = VerifyRegistry.IsGiven(parsed) ? found : WithoutRegistry(found);
        await Console.Out.WriteLineAsync(
            parsed.GetValue(Json) ? report.ToJson(language) : VerificationText.Of(report, language));
        return ExitOf(report.Verdict);
    }

    /// <summary>There is no registry here: that an issuer is not in it would say nothing.</summary>
    private static VerificationReport WithoutRegistry(VerificationReport report) => report with
    {
        Checks =
        [
            .. report.Checks.Select(check => check is { Id: CheckIds.Registry, Outcome: CheckOutcome.Failed }
                ? check with { Outcome = CheckOutcome.NotRun, Code = CheckCodes.RegistryNotAsked }
                : check),
        ],
    };

    private static int ExitOf(Verdict verdict) => verdict switch
    {
        Verdict.Valid => ExitCode.Success,
        Verdict.Undetermined => ExitCode.Undetermined,
        _ => ExitCode.Failed,
    };

    private static ReportLanguage LanguageOf(string? asked)
    {
        var code = asked ?? Environment.GetEnvironmentVariable("LC_ALL") switch
        {
            { Length: > 0 } all => all,
            _ => Environment.GetEnvironmentVariable("LANG") ?? "",
        };
        return code.StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? ReportLanguage.English
            : ReportLanguage.French;
    }

    private static DateTimeOffset? TryReadInstant(string text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out var at)
        ? at
        : null;

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
