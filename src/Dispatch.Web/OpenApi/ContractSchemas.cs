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
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Dispatch";
            document.Info.Description = "Real-time dispatch and routing for home medical equipment. The hubs send the same shapes as the endpoints named Get….";
            document.Servers = [];
            return Task.CompletedTask;
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
