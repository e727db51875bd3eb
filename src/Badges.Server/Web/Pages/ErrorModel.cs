namespace Badges.Server.Web.Pages;

/// <summary>What a page says when it cannot be shown: a title, what to do, and one link that helps.</summary>
public sealed record ErrorModel
{
    public required string Title { get; init; }
    public required string Explanation { get; init; }
    public int? Status { get; init; }

    public static ErrorModel Of(int status, Language language)
    {
        var text = StatusTexts.Of(status, language);
        return new ErrorModel { Title = text.Title, Explanation = text.Explanation, Status = status };
    }
}
