using System.Text.Json;

namespace Badges.Credentials.Schemas;

/// <summary>A schema that others refer to, and its rule once it is made.</summary>
internal sealed class SchemaReference(JsonElement schema, string file)
{
    public JsonElement Schema { get; } = schema;

    public string File { get; } = file;

    public SchemaRule? Rule { get; set; }

    /// <summary>What it refers to for the very value that it judges.</summary>
    public HashSet<SchemaReference> InPlace { get; } = [];

    /// <summary>A schema that comes back to itself for the same value says nothing, and would never end.</summary>
    /// <exception cref="FormatException">It is one.</exception>
    public void RefuseCircle()
    {
        var seen = new HashSet<SchemaReference>();
        var waiting = new Stack<SchemaReference>(InPlace);
        while (waiting.TryPop(out var next))
        {
            if (next == this)
            {
                throw new FormatException("The schema refers to itself for the same value.");
            }

            if (seen.Add(next))
            {
                foreach (var further in next.InPlace)
                {
                    waiting.Push(further);
                }
            }
        }
    }
}
