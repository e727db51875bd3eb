using System.CommandLine;
using Badges.Server.Callers;
using Badges.Server.Features.Accounts;
using Badges.Server.Features.Organizations;
using Badges.Server.Storage;

namespace Badges.Cli;

/// <summary>
/// <c>badges create-admin</c>: the first account of an installation, and the network itself when there is none.
/// </summary>
public static class CreateAdminCommand
{
    private static readonly Option<string> Email = new("--email")
    {
        HelpName = "ADDRESS",
        Description = "The e-mail address to sign in with.",
        Required = true,
    };

    private static readonly Option<string> Name = new("--name")
    {
        HelpName = "TEXT",
        Description = "The person's name, as others of the network see it.",
        Required = true,
    };

    private static readonly Option<string> Network = new("--organization")
    {
        HelpName = "SLUG",
        Description = "The network's short name; it is made when there is no network yet.",
        DefaultValueFactory = _ => "inae",
    };

    public static Command Create()
    {
        var data = OpenedInstallation.CreateDataOption();
        var command = new Command(
            "create-admin",
            "Make an administrator of the network. The password is read from the standard input: "
            + $"{CreateAccount.ShortestPassword} characters at least.")
        {
            Email, Name, Network, data,
        };
        command.SetAction((parsed, cancellationToken) => OpenedInstallation.RunAsync(
            parsed.GetValue(data), installation => RunAsync(installation, parsed, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        OpenedInstallation installation, ParseResult parsed, CancellationToken cancellationToken)
    {
        installation.Get<Database>().Migrate();
        var slug = await EnsureNetworkAsync(installation, parsed.GetRequiredValue(Network), cancellationToken);
        if (slug is null)
        {
            return ExitCode.Failed;
        }

        var created = await installation.Get<CreateAccount>().RunAsync(
            new CreateAccount.Command
            {
                Email = parsed.GetRequiredValue(Email),
                DisplayName = parsed.GetRequiredValue(Name),
                Password = ReadPassword(),
                OrganizationSlug = slug,
                Role = MembershipRole.Administrator,
            },
            cancellationToken);
        if (created.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync(Explain(refusal));
            return ExitCode.Failed;
        }

        await Console.Out.WriteLineAsync($"{created.Value.EmailNormalized} is an administrator of {slug}.");
        return ExitCode.Success;
    }

    /// <summary>The network's slug; null, and told, when the slug belongs to a structure.</summary>
    private static async Task<string?> EnsureNetworkAsync(
        OpenedInstallation installation, string slug, CancellationToken cancellationToken)
    {
        if (await installation.Get<OrganizationStore>().FindNetworkAsync(cancellationToken) is { } network)
        {
            if (network.Slug != slug)
            {
                await Console.Error.WriteLineAsync($"The network of this installation is {network.Slug}, not {slug}.");
                return null;
            }

            return slug;
        }

        if (!Slug.IsWellFormed(slug))
        {
            await Console.Error.WriteLineAsync($"{slug} is not a short name: letters a to z, digits and dashes.");
            return null;
        }

        var registered = await installation.Get<RegisterOrganization>().RunAsync(
            new RegisterOrganization.Command
            {
                Slug = slug,
                Name = slug == "inae" ? "INAÉ" : slug,
                Kind = OrganizationKind.Network,
            },
            cancellationToken);
        if (registered.Refusal is not null)
        {
            await Console.Error.WriteLineAsync($"{slug} is a structure already, and not the network.");
            return null;
        }

        return slug;
    }

    /// <summary>One line of the standard input; typed, it does not appear.</summary>
    private static string ReadPassword()
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        Console.Error.Write("Password: ");
        var password = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } typed)
        {
            if (typed.Key == ConsoleKey.Backspace)
            {
                password.Length = Math.Max(0, password.Length - 1);
            }
            else if (!char.IsControl(typed.KeyChar))
            {
                password.Append(typed.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return password.ToString();
    }

    private static string Explain(CreateAccountRefusal refusal) => refusal switch
    {
        CreateAccountRefusal.PasswordTooShort =>
            $"The password is too short: {CreateAccount.ShortestPassword} characters at least.",
        CreateAccountRefusal.EmailTaken => "There is an account with this e-mail address already.",
        _ => "The network does not exist.",
    };
}
