using Badges.Server.Callers;
using Badges.Server.Storage;
using Badges.Server.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Features.Organizations;

/// <summary>Structures for programs: <c>/api/v1/organizations</c>.</summary>
public static class OrganizationEndpoints
{
    private const string GetName = "GetOrganization";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/organizations").WithTags("Organizations").RefuseOtherSites();
        group.MapGet("", ListAsync).RequireAuthorization(Access.SignedIn);
        group.MapGet("{slug}", GetAsync).WithName(GetName).RequireAuthorization(Access.SignedIn);
        group.MapPost("", PostAsync).RequireAuthorization(Access.Administer);
    }

    /// <summary>The structures that the caller belongs to; the network sees all of them.</summary>
    private static async Task<Ok<OrganizationList>> ListAsync(
        Caller caller, OrganizationStore organizations, CancellationToken cancellationToken)
    {
        var all = await organizations.ListAsync(cancellationToken);
        return TypedResults.Ok(new OrganizationList(
            [.. all.Where(organization => caller.MaySee(organization.Id)).Select(OrganizationResponse.From)]));
    }

    /// <summary>One structure.</summary>
    private static async Task<Results<Ok<OrganizationResponse>, ProblemHttpResult>> GetAsync(
        string slug, Caller caller, Viewer viewer, OrganizationStore organizations,
        CancellationToken cancellationToken)
    {
        var organization = await organizations.FindAsync(slug, cancellationToken);
        return organization is not null && caller.MaySee(organization.Id)
            ? TypedResults.Ok(OrganizationResponse.From(organization))
            : Problems.Create(StatusCodes.Status404NotFound, viewer.Language);
    }

    /// <summary>Enrols a structure in the network.</summary>
    private static async Task<Results<CreatedAtRoute<OrganizationResponse>, ProblemHttpResult>> PostAsync(
        OrganizationRequest request, Caller caller, Viewer viewer, RegisterOrganization register,
        CancellationToken cancellationToken)
    {
        var errors = request.Check(viewer.Language);
        if (errors.Count > 0)
        {
            return Problems.Create(StatusCodes.Status422UnprocessableEntity, "OrganizationInvalid",
                viewer.Pick("Des informations manquent ou sont fausses.", "Something is missing or wrong."),
                errors: errors);
        }

        var result = await register.RunAsync(Command(request, caller), cancellationToken);
        return result.Refusal switch
        {
            null => TypedResults.CreatedAtRoute(
                OrganizationResponse.From(result.Value), GetName, new { slug = result.Value.Slug }),
            _ => Problems.Create(StatusCodes.Status409Conflict, nameof(RegisterOrganizationRefusal.SlugOrSiretTaken),
                viewer.Pick("Cette structure existe déjà.", "This organisation exists already.")),
        };
    }

    private static RegisterOrganization.Command Command(OrganizationRequest request, Caller caller) => new()
    {
        Slug = request.Slug ?? "",
        Name = request.Name ?? "",
        Kind = EnumText.TryParse<OrganizationKind>(request.Kind) ?? OrganizationKind.Partner,
        Siret = request.Siret,
        LegalName = request.LegalName,
        Town = request.Town,
        Department = request.Department,
        PublicEmail = request.PublicEmail,
        PublicPhone = request.PublicPhone,
        Website = request.Website,
        RecognisedFrom = request.RecognisedFrom,
        RecordedBy = caller.Id,
    };
}

/// <summary>The structures of a caller.</summary>
public sealed record OrganizationList(IReadOnlyList<OrganizationResponse> Organizations);
