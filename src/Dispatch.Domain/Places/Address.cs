using Orleans;

namespace Dispatch.Domain.Places;

/// <summary>A postal address as people say it; parts that are not known are empty, never invented.</summary>
[GenerateSerializer, Immutable]
public sealed record Address(string Street, string HouseNumber, string City, string Postcode)
{
    /// <summary>No part known.</summary>
    public static Address Unknown { get; } = new("", "", "", "");
}
