using System.Reflection;
using Badges.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Settings;

/// <summary><c>/healthz</c>: the process runs; <c>/readyz</c>: the database answers and is migrated.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", Live).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/readyz", Ready).AllowAnonymous().ExcludeFromDescription();
    }

    private static Ok<HealthAnswer> Live() => TypedResults.Ok(new HealthAnswer("ok",
        typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion ?? ""));

    private static Results<Ok<ReadyAnswer>, JsonHttpResult<ReadyAnswer>> Ready(Database database)
    {
        var answer = new ReadyAnswer(Database: IsReachable(database));
        return answer.Database
            ? TypedResults.Ok(answer)
            : TypedResults.Json(answer, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static bool IsReachable(Database database)
    {
        try
        {
            return database.IsMigrated();
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }
}

public sealed record HealthAnswer(string Status, string Version);

public sealed record ReadyAnswer(bool Database);
