using Microsoft.AspNetCore.Http.Features;

namespace Badges.Server.Settings;

/// <summary>How the process listens and what it logs.</summary>
public static class HostSetup
{
    /// <summary>One picture of 5 MB, its form around it, and nothing more.</summary>
    public const int LargestBody = 6 * 1024 * 1024;

    public static void ConfigureHost(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });

        // Uploads stay in memory: who verifies what leaves no trace on the disk.
        builder.Services.Configure<FormOptions>(form =>
        {
            form.MemoryBufferThreshold = LargestBody;
            form.BufferBodyLengthLimit = LargestBody;
            form.MultipartBodyLengthLimit = LargestBody;
            form.ValueLengthLimit = LargestBody;
        });

        // Neither addresses nor bodies: the framework's request logs hold query strings.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
    }
}
