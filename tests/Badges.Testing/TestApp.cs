using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Badges.Server;
using Badges.Server.Callers;
using Badges.Server.Features.Accounts;
using Badges.Server.Features.Organizations;
using Badges.Server.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Badges.Testing;

/// <summary>
/// The real service on a real port and a real database of its own, with a clock that stands still. The network
/// <c>inae</c> and the structures <c>atelier-du-fil</c> and <c>chantier-vert</c> exist, with an account for each role.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    public const string Password = "un mot de passe de test";
    public const string Administrator = "admin@inae.test";
    public const string Referent = "referente@atelier.test";
    public const string Encadrant = "encadrant@atelier.test";
    public const string OtherEncadrant = "encadrante@chantier.test";
    public const string Network = "inae";
    public const string Structure = "atelier-du-fil";
    public const string OtherStructure = "chantier-vert";

    private readonly WebApplication _app;
    private readonly TestDatabase _database;
    private readonly string _folder;
    private readonly Dictionary<string, string> _sessions = [];

    private TestApp(WebApplication app, TestDatabase database, string folder, Uri address, TestClock clock)
    {
        _app = app;
        _database = database;
        _folder = folder;
        Address = address;
        Clock = clock;
        Client = CreateClient();
    }

    /// <summary>1 February 2026, 10:00 in Paris.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    public Uri Address { get; }
    public TestClock Clock { get; }
    public string DataDirectory => _folder;
    public IServiceProvider Services => _app.Services;

    /// <summary>Nobody: no session, no key, no redirect followed.</summary>
    public HttpClient Client { get; }

    /// <summary>A structure's key, made for <see cref="Structure"/>.</summary>
    public string StructureKey { get; private set; } = "";

    public string NetworkKey { get; private set; } = "";

    public static async Task<TestApp> StartAsync(
        Action<IServiceCollection>? change = null,
        TestClock? clock = null,
        Func<BadgesOptions, BadgesOptions>? settings = null)
    {
        var database = await TestDatabase.CreateAsync();
        var folder = Directory.CreateTempSubdirectory("badges-test-").FullName;
        var socket = BindToFreePort();
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        var address = new Uri($"http://localhost:{port}");
        clock ??= new TestClock(Now);
        var options = new BadgesOptions
        {
            PublicUrl = address,
            DataDirectory = folder,
            AllowLoopback = false,
            KeyProtectionSecret = "a secret for tests, of at least 32 characters",
            PostgresConnection = database.ConnectionString,
        };
        options = settings?.Invoke(options) ?? options;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Test",
            ContentRootPath = Repository.PathOf("src/Badges.Server"),
            ApplicationName = typeof(BadgesServer).Assembly.GetName().Name,
        });
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.Configure<SocketTransportOptions>(
            transport => transport.CreateBoundListenSocket = _ => socket);
        builder.Logging.ClearProviders();
        var app = BadgesServer.Build(builder, options, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
            change?.Invoke(services);
        });
        if (await BadgesServer.PrepareAsync(app) is { } contradiction)
        {
            throw new InvalidOperationException(contradiction);
        }

        await app.StartAsync();
        var testApp = new TestApp(app, database, folder, address, clock);
        await testApp.PopulateAsync();
        return testApp;
    }

    public HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
    })
    {
        BaseAddress = Address,
    };

    /// <summary>A program with that key.</summary>
    public HttpClient ClientWithKey(string key)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A browser that signed in through the form.</summary>
    public async Task<PageClient> SignInAsync(string email)
    {
        var page = new PageClient(CreateClient());
        if (_sessions.TryGetValue(email, out var session))
        {
            page.SetCookie(session);
            return page;
        }

        await page.GetAsync("/connexion");
        var answer = await page.PostFormAsync("/connexion", new() { ["Email"] = email, ["Password"] = Password });
        if (answer.StatusCode != HttpStatusCode.Found)
        {
            throw new InvalidOperationException($"{email} could not sign in: {(int)answer.StatusCode}.");
        }

        _sessions[email] = page.CookieNamed("badges.session");
        return page;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task PopulateAsync()
    {
        await RegisterAsync(Network, "INAÉ", OrganizationKind.Network, "Bordeaux", "33");
        await RegisterAsync(Structure, "L'Atelier du fil", OrganizationKind.Aci, "Niort", "79");
        await RegisterAsync(OtherStructure, "Chantier vert", OrganizationKind.Aci, "Pessac", "33");
        await CreateAccountAsync(Administrator, "Alix Martin", Network, MembershipRole.Administrator);
        await CreateAccountAsync(Referent, "Renée Faure", Structure, MembershipRole.Referent);
        await CreateAccountAsync(Encadrant, "Karim Benali", Structure, MembershipRole.Encadrant);
        await CreateAccountAsync(OtherEncadrant, "Odile Roy", OtherStructure, MembershipRole.Encadrant);
        var structure = await Get<OrganizationStore>().FindAsync(Structure, CancellationToken.None);
        StructureKey = await Get<CreateApiKey>().RunAsync("structure", structure?.Id, CancellationToken.None);
        NetworkKey = await Get<CreateApiKey>().RunAsync("network", null, CancellationToken.None);
    }

    private async Task RegisterAsync(
        string slug, string name, OrganizationKind kind, string town, string department)
    {
        var command = new RegisterOrganization.Command
        {
            Slug = slug,
            Name = name,
            Kind = kind,
            Town = town,
            Department = department,
            PublicEmail = $"contact@{slug}.test",
            PublicPhone = "05 49 00 00 00",
            Website = $"https://{slug}.test",
            RecognisedFrom = new DateOnly(2020, 1, 1),
        };
        _ = (await Get<RegisterOrganization>().RunAsync(command, CancellationToken.None)).Value;
    }

    private async Task CreateAccountAsync(string email, string name, string organization, MembershipRole role)
    {
        var command = new CreateAccount.Command
        {
            Email = email,
            DisplayName = name,
            Password = Password,
            OrganizationSlug = organization,
            Role = role,
        };
        _ = (await Get<CreateAccount>().RunAsync(command, CancellationToken.None)).Value;
    }

    /// <summary>The port is known before the service is built, and nobody else can take it meanwhile.</summary>
    private static Socket BindToFreePort()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
