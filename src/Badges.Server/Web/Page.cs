using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Web;

/// <summary>
/// A page: one model in, HTML out. <c>AwardFormPage.Show(viewer, model)</c> is the answer of a handler.
/// </summary>
public abstract class Page<TSelf, TModel> : ComponentBase
    where TSelf : Page<TSelf, TModel>
{
    [Parameter]
    public required Viewer Viewer { get; set; }

    [Parameter]
    public required TModel Model { get; set; }

    public static RazorComponentResult Show(Viewer viewer, TModel model, int status = StatusCodes.Status200OK) =>
        new(typeof(TSelf), new Dictionary<string, object?> { [nameof(Viewer)] = viewer, [nameof(Model)] = model })
        {
            StatusCode = status,
        };
}
