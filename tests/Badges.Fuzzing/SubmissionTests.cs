using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Badges.Fuzzing.Submissions;

// What a submission allocates is counted for the whole process: nothing may run beside it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Badges.Fuzzing;

/// <summary>Whatever is handed in is answered, soon, with little memory, and is never valid when it was forged.
/// </summary>
public sealed class SubmissionTests(SubmissionTests.Scene scene) : IClassFixture<SubmissionTests.Scene>
{
    private const string Form = "multipart/form-data; boundary=x";
    private const long MostAllocated = 200 * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Tricks { get; } = [.. AllTricks.All.Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Tricks))]
    public async Task Post_Trick_IsAnsweredInTimeAndSpace(string name)
    {
        var trick = AllTricks.Get(name);
        var file = trick.Make();
        var allocated = GC.GetTotalAllocatedBytes();

        var answer = await scene.App.PostFileAsync(SubmissionApp.Api, file);
        var shown = await scene.App.PostFileAsync(SubmissionApp.Page, file, "somebody@example.org");
        allocated = GC.GetTotalAllocatedBytes() - allocated;

        Assert.True(answer.Status is 200 or 413 or 422, $"{answer.Status}: {answer.Text}");
        Assert.True(shown.Status is 200 or 413 or 422, $"page {shown.Status}");
        Assert.True(trick.MayBeValid || answer.Verdict is not "valid", answer.Text);
        Assert.InRange(answer.Time + shown.Time, TimeSpan.Zero, 2 * MostTime);
        Assert.InRange(allocated, 0, MostAllocated);
        Assert.DoesNotContain("<script>alert", shown.Text, StringComparison.Ordinal);
        Assert.Equal(0, scene.App.ConnectionsInside);
        Assert.DoesNotContain(scene.App.Asked, each => each.Contains("/seen", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("png: genuine")]
    [InlineData("svg: genuine")]
    [InlineData("json: genuine")]
    [InlineData("jwt: genuine")]
    [InlineData("png: 65535 by 65535")]
    public async Task Post_GenuineBadge_IsValid(string name)
    {
        var answer = await scene.App.PostFileAsync(SubmissionApp.Api, AllTricks.Get(name).Make());

        Assert.True(answer.Verdict == "valid", answer.Text);
    }

    [Fact]
    public async Task Post_ChangedFiles_NeverGives5xx()
    {
        var run = new SubmissionRun(scene.App, seed: 20260201);

        await run.RunAsync(300);

        Assert.Equal(300, run.Outcomes.Count);
        Assert.True(
            !run.ServerErrors.Any(), string.Join('\n', run.ServerErrors.Select(each => each.Describe())));
        Assert.Equal(0, scene.App.ConnectionsInside);
    }

    [Fact]
    public async Task Post_EverySiteIsSlow_IsAnsweredWithinTheTimeOfOneVerification()
    {
        // Ten seconds last one second here, in the budget and in the client.
        await using var app = await SubmissionApp.StartAsync(new HurriedTime());

        var answer = await app.PostFileAsync(
            SubmissionApp.Api, AllTricks.Get("badge: status list of a slow site").Make());

        Assert.Equal("undetermined", answer.Verdict);
        Assert.InRange(answer.Time, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData(SubmissionApp.Api, Form, "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n", "a")]
    [InlineData(SubmissionApp.Page, Form, "--x\r\n", "Header: a\r\n")]
    [InlineData(SubmissionApp.Page, Form, "", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n")]
    [InlineData(SubmissionApp.Api, "application/json", "{\"credential\":\"", "a")]
    [InlineData(SubmissionApp.Page, "application/x-www-form-urlencoded", "", "a=b&")]
    public async Task Post_WithoutEnd_IsCutOff(string path, string type, string first, string then)
    {
        var much = string.Concat(Enumerable.Repeat(then, 1 + (64_000 / then.Length)));

        var sent = await SendAsync(path, type, first, much, TimeSpan.Zero);

        Assert.InRange(sent.Bytes, 0, 64 * 1024 * 1024);
        Assert.True(sent.Answer is "" || sent.Answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), sent.Answer);
    }

    [Fact]
    public async Task Post_DripByDrip_IsCutOff()
    {
        var watch = Stopwatch.StartNew();

        await SendAsync(
            SubmissionApp.Api, "application/json", "{\"credential\":\"", "a", TimeSpan.FromMilliseconds(100));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(25));
    }

    [Fact]
    public void Sources_ThatVerify_DecodeNoPixelsAndProcessNoDocumentType()
    {
        var sources = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(Repository.PathOf("src"), file), File.ReadAllText);

        Assert.DoesNotContain(sources, each => each.Value.Contains("DtdProcessing.Parse", StringComparison.Ordinal)
            || each.Value.Contains("XmlUrlResolver", StringComparison.Ordinal));
        Assert.All(
            sources.Where(each => each.Value.Contains("using SkiaSharp", StringComparison.Ordinal)),
            each => Assert.True(
                each.Key.StartsWith("Badges.Imaging/Uploads/", StringComparison.Ordinal)
                    || each.Key.StartsWith("Badges.Imaging/Rendering/", StringComparison.Ordinal)
                    || each.Key.StartsWith("Badges.Imaging/Sheets/", StringComparison.Ordinal),
                each.Key));

        // What draws or decodes is called by no check, and by one view: with the issuer's picture, never what came in.
        Assert.DoesNotContain(sources, each => each.Key.StartsWith("Badges.Credentials/", StringComparison.Ordinal)
            && (each.Value.Contains("Badges.Imaging.Uploads", StringComparison.Ordinal)
                || each.Value.Contains("Badges.Imaging.Rendering", StringComparison.Ordinal)
                || each.Value.Contains("Badges.Imaging.Sheets", StringComparison.Ordinal)));
        Assert.All(
            sources.Where(each => each.Key.Contains("Features/Verification/", StringComparison.Ordinal)
                && each.Value.Contains("UploadedPng", StringComparison.Ordinal)),
            each => Assert.Fail($"{each.Key} decodes pictures"));
    }

    /// <summary>Sends a body in chunks until the server hangs up; answers what it said and how much it took.</summary>
    private async Task<(string Answer, long Bytes)> SendAsync(
        string path, string type, string first, string then, TimeSpan pause)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(scene.App.Address.Host, scene.App.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {scene.App.Address.Authority}\r\nContent-Type: {type}\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n" + (first.Length > 0 ? $"{first.Length:x}\r\n{first}\r\n" : "")));
        var chunk = Encoding.ASCII.GetBytes($"{then.Length:x}\r\n{then}\r\n");
        var answer = ReadAsync(stream);
        var bytes = 0L;
        try
        {
            for (; !answer.IsCompleted && bytes < 200_000_000; bytes += chunk.Length)
            {
                await stream.WriteAsync(chunk);
                await Task.Delay(pause);
            }
        }
        catch (IOException)
        {
            // It hung up.
        }

        return (await answer.WaitAsync(TimeSpan.FromSeconds(10)), bytes);
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[4096];
        try
        {
            return Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer));
        }
        catch (IOException)
        {
            return "";
        }
    }

    public sealed class Scene : IAsyncLifetime
    {
        private SubmissionApp? _app;

        public SubmissionApp App => _app ?? throw new InvalidOperationException("not started");

        public async Task InitializeAsync() => _app = await SubmissionApp.StartAsync();

        public async Task DisposeAsync()
        {
            if (_app is not null)
            {
                await _app.DisposeAsync();
            }
        }
    }
}
