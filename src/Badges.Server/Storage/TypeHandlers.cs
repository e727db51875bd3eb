using System.Data;
using System.Globalization;
using Dapper;
using Npgsql;

namespace Badges.Server.Storage;

/// <summary>
/// How the two engines hold identifiers, instants and days: PostgreSQL as its own types, SQLite as text.
/// </summary>
public static class TypeHandlers
{
    public const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    public const string DayFormat = "yyyy-MM-dd";

    private static readonly Lock Gate = new();
    private static bool _registered;

    public static void Register()
    {
        lock (Gate)
        {
            if (_registered)
            {
                return;
            }

            DefaultTypeMap.MatchNamesWithUnderscores = true;
            foreach (var type in (Type[])[typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly)])
            {
                SqlMapper.RemoveTypeMap(type);
                SqlMapper.RemoveTypeMap(typeof(Nullable<>).MakeGenericType(type));
            }

            SqlMapper.AddTypeHandler(new GuidHandler());
            SqlMapper.AddTypeHandler(new InstantHandler());
            SqlMapper.AddTypeHandler(new DayHandler());
            _registered = true;
        }
    }

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) =>
            value is Guid guid ? guid : Guid.Parse((string)value, CultureInfo.InvariantCulture);

        public override void SetValue(IDbDataParameter parameter, Guid value) =>
            parameter.Value = parameter is NpgsqlParameter ? value : value.ToString("D", CultureInfo.InvariantCulture);
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTimeOffset instant => instant.ToUniversalTime(),
            DateTime instant => new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)),
            _ => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        };

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = parameter is NpgsqlParameter
                ? value.ToUniversalTime()
                : value.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);
    }

    private sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value switch
        {
            DateOnly day => day,
            DateTime instant => DateOnly.FromDateTime(instant),
            _ => DateOnly.ParseExact((string)value, DayFormat, CultureInfo.InvariantCulture),
        };

        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            parameter.Value = parameter is NpgsqlParameter
                ? value
                : value.ToString(DayFormat, CultureInfo.InvariantCulture);
    }
}
