using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>Safe mode: whatever would be dropped on the way to RDF is an error that names it. What is signed is then
/// all that is read.</summary>
internal sealed class SafeMode(bool isOn)
{
    public bool IsOn => isOn;

    /// <summary>Says that something is dropped.</summary>
    /// <exception cref="JsonLdException">Safe mode is on.</exception>
    public void Lose(string what, string subject)
    {
        if (isOn)
        {
            throw new JsonLdException(JsonLdErrorCodes.DataLoss, $"{what} {subject}");
        }
    }

    /// <inheritdoc cref="Lose(string, string)"/>
    public void Lose(string what, JsonElement subject)
    {
        if (isOn)
        {
            var text = subject.GetRawText();
            Lose(what, text.Length <= 200 ? text : subject.ValueKind.ToString());
        }
    }
}
