using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>Nothing about who verifies what is kept: not in a file, not in a log.</summary>
public sealed class VerificationPrivacyTests
{
    private const string Mark = "marque-9f3c";

    [Fact]
    public async Task Verify_WhateverIsHandedIn_LeavesNothingInTheLog()
    {
        var log = new LogCollector();
        await using var app = await TestApp.StartAsync(services => services.AddSingleton<ILoggerProvider>(log));
        using var page = new PageClient(app.CreateClient());

        using var filled = await page.GetAsync($"/verifier?url=https://{Mark}.example/");
        using var address = await page.PostFormAsync("/verifier", new Dictionary<string, string>
        {
            ["url"] = $"https://{Mark}.invalid/badge",
        });
        using var text = await app.Client.PostAsJsonAsync(Verifying.Path, new { credential = $"{{\"{Mark}\":1}}" });
        using var token = await app.Client.PostAsJsonAsync(Verifying.Path, new { credential = $"eyJ{Mark}.a.b" });
        using var malformed = await app.Client.PostAsync(Verifying.Path, JsonContent.Create($"{Mark}"));
        using var huge = await app.Client.PostFileAsync(new byte[40 * 1024 * 1024], name: Mark).IgnoringBrokenPipe();

        Assert.DoesNotContain(log.Lines, line => line.Contains(Mark, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(log.Lines, line => line.Contains("127.0.0.1:", StringComparison.Ordinal)
            && line.Contains("/verif", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/verifier")]
    [InlineData(Verifying.Path)]
    public async Task Post_FiveMegabytes_TouchesNoTemporaryFile(string path)
    {
        await using var app = await TestApp.StartAsync();
        using var watched = new WatchedFolder(Path.GetTempPath());
        var file = new byte[5 * 1024 * 1024];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }.CopyTo(file, 0);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "badge.png" } };

        using var answer = await app.Client.PostAsync(path, form);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Empty(watched.LargeFiles);
    }

    private sealed class LogCollector : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => new Collector(categoryName, _lines);

        public void Dispose()
        {
        }

        private sealed class Collector(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception,
                Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception}");
        }
    }

    /// <summary>
    /// Files that come into the folder while it is watched: whole uploads, by their size or by their name.
    /// </summary>
    private sealed class WatchedFolder : IDisposable
    {
        private readonly FileSystemWatcher _watcher;
        private readonly ConcurrentQueue<string> _created = new();

        public WatchedFolder(string folder)
        {
            _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = false };
            _watcher.Created += (_, created) => _created.Enqueue(created.Name ?? "");
            _watcher.EnableRaisingEvents = true;
        }

        /// <summary>The framework's buffers are called ASPNETCORE_….tmp; other programs use this folder too.</summary>
        public IReadOnlyList<string> LargeFiles =>
            [.. _created.Where(name => name.StartsWith("ASPNETCORE", StringComparison.OrdinalIgnoreCase))];

        public void Dispose() => _watcher.Dispose();
    }
}

/// <summary>A server may close the connection on a body that is far too large: that is an answer too.</summary>
internal static class BrokenPipe
{
    public static async Task<HttpResponseMessage?> IgnoringBrokenPipe(this Task<HttpResponseMessage> pending)
    {
        try
        {
            return await pending;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
