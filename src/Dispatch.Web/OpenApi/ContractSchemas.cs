using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace Dispatch.Web.OpenApi;

/// <summary>How the contract's own kinds of values stand in the API's description: ids and times are strings.</summary>
internal static class ContractSchemas
{
    private static readonly Dictionary<Type, string> Formats = new()
    {
        [typeof(Instant)] = "date-time",
        [typeof(LocalDate)] = "date",
        [typeof(LocalTime)] = "time",
    };

    private static readonly Type[] HubPayloads = [typeof(BoardMessage), typeof(TechnicianDayView), typeof(PatientVisitView)];

    public static void Configure(OpenApiOptions options)
    {
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (Formats.TryGetValue(type, out var format))
                BecomeText(schema, format);
            else if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)))
                BecomeText(schema, null);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer(async (document, context, cancellation) =>
        {
            document.Info.Title = "Dispatch";
            document.Info.Description = "Real-time dispatch and routing for home medical equipment. What the hubs send is described among the schemas.";
            document.Servers = [];
            foreach (var payload in HubPayloads)
            {
                var schema = await context.GetOrCreateSchemaAsync(payload, null, cancellation);
                document.AddComponent(payload.Name, schema);
            }
        });
    }

    private static void BecomeText(OpenApiSchema schema, string? format)
    {
        var isNullable = schema.Type?.HasFlag(JsonSchemaType.Null) == true;
        schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        schema.Format = format;
        schema.Properties = null;
        schema.Required = null;
        schema.Pattern = null;
    }
}
