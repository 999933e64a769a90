using Dispatch.Roads.Import;
using Dispatch.Roads.Network;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Tests.Profile;

/// <summary>What tags mean to the built-in van, on a map whose middle lies at a place.</summary>
internal static class Tagged
{
    public static CarWay? Way(string tags, double latitude = 0, double longitude = 0, VehicleProfile? profile = null)
    {
        var tagging = new RoadTagging(profile ?? VehicleProfile.Default);
        tagging.Locate(new OsmNode { LatitudeE7 = (int)(latitude * 1e7), LongitudeE7 = (int)(longitude * 1e7) });
        return tagging.Way(Tags(tags));
    }

    public static CarNode Node(string tags) => new RoadTagging(VehicleProfile.Default).Node(Tags(tags));

    /// <summary>A restriction from way 1 by node 2 to way 3.</summary>
    public static Restriction? Restriction(string tags) => new RoadTagging(VehicleProfile.Default).Restriction(new OsmRelation
    {
        Members = new OsmMember[] { new(OsmKind.Way, 1, "from"), new(OsmKind.Node, 2, "via"), new(OsmKind.Way, 3, "to") },
        Tags = Tags(tags),
    });

    /// <summary>Tags written as <c>key=value | key=value</c>.</summary>
    private static OsmTags Tags(string tags)
    {
        string[] texts = [.. tags.Split('|', StringSplitOptions.TrimEntries).SelectMany(tag => tag.Split('=', 2))];
        return new OsmTags(texts, Enumerable.Range(0, texts.Length).ToArray());
    }
}
