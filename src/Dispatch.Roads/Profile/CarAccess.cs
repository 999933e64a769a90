using Dispatch.Roads.Import;

namespace Dispatch.Roads.Profile;

/// <summary>Whether a car may use a road.</summary>
internal enum CarAccess
{
    /// <summary>Not at all.</summary>
    Closed,

    /// <summary>Only to get to a place on it or behind it, never to pass through.</summary>
    EndsOnly,

    /// <summary>Freely.</summary>
    Open,
}

/// <summary>Reads access tags for a car.</summary>
/// <remarks>
/// Source: OSM wiki, "Key:access", "Key:motorcar", "Key:motor_vehicle", "Key:vehicle": the most special key that is there wins.
/// Who visits a patient at home has the host's leave, so private, destination and delivery roads are open at either end of a drive.
/// </remarks>
internal static class CarAccessTags
{
    private static readonly string[] Keys = ["motorcar", "motor_vehicle", "vehicle", "access"];

    /// <summary>What the tags say; null when they say nothing that concerns a car.</summary>
    public static CarAccess? Read(OsmTags tags)
    {
        foreach (var key in Keys)
        {
            if (tags[key] is { } value && ReadValue(value) is { } access)
                return access;
        }

        return null;
    }

    /// <summary>What the tags that speak of cars in particular say: those that open a footway to them.</summary>
    public static CarAccess? ReadForMotors(OsmTags tags) =>
        (tags["motorcar"] ?? tags["motor_vehicle"]) is { } value ? ReadValue(value) : null;

    /// <summary>Whether the tags close one direction (<c>forward</c> or <c>backward</c>) to cars.</summary>
    public static bool Closes(OsmTags tags, string direction)
    {
        foreach (var key in Keys)
        {
            if (tags[$"{key}:{direction}"] is { } value && ReadValue(value) is { } access)
                return access == CarAccess.Closed;
        }

        return false;
    }

    private static CarAccess? ReadValue(string value)
    {
        if (!value.Contains(';', StringComparison.Ordinal))
            return ReadOne(value);

        // Several values mean that each of these groups may: the widest counts.
        CarAccess? widest = null;
        foreach (var one in value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadOne(one) is { } access && (widest is null || access > widest))
                widest = access;
        }

        return widest;
    }

    private static CarAccess? ReadOne(string value) => value switch
    {
        "yes" or "permissive" or "designated" or "official" or "public" => CarAccess.Open,
        "private" or "destination" or "delivery" or "customers" or "permit" or "residents" or "resident" => CarAccess.EndsOnly,
        "unknown" or "variable" => null,
        _ => CarAccess.Closed, // no, agricultural, forestry, military, emergency, psv and whatever else is meant for others
    };
}
