using Dispatch.Roads.Import;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Profile;

/// <summary>Says what the tags of one map mean to a vehicle: ways, points, restrictions, by a profile and the map's country.</summary>
/// <param name="profile">The profile.</param>
/// <param name="turns">What turns cost, in place of what the profile says.</param>
/// <remarks>
/// Nodes pass by first in a map that is sorted as the wiki asks, so the country is known when the first way comes; in any other map it is
/// the profile's "elsewhere". Source: OSM wiki, "Key:highway", "Tag:service=driveway", "Tag:highway=track", "Tag:area=yes", "Key:name",
/// "Key:ref", "Key:driving_side", "Tag:highway=construction" (no road until it is open).
/// </remarks>
internal sealed class RoadTagging(VehicleProfile profile, TurnCostRule? turns = null)
{
    private readonly AccessTags access = new(profile);
    private (int South, int West, int North, int East) box = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
    private CountryData? country;
    private CarSpeed? speed;
    private NodeTags? nodes;

    /// <summary>Time that points cost.</summary>
    public NodeDelays Delays { get; } = new(profile.Data.Delays);

    /// <summary>Time that turns cost.</summary>
    public TurnCostRule Turns { get; } = turns ?? TurnCostRule.Of(profile.Data.Turns);

    /// <summary>Where the map lies: told of every node before the first way.</summary>
    public void Locate(in OsmNode node) => box = (
        Math.Min(box.South, node.LatitudeE7), Math.Min(box.West, node.LongitudeE7), Math.Max(box.North, node.LatitudeE7),
        Math.Max(box.East, node.LongitudeE7));

    /// <summary>What a point does to a car.</summary>
    public CarNode Node(in OsmTags tags) => (nodes ??= new NodeTags(profile, access)).Read(tags);

    /// <summary>A restriction that concerns the vehicle; null when it is none.</summary>
    public Restriction? Restriction(in OsmRelation relation) => Network.Restriction.Read(relation, profile.Data.Vehicle);

    /// <summary>What the way is to a car; null when it is nothing.</summary>
    public CarWay? Way(in OsmTags tags)
    {
        var highway = tags["highway"];
        if (highway is null || !profile.Roads.TryGetValue(highway, out var road))
            return tags["route"] is "ferry" or "shuttle_train" ? Passage(tags) : null;
        if (tags["area"] == "yes" || tags["impassable"] == "yes" || VehicleLimits.KeepOut(tags, profile.Data.Vehicle))
            return null;

        var usual = Usual(tags, highway, road);
        var (opened, when) = access.WithConditions(tags, usual);
        var (forward, backward) = DirectionTags.Read(tags, access, profile.Data.Vehicle);
        if (!when.Equals(WeekTimes.Always))
            (forward, backward) = (forward.And(when), backward.And(when));
        var direction = new CarDirection(!forward.Equals(WeekTimes.Never), !backward.Equals(WeekTimes.Never));
        if (opened == CarAccess.Closed || direction == default)
            return null;

        speed ??= new CarSpeed(profile, Here());
        var (forwardKmh, backwardKmh) = (speed.Kmh(tags, highway, road, forward: true), speed.Kmh(tags, highway, road, forward: false));
        if (forwardKmh <= 0 || backwardKmh <= 0)
            return null;

        return new CarWay(opened, direction, forwardKmh, backwardKmh, Crossing: null, IsFerry: false, tags["name"] ?? tags["ref"] ?? "")
        {
            OpenForward = forward,
            OpenBackward = backward,
            DrivesOnLeft = tags["driving_side"] switch { "left" => true, "right" => false, _ => Here().DrivesOnLeft },
        };
    }

    private CarWay? Passage(in OsmTags tags)
    {
        var (forward, backward) = DirectionTags.Read(tags, access, profile.Data.Vehicle);
        var direction = new CarDirection(!forward.Equals(WeekTimes.Never), !backward.Equals(WeekTimes.Never));
        var aboard = Ferry.Access(tags, access);
        if (aboard == CarAccess.Closed || direction == default)
            return null;

        var kmh = tags["route"] == "ferry" ? profile.Data.FerryUsualKmh : profile.Data.ShuttleTrainUsualKmh;
        return new CarWay(aboard, direction, kmh, kmh, Ferry.ReadDuration(tags["duration"]), IsFerry: true, tags["name"] ?? "")
        {
            OpenForward = forward,
            OpenBackward = backward,
        };
    }

    /// <summary>Access without conditions: what the tags say, or what the class of road and the kind of service road have by themselves.</summary>
    private CarAccess Usual(in OsmTags tags, string highway, RoadClassData road)
    {
        var opening = road.Access;
        if (highway == "service" && tags["service"] is { } service && profile.Data.Services.TryGetValue(service, out var kind))
            opening = kind.Access;
        return opening switch
        {
            RoadOpening.Tagged => access.ReadForMotors(tags) ?? CarAccess.Closed,
            RoadOpening.Ends => access.Read(tags) ?? CarAccess.EndsOnly,
            _ => access.Read(tags) ?? CarAccess.Open,
        };
    }

    private CountryData Here() => country ??= box.South > box.North
        ? profile.Data.Elsewhere
        : Country.Of(profile, (box.South / 1e7 + box.North / 1e7) / 2, (box.West / 1e7 + box.East / 1e7) / 2);
}
