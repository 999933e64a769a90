using System.Text.Json;
using Dispatch.Roads;

namespace Dispatch.Web.Osrm;

/// <summary>Answers requests of OSRM's services on one map.</summary>
internal sealed class OsrmAnswers(RoadMap map, OsrmLimits limits)
{
    private readonly OsrmPlaces places = new(map, limits);
    private readonly OsrmDrives drives = new(map);

    /// <summary>Answers one request.</summary>
    /// <param name="target">The request's target as it came over the wire.</param>
    /// <param name="json">Takes the answer when it is Ok.</param>
    /// <param name="ct">Ends the work early.</param>
    /// <exception cref="OsrmError">It cannot be answered.</exception>
    public void Answer(string target, Utf8JsonWriter json, CancellationToken ct)
    {
        var url = OsrmUrl.Read(target);
        Action<OsrmQuery, Utf8JsonWriter, CancellationToken> service = url.Service switch
        {
            "route" => Route,
            "table" => new OsrmTable(places, drives, limits).Answer,
            "nearest" => Nearest,
            "match" => new OsrmMatch(places, drives, limits).Answer,
            "trip" => new OsrmTrip(places, drives, limits).Answer,
            _ => throw new OsrmError("InvalidService", $"Service {url.Service} not found!"),
        };
        if (url.Version != 1)
            throw new OsrmError("InvalidVersion", $"Version {url.Version} of {url.Service} not found; there is v1.");
        var query = OsrmGrammar.Read(url);
        query.Check(url.Service == "nearest" ? 1 : 2);
        json.WriteStartObject();
        json.WriteString("code", "Ok");
        service(query, json, ct);
        json.WriteEndObject();
    }

    private void Route(OsrmQuery query, Utf8JsonWriter json, CancellationToken ct)
    {
        if (query.Places.Count > limits.RoutePlaces)
            throw OsrmError.TooBig($"Number of entries {query.Places.Count} is higher than current maximum ({limits.RoutePlaces})");
        if (query.Alternatives > limits.Alternatives)
            throw OsrmError.TooBig($"Requested number of alternatives is higher than current maximum ({limits.Alternatives})");
        if (query.Waypoints.Count > 0 && (query.Waypoints[0] != 0 || query.Waypoints[^1] != query.Places.Count - 1))
            throw OsrmError.Value("First and last coordinates must be specified as waypoints.");
        var snaps = places.Snap(query);
        var routes = Routes(query, snaps, ct);
        if (routes.Count == 0)
            throw new OsrmError("NoRoute", "No route found between points");
        json.WriteStartArray("routes");
        foreach (var paths in routes)
            OsrmRouteWriter.Write(json, query, Legs(query, paths));
        json.WriteEndArray();
        if (!query.SkipsWaypoints)
            places.WriteWaypoints(json, "waypoints", query, snaps, query.Waypoints.Count > 0 ? query.Waypoints.Distinct().Order() : Enumerable.Range(0, snaps.Length));
    }

    // The fastest one first. Other ways are looked for between two places alone, as OSRM does.
    private IReadOnlyList<RoadPath[]> Routes(OsrmQuery query, Snap[] snaps, CancellationToken ct) => query.Alternatives > 0 && snaps.Length == 2
        ? [.. drives.Ask(query.Without, asked => asked.FindPaths(snaps[0], snaps[1], query.Alternatives)).Select(path => (RoadPath[])[path])]
        : drives.Through(snaps, query.ContinuesStraight ?? true, query.Without, ct) is { } paths ? [paths] : [];

    private List<OsrmLeg> Legs(OsrmQuery query, RoadPath[] paths)
    {
        var (legs, begin) = (new List<OsrmLeg>(), 0);
        for (var end = 1; end <= paths.Length; end++)
        {
            if (query.Waypoints.Count > 0 && !query.Waypoints.Contains(end))
                continue;
            legs.Add(OsrmLeg.Join(paths[begin..end], query.HasSteps ? drives.Guidance : null, query.Places[begin], query.Places[end]));
            begin = end;
        }

        return legs;
    }

    private void Nearest(OsrmQuery query, Utf8JsonWriter json, CancellationToken ct)
    {
        if (query.Places.Count != 1)
            throw OsrmError.Options("Only one input coordinate is supported");
        if (query.Number < 1)
            throw OsrmError.Options("number must be >= 1");
        if (query.Number > limits.NearestResults)
            throw OsrmError.TooBig($"Number of results {query.Number} is higher than current maximum ({limits.NearestResults})");
        var found = map.SnapToRoads(query.Places[0], places.OptionsOf(query, 0), query.Number);
        if (found.Count == 0)
            throw new OsrmError("NoSegment", "Could not find a matching segments for coordinate");
        if (query.SkipsWaypoints)
            return;
        json.WriteStartArray("waypoints");
        foreach (var snap in found)
        {
            json.WriteStartObject();
            places.WriteMembers(json, snap, query.Places[0], query.GeneratesHints);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
