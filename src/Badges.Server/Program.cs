using Badges.Server;
using Badges.Server.Settings;

var builder = WebApplication.CreateBuilder(args);
var settings = SettingsReader.Read(
    builder.Configuration, builder.Environment.IsDevelopment(), builder.Environment.ContentRootPath);
if (settings.Options is not { } options)
{
    await Console.Error.WriteLineAsync(settings.Fault);
    return ExitCodes.Configuration;
}

await using var app = BadgesServer.Build(builder, options);
if (await BadgesServer.PrepareAsync(app) is { } contradiction)
{
    await Console.Error.WriteLineAsync(contradiction);
    return ExitCodes.Configuration;
}

await app.RunAsync();
return ExitCodes.Success;
