using Badges.Server.Web;
using Badges.Server.Web.Components;

namespace Badges.Server.Tests.Web.Components;

public sealed class FieldTests
{
    [Fact]
    public async Task Render_WithError_TiesTheWordsToTheControl()
    {
        var html = await Rendered.AsHtmlAsync<Field>(
            ("Name", "Email"), ("Label", "Adresse"), ("Help", "Pour prévenir."), ("Error", "Elle est incomplète."),
            ("IsRequired", true), ("Kind", FieldKind.Email), ("Value", "karim@"));

        var input = html.QuerySelector("input");
        Assert.Equal("true", input?.GetAttribute("aria-invalid"));
        Assert.Equal("karim@", input?.GetAttribute("value"));
        Assert.Equal("champ-Email", html.QuerySelector("label")?.GetAttribute("for"));
        var describing = input?.GetAttribute("aria-describedby")?.Split(' ') ?? [];
        Assert.Equal(
            ["Elle est incomplète.", "Pour prévenir."],
            describing.Select(id => html.GetElementById(id)?.TextContent.Trim()));
    }

    [Fact]
    public async Task Render_NotRequired_SaysSoInTheLabel()
    {
        var french = await Rendered.AsHtmlAsync<Field>(("Name", "a"), ("Label", "Ville"));
        var english = await Rendered.AsHtmlAsync<Field>(Language.English, ("Name", "a"), ("Label", "Town"));

        Assert.Equal("Ville (facultatif)", french.QuerySelector("label")?.TextContent);
        Assert.Equal("Town (optional)", english.QuerySelector("label")?.TextContent);
    }

    [Fact]
    public async Task Render_GroupOfCheckboxes_TicksWhatWasChosenAndNamesTheGroup()
    {
        var html = await Rendered.AsHtmlAsync<Field>(
            ("Name", "criteria"), ("Label", "Ce qui a été fait"), ("Kind", FieldKind.Checkboxes),
            ("Options", new FieldOption[] { new("1", "Trie"), new("2", "Range") }), ("Values", new[] { "2" }));

        Assert.Equal("Ce qui a été fait", html.QuerySelector("fieldset > legend")?.TextContent);
        Assert.Equal(["2"], html.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")));
        Assert.NotNull(html.QuerySelector("input#champ-criteria"));
    }

    [Theory]
    [InlineData(FieldKind.LongText, "textarea")]
    [InlineData(FieldKind.Choice, "select")]
    [InlineData(FieldKind.File, "input[type=file]")]
    [InlineData(FieldKind.Date, "input[type=date]")]
    [InlineData(FieldKind.Checkbox, "input[type=checkbox]")]
    public async Task Render_EachKind_HasALabelledControlThatTheSummaryCanReach(FieldKind kind, string control)
    {
        var html = await Rendered.AsHtmlAsync<Field>(("Name", "rows[0].x"), ("Label", "L"), ("Kind", kind));

        var element = html.QuerySelector(control);
        Assert.Equal(Field.IdOf("rows[0].x"), element?.Id);
        Assert.NotNull(html.QuerySelector($"label[for='{element?.Id}'], label:has(#{element?.Id})"));
    }

    [Fact]
    public async Task Render_TextWithMarkup_IsShownAsText()
    {
        var html = await Rendered.AsHtmlAsync<Field>(
            ("Name", "a"), ("Label", "L"), ("Kind", FieldKind.LongText), ("Value", "</textarea><script>x</script>"));

        Assert.Null(html.QuerySelector("script"));
        Assert.Equal("</textarea><script>x</script>", html.QuerySelector("textarea")?.TextContent);
    }

    [Fact]
    public async Task Summary_OfErrors_IsAnnouncedAndLeadsToTheFields()
    {
        var html = await Rendered.AsHtmlAsync<PostForm>(
            ("Action", "/x"), ("Errors", new FieldError[] { new("when", "Dans l'avenir."), new(null, "Déjà remis.") }));

        var summary = html.QuerySelector("[role=alert]");
        Assert.Equal("2 points sont à corriger", summary?.QuerySelector("h2")?.TextContent.Trim());
        Assert.Equal("#champ-when", summary?.QuerySelector("a")?.GetAttribute("href"));
        Assert.Contains("Déjà remis.", summary?.TextContent, StringComparison.Ordinal);
        Assert.Equal("secret", html.QuerySelector("form input[name=token]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Form_ThatKeepsNothing_HasNoToken()
    {
        var html = await Rendered.AsHtmlAsync<VerificationBox>();

        var fields = html.QuerySelectorAll("form[action='/verifier'] [name]:not(button)");
        Assert.Equal(["file", "url", "recipient"], fields.Select(field => field.GetAttribute("name")));
    }
}
