using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Badges.Server.Web;

/// <summary>
/// The description of the API: <c>/openapi/v1.json</c> (OpenAPI 3.1) and Swagger UI at <c>/swagger</c>.
/// </summary>
public static class ApiDescription
{
    public const string Path = "/openapi/v1.json";
    private const string ApiKeyScheme = "apiKey";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "Badges INAÉ",
                Version = "v1",
                Description = "Defines, awards, publishes and verifies Open Badges 2.0 and 3.0.",
                License = new OpenApiLicense { Name = "MIT" },
            });
            swagger.SupportNonNullableReferenceTypes();
            swagger.NonNullableReferenceTypesAsRequired();
            swagger.IncludeXmlComments(typeof(ApiDescription).Assembly);
            swagger.AddSecurityDefinition(ApiKeyScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key of a structure or of the network: bk_…",
            });
            swagger.OperationFilter<SecuredOperations>();
        });

    /// <summary>Other requests do not even pass by.</summary>
    public static void UseApiDescription(this IApplicationBuilder app) => app.UseWhen(IsAsked, api =>
    {
        api.UseSwagger(swagger =>
        {
            swagger.RouteTemplate = "/openapi/{documentName}.json";
            swagger.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        });
        api.UseSwaggerUI(swagger =>
        {
            swagger.SwaggerEndpoint(Path, "Badges INAÉ");
            swagger.DocumentTitle = "Badges INAÉ, API";
        });
    });

    private static bool IsAsked(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/openapi") || context.Request.Path.StartsWithSegments("/swagger");

    /// <summary>Says at each operation whether it asks for a key.</summary>
    private sealed class SecuredOperations : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
            if (!metadata.OfType<IAllowAnonymous>().Any())
            {
                operation.Security =
                [
                    new OpenApiSecurityRequirement
                    {
                        [new OpenApiSecuritySchemeReference(ApiKeyScheme, context.Document)] = [],
                    },
                ];
            }
        }
    }
}
