using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Badges.Server.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Badges.Server.Tests.Web.Components;

/// <summary>One component, rendered as a page would render it.</summary>
internal static class Rendered
{
    public static Task<IHtmlDocument> AsHtmlAsync<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent => AsHtmlAsync<TComponent>(Language.French, parameters);

    public static async Task<IHtmlDocument> AsHtmlAsync<TComponent>(
        Language language, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var viewer = new Viewer { Language = language, IssueAntiforgeryField = () => new("token", "secret") };
        RenderFragment child = builder =>
        {
            builder.OpenComponent<TComponent>(0);
            builder.AddMultipleAttributes(1, parameters.ToDictionary(pair => pair.Name, pair => pair.Value!));
            builder.CloseComponent();
        };
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<
            CascadingValue<Viewer>>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                ["Value"] = viewer,
                ["ChildContent"] = child,
            }))).ToHtmlString());
        return new HtmlParser().ParseDocument(html);
    }
}
