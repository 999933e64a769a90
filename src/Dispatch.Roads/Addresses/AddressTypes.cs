namespace Dispatch.Roads;

/// <summary>What an address search found.</summary>
public enum AddressKind
{
    /// <summary>A house with a number.</summary>
    House,

    /// <summary>A street.</summary>
    Street,

    /// <summary>A town, village or suburb.</summary>
    Place,

    /// <summary>Where two streets cross.</summary>
    Crossing,
}

/// <summary>An address or a part of one.</summary>
/// <param name="Label">As one would write it.</param>
/// <param name="IsApproximate">The map has not this house number; the place lies between those of its neighbours.</param>
public sealed record AddressMatch(
    string Label, string? Street, string? HouseNumber, string? City, string? Postcode, MapPoint Position, AddressKind Kind, bool IsApproximate);

/// <summary>A home on a named street, near a road that a car may use.</summary>
/// <param name="IsInvented">The map has no number there; this one was made up.</param>
public sealed record StreetHome(string Street, string HouseNumber, string? City, string? Postcode, MapPoint Position, bool IsInvented);
