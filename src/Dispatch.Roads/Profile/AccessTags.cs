using Dispatch.Roads.Import;
using Dispatch.Roads.Network;

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

/// <summary>Reads access tags by the profile's hierarchy: the first of its keys that says something decides.</summary>
/// <remarks>Source: OSM wiki, "Key:access", "Key:motorcar", "Key:motor_vehicle", "Key:vehicle", "Conditional restrictions".</remarks>
internal sealed class AccessTags(VehicleProfile profile)
{
    private readonly (string Key, string Forward, string Backward, string Conditional)[] keys =
        [.. profile.Data.Access.Keys.Select(key => (key, $"{key}:forward", $"{key}:backward", $"{key}:conditional"))];

    /// <summary>What the tags say; null when they say nothing that concerns the vehicle.</summary>
    public CarAccess? Read(in OsmTags tags)
    {
        foreach (var (key, _, _, _) in keys)
        {
            if (ReadValue(tags[key]) is { } access)
                return access;
        }

        return null;
    }

    /// <summary>What the tags that speak of motors in particular say: those that open a footway to them.</summary>
    public CarAccess? ReadForMotors(in OsmTags tags) => ReadValue(tags["motorcar"] ?? tags["motor_vehicle"]);

    /// <summary>Whether the tags close one direction.</summary>
    public bool Closes(in OsmTags tags, bool forward)
    {
        foreach (var key in keys)
        {
            if (ReadValue(tags[forward ? key.Forward : key.Backward]) is { } access)
                return access == CarAccess.Closed;
        }

        return false;
    }

    /// <summary>Access with the times at which it holds, after what the conditional tags say.</summary>
    /// <param name="tags">The tags of a way.</param>
    /// <param name="usual">What holds where no condition does.</param>
    /// <remarks>
    /// A condition is of account down to the first key that has a plain value: what is more general says less. "Destination at some times"
    /// on an open road counts as ends only when it holds for most of working hours, and not at all otherwise.
    /// </remarks>
    public (CarAccess Access, WeekTimes When) WithConditions(in OsmTags tags, CarAccess usual)
    {
        var (access, when) = (usual, usual == CarAccess.Closed ? WeekTimes.Never : WeekTimes.Always);
        foreach (var key in keys)
        {
            if (tags[key.Conditional] is { } text)
            {
                foreach (var (value, times) in Conditionals.Read(text, profile.Data.Vehicle))
                    (access, when) = Apply((access, when), ReadValue(value), times);
                break;
            }

            if (ReadValue(tags[key.Key]) is not null)
                break;
        }

        return when.Equals(WeekTimes.Never) ? (CarAccess.Closed, when) : (access, when);
    }

    private static (CarAccess Access, WeekTimes When) Apply((CarAccess Access, WeekTimes When) so, CarAccess? then, WeekTimes times) => then switch
    {
        null => so,
        CarAccess.Closed => (so.Access, so.When.And(times.Not())),
        { } opened when so.Access == CarAccess.Closed || so.When.Equals(WeekTimes.Never) => (opened, times),
        CarAccess.EndsOnly when so.Access == CarAccess.Open => WorkingHours.AreMostly(times) ? (CarAccess.EndsOnly, so.When) : so,
        _ => (so.Access, so.When.Or(times)),
    };

    private CarAccess? ReadValue(string? value)
    {
        if (value is null)
            return null;
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

    // What is neither open nor ends only (no, agricultural, forestry, military, emergency, psv and the like) is meant for others.
    private CarAccess? ReadOne(string value) =>
        profile.OpenValues.Contains(value) ? CarAccess.Open
        : profile.EndsOnlyValues.Contains(value) ? CarAccess.EndsOnly
        : profile.UnsaidValues.Contains(value) ? null : CarAccess.Closed;
}
