using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Dispatch.Contracts.Serialization;

/// <summary>How the house writes JSON: camelCase, enums by name, instants and dates in ISO 8601, identifiers as strings.</summary>
/// <remarks>One way for API, hubs and journal, so that an event reads as the API shows it.</remarks>
public static class DispatchJson
{
    /// <summary>The options; they cannot be changed.</summary>
    public static JsonSerializerOptions Options { get; } = Fixed(Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web)));

    /// <summary>Sets up options that a framework owns.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Converters.Add(new JsonStringEnumConverter());
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.AllowOutOfOrderMetadataProperties = true;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = false;
        return options;
    }

    private static JsonSerializerOptions Fixed(JsonSerializerOptions options)
    {
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
