using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Badges.EndToEnd.Tests;

/// <summary>
/// What the script adds to the verification form: dropping, pasting, square codes read in the browser. Square codes are
/// drawn by the library that reads them, as the page of the test needs them.
/// </summary>
public sealed class VerifierScriptTests : BrowserTest
{
    private const string Library = "/vendor/qr-0.7.0/";

    /// <summary>A picture without a badge that shows this text as a square code.</summary>
    private const string DrawCode = """
        async text => {
          const { encodeQR } = await import('/vendor/qr-0.7.0/index.js');
          const modules = encodeQR(text, 'raw', { border: 4 });
          const scale = 6;
          const canvas = document.createElement('canvas');
          canvas.width = canvas.height = modules.length * scale;
          const pen = canvas.getContext('2d');
          pen.fillStyle = 'white';
          pen.fillRect(0, 0, canvas.width, canvas.height);
          pen.fillStyle = 'black';
          modules.forEach((row, y) => row.forEach((isDark, x) =>
            isDark && pen.fillRect(x * scale, y * scale, scale, scale)));
          globalThis.code = canvas;
          globalThis.codeFile = type => new Promise(resolve =>
            canvas.toBlob(blob => resolve(new File([blob], 'photo', { type })), type));
        }
        """;

    /// <summary>A camera that films the code, in a browser without a reader of its own.</summary>
    private const string FilmCode = """
        () => {
          delete globalThis.BarcodeDetector;
          navigator.mediaDevices.getUserMedia = async () => {
            const film = document.createElement('canvas');
            [film.width, film.height] = [globalThis.code.width, globalThis.code.height];
            const pen = film.getContext('2d');
            setInterval(() => pen.drawImage(globalThis.code, 0, 0), 50);
            globalThis.film = film.captureStream(20);
            return globalThis.film;
          };
        }
        """;

    private const string Drop = """
        async () => {
          const dropped = new DataTransfer();
          dropped.items.add(await globalThis.codeFile('image/jpeg'));
          document.querySelector('form').dispatchEvent(
            new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
        }
        """;

    /// <summary>A picture comes in as base64: the page's own policy lets no script fetch anything.</summary>
    private const string PastePicture = """
        base64 => {
          const picture = Uint8Array.from(atob(base64), each => each.charCodeAt(0));
          const pasted = new DataTransfer();
          pasted.items.add(new File([picture], 'badge.png', { type: 'image/png' }));
          document.body.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }));
        }
        """;

    private const string PasteText = """
        text => {
          const pasted = new DataTransfer();
          pasted.setData('text/plain', text);
          document.body.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }));
        }
        """;

    [ChromiumFact]
    public async Task Drop_PhotoOfACard_OpensTheBadgesPage_AndSendsNoPicture()
    {
        var award = await PublishAndAwardAsync();
        var page = await OpenAsync();
        var posts = PostsOf(page);
        await page.EvaluateAsync(DrawCode, CardAddressOf(award));

        await page.EvaluateAsync(Drop);

        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/credentials/{award.GetProperty("id").GetString()}$"));
        await Assertions.Expect(page.Locator(".verdict.authentic")).ToBeVisibleAsync();
        Assert.Empty(posts);
    }

    [ChromiumFact]
    public async Task Drop_PhotoOfACodeThatLeadsElsewhere_ShowsWhereBeforeAnythingIsAsked()
    {
        var page = await OpenAsync();
        var posts = PostsOf(page);
        await page.EvaluateAsync(DrawCode, "https://badges.example.org/credentials/1");

        await page.EvaluateAsync(Drop);

        await Assertions.Expect(page.Locator("[data-status]")).ToContainTextAsync("badges.example.org");
        await Assertions.Expect(page.Locator("[name=url]"))
            .ToHaveValueAsync("https://badges.example.org/credentials/1");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/verifier$"));
        Assert.Empty(posts);
    }

    [ChromiumFact]
    public async Task Drop_TheKeyOfSomebodysBadges_IsNotPutIntoTheForm()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync(DrawCode, $"{App.Address}mes-badges#secret");

        await page.EvaluateAsync(Drop);

        await Assertions.Expect(page.Locator("[data-status]")).ToContainTextAsync("n'est pas celui d'un badge");
        await Assertions.Expect(page.Locator("[name=url]")).ToHaveValueAsync("");
    }

    [ChromiumFact]
    public async Task Paste_PictureOfABadge_IsChecked()
    {
        var award = await PublishAndAwardAsync();
        var page = await OpenAsync();
        var picture = await App.Client.GetByteArrayAsync($"{award.GetProperty("png").GetString()}");

        await page.EvaluateAsync(PastePicture, Convert.ToBase64String(picture));

        await Assertions.Expect(page.Locator(".verdict.authentic")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Paste_Text_FillsTheBox_AndEnterChecksIt()
    {
        var award = await PublishAndAwardAsync();
        var page = await OpenAsync();
        await page.EvaluateAsync(PasteText, $"Voici mon badge : {award.GetProperty("url").GetString()}");
        await Assertions.Expect(page.Locator("[name=url]")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".verdict.authentic")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Scan_CodeOfACard_OpensTheBadgesPage_AndLoadsTheReaderOnlyThen()
    {
        var award = await PublishAndAwardAsync();
        var page = await OpenAsync();
        var loaded = new ConcurrentQueue<string>();
        page.Request += (_, request) => loaded.Enqueue(new Uri(request.Url).AbsolutePath);
        await Assertions.Expect(ScanButton(page)).ToBeVisibleAsync();
        Assert.DoesNotContain(loaded, path => path.StartsWith(Library, StringComparison.Ordinal));
        await page.EvaluateAsync(DrawCode, CardAddressOf(award));
        await page.EvaluateAsync(FilmCode);

        await ScanButton(page).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/credentials/{award.GetProperty("id").GetString()}$"));
        await Assertions.Expect(page.Locator(".verdict.authentic")).ToBeVisibleAsync();
        Assert.Contains($"{Library}decode.js", loaded);
    }

    [ChromiumFact]
    public async Task Scan_TheReaderDoesNotLoad_SaysWhatToDo_AndStopsTheCamera()
    {
        var page = await OpenAsync();
        await page.RouteAsync($"**{Library}*", route => route.AbortAsync());
        await page.EvaluateAsync("() => { globalThis.code = document.createElement('canvas'); }");
        await page.EvaluateAsync(FilmCode);

        await ScanButton(page).ClickAsync();

        await Assertions.Expect(page.Locator("[data-status]")).ToContainTextAsync("La caméra ne s'ouvre pas");
        await Assertions.Expect(page.Locator("dialog")).Not.ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => globalThis.film.getTracks().every(each => each.readyState === 'ended')");
    }

    [ChromiumFact]
    public async Task Scan_WithoutACamera_SaysWhatToDo()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync("""
            () => {
              navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotAllowedError'); };
            }
            """);

        await ScanButton(page).ClickAsync();

        await Assertions.Expect(page.Locator("[data-status]")).ToContainTextAsync("La caméra ne s'ouvre pas");
        await Assertions.Expect(page.Locator("dialog")).Not.ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Choose_PhotoWithoutACode_SendsNothingByItself()
    {
        var page = await OpenAsync();
        var posts = PostsOf(page);

        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "photo.png",
            MimeType = "image/png",
            Buffer = Convert.FromBase64String(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
        });

        await Assertions.Expect(page.Locator("[data-status]")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Vérifier" }).ClickAsync();
        await Assertions.Expect(page.Locator(".verdict.unverifiable")).ToBeVisibleAsync();
        Assert.Single(posts);
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await Browser.OpenAsync(App, width: 360);
        page.PageError += (_, error) => Assert.Fail(error);
        await page.GotoAsync("/verifier", new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }

    private string CardAddressOf(JsonElement award) =>
        $"{App.Address}v/{award.GetProperty("card").GetProperty("code").GetString()}";

    private static ILocator ScanButton(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Lire un code carré" });

    private static ConcurrentQueue<string> PostsOf(IPage page)
    {
        var posts = new ConcurrentQueue<string>();
        page.Request += (_, request) =>
        {
            if (request.Method == "POST")
            {
                posts.Enqueue(request.Url);
            }
        };
        return posts;
    }
}
