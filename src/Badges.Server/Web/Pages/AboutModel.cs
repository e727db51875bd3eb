namespace Badges.Server.Web.Pages;

/// <summary>Who runs this service and how to reach them; from the settings <c>Badges:About</c>.</summary>
public sealed record AboutModel
{
    public string Publisher { get; init; } = "INAÉ";
    public string? PostalAddress { get; init; }
    public string? Email { get; init; }
    public string? PrivacyEmail { get; init; }
    public string? Director { get; init; }
    public string? Host { get; init; }

    public static AboutModel From(IConfiguration settings) =>
        settings.GetSection("Badges:About").Get<AboutModel>() ?? new AboutModel();
}
