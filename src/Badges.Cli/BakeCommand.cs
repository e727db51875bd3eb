using System.CommandLine;
using System.Text;
using Badges.Credentials.Baking;
using Badges.Credentials.Verification;
using ParseResult = System.CommandLine.ParseResult;

namespace Badges.Cli;

/// <summary><c>badges bake</c>: puts a record into a picture, without drawing the picture anew.</summary>
public static class BakeCommand
{
    private static readonly Argument<string> Image = new("image")
    {
        HelpName = "IMAGE",
        Description = "The picture, PNG or SVG. A record that it carries already is replaced.",
    };

    private static readonly Argument<string> Credential = new("credential")
    {
        HelpName = "CREDENTIAL",
        Description = "The record, Open Badges 2.0 or 3.0, JSON or JWT. It is not checked.",
    };

    private static readonly Option<string> Out = new("--out", "-o")
    {
        HelpName = "OUT",
        Description = "Where the baked picture goes.",
        Required = true,
    };

    public static Command Create()
    {
        var command = new Command("bake", "Put a badge's record into a picture.") { Image, Credential, Out };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var image = await Input.ReadAsync(parsed.GetRequiredValue(Image), cancellationToken);
        var record = await Input.ReadAsync(parsed.GetRequiredValue(Credential), cancellationToken);
        var text = Encoding.UTF8.GetString(record).Trim().TrimStart('\uFEFF');
        if (BakedVersions.TryRecognize(text) is not { } version)
        {
            await Console.Error.WriteLineAsync("The record is neither Open Badges 2.0 nor 3.0.");
            return ExitCode.Failed;
        }

        var (baked, fault) = Bake(image, text, version);
        if (baked is null)
        {
            await Console.Error.WriteLineAsync($"The picture cannot carry a record: {fault}.");
            return ExitCode.Failed;
        }

        await File.WriteAllBytesAsync(parsed.GetRequiredValue(Out), baked, cancellationToken);
        return ExitCode.Success;
    }

    private static (byte[]? Baked, string Fault) Bake(byte[] image, string text, BakedVersion version)
    {
        var isNewest = version is BakedVersion.OpenBadges3;
        switch (Submission.Read(image, null).Submission?.Container)
        {
            case SubmissionContainer.Png:
                var bakedPng = PngBaking.TryBake(image, isNewest ? text : null, isNewest ? null : text, out var png);
                return (bakedPng, png.ToString());
            case SubmissionContainer.Svg:
                return (SvgBaking.TryBake(image, text, out var svg), svg.ToString());
            default:
                return (null, "neither PNG nor SVG");
        }
    }
}
