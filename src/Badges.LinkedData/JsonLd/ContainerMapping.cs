using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>The values that <c>@container</c> may have. Create Term Definition, step 19.</summary>
internal static class ContainerMapping
{
    /// <summary>The containers, or null when the combination is not allowed.</summary>
    public static Container? TryRead(JsonElement value, bool isVersion10)
    {
        if (value.ValueKind is JsonValueKind.String)
        {
            var one = Of(JsonText.Of(value));
            return isVersion10 && one is Container.Graph or Container.Id or Container.Type ? null : one;
        }

        if (isVersion10 || value.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        var all = Container.None;
        foreach (var each in value.EnumerateArray())
        {
            if (each.ValueKind is not JsonValueKind.String || Of(JsonText.Of(each)) is not { } container
                || (all & container) != 0)
            {
                return null;
            }

            all |= container;
        }

        return IsAllowed(all) ? all : null;
    }

    private static bool IsAllowed(Container all)
    {
        var others = all & ~Container.Set;
        return (all, others) switch
        {
            (Container.None, _) => false,
            (_, Container.None or Container.Graph or Container.Id or Container.Index or Container.Language
                or Container.Type) => true,
            (Container.List, _) => true,
            (_, Container.Graph | Container.Id or Container.Graph | Container.Index) => true,
            _ => false,
        };
    }

    private static Container? Of(string keyword) => keyword switch
    {
        "@graph" => Container.Graph,
        "@id" => Container.Id,
        "@index" => Container.Index,
        "@language" => Container.Language,
        "@list" => Container.List,
        "@set" => Container.Set,
        "@type" => Container.Type,
        _ => null,
    };
}
