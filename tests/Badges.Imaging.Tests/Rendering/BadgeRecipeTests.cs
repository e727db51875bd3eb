using Badges.Imaging.Rendering;

namespace Badges.Imaging.Tests.Rendering;

public sealed class BadgeRecipeTests
{
    private const string Json = """{"shape":"hexagon","palette":"ocean","icon":"M0 0z","shortTitle":"Connaître l'IAE"}""";

    [Fact]
    public void TryParse_Recipe_IsReadAndWrittenAgain()
    {
        var recipe = BadgeRecipe.TryParse(Json)!;

        Assert.Equal((BadgeShape.Hexagon, BadgePalette.Ocean, "M0 0z", "Connaître l'IAE"),
            (recipe.Shape, recipe.Palette, recipe.IconPath, recipe.ShortTitle));
        Assert.Equal(Json, recipe.ToJson());
    }

    [Fact]
    public void ToJson_NoShortTitle_LeavesItOut()
    {
        var recipe = new BadgeRecipe { Shape = BadgeShape.Rosette, Palette = BadgePalette.Sun, IconPath = "M0 0z" };

        Assert.Equal("""{"shape":"rosette","palette":"sun","icon":"M0 0z"}""", recipe.ToJson());
        Assert.Equal(recipe, BadgeRecipe.TryParse(recipe.ToJson()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"shape":"hexagon","palette":"ocean"}""")]
    [InlineData("""{"shape":"square","palette":"ocean","icon":""}""")]
    [InlineData("""{"shape":1,"palette":"ocean","icon":""}""")]
    [InlineData("""{"shape":"1","palette":"ocean","icon":""}""")]
    [InlineData("""{"shape":"circle","palette":"ocean","icon":null}""")]
    [InlineData("""{"shape":"circle","palette":"ocean","icon":"","colour":"red"}""")]
    [InlineData("""{"shape":"circle","shape":"circle","palette":"ocean","icon":""}""")]
    public void TryParse_AnythingElse_IsNull(string json)
    {
        Assert.Null(BadgeRecipe.TryParse(json));
    }
}
