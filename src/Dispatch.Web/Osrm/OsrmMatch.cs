using System.Text.Json;
using Dispatch.Roads;
using Dispatch.Roads.Matching;

namespace Dispatch.Web.Osrm;

/// <summary>The service match: the drive behind measured positions.</summary>
internal sealed class OsrmMatch(OsrmPlaces places, OsrmDrives drives, OsrmLimits limits)
{
    private const double SigmaMetres = 5;
    private const double LeastSigmaMetres = 1;
    private const double TidyMetres = 15;
    private const double TidySeconds = 5;

    public void Answer(OsrmQuery query, Utf8JsonWriter json, CancellationToken ct)
    {
        if (query.Places.Count > limits.MatchPoints)
            throw OsrmError.TooBig("Too many trace coordinates");
        if (query.Radiuses.Exists(radius => radius > limits.MatchRadiusMetres && double.IsFinite(radius.Value)))
            throw OsrmError.TooBig("Radius search size is too large for map matching.");
        for (var i = 1; i < query.Timestamps.Count; i++)
        {
            if (query.Timestamps[i] < query.Timestamps[i - 1])
                throw OsrmError.Value("Timestamps need to be monotonically increasing.");
        }

        if (query.Waypoints.Count > 0 && (query.Waypoints[0] != 0 || query.Waypoints[^1] != query.Places.Count - 1))
            throw OsrmError.Value("First and last coordinates must be specified as waypoints.");

        var kept = Kept(query);
        var trace = kept.ConvertAll(i => new TracePoint(query.Places[i], query.Timestamps.Count > 0 ? query.Timestamps[i] : double.NaN, Sigma(query, i)));
        var matches = drives.Match(trace, query.SplitsAtGaps, ct);
        if (matches.Count == 0)
            throw NoMatch(query);
        if (query.Waypoints.Count > 0 && (matches.Count > 1 || query.Waypoints.Exists(point => !matches[0].Indices.Any(index => kept[index] == point))))
            throw new OsrmError("NoMatch", "Could not match the trace with the given waypoints.");

        json.WriteStartArray("matchings");
        foreach (var match in matches)
            OsrmRouteWriter.Write(json, query, Legs(query, kept, match), match.Confidence);
        json.WriteEndArray();
        if (!query.SkipsWaypoints)
            WriteTracepoints(json, query, kept, matches);
    }

    private OsrmError NoMatch(OsrmQuery query)
    {
        _ = places.Snap(query); // NoSegment where no road is near at all.
        return new OsrmError("NoMatch", "Could not match the trace.");
    }

    private static double Sigma(OsrmQuery query, int place) =>
        query.Radiuses.Count > 0 && query.Radiuses[place] is { } radius && double.IsFinite(radius) ? Math.Max(LeastSigmaMetres, radius) : SigmaMetres;

    /// <summary>Which points are matched: where tidying is wished, those that lie apart.</summary>
    private static List<int> Kept(OsrmQuery query)
    {
        var kept = new List<int>();
        for (var i = 0; i < query.Places.Count; i++)
        {
            var isClose = kept.Count > 0 && query.Places[kept[^1]].DistanceMetres(query.Places[i]) < TidyMetres
                && (query.Timestamps.Count == 0 || query.Timestamps[i] - query.Timestamps[kept[^1]] < TidySeconds);
            if (!query.Tidies || !isClose || i == query.Places.Count - 1 || query.Waypoints.Contains(i))
                kept.Add(i);
        }

        return kept;
    }

    private List<OsrmLeg> Legs(OsrmQuery query, List<int> kept, MatchedTrace match)
    {
        var (legs, begin) = (new List<OsrmLeg>(), 0);
        for (var end = 1; end < match.Indices.Count; end++)
        {
            if (query.Waypoints.Count > 0 && !query.Waypoints.Contains(kept[match.Indices[end]]))
                continue;
            legs.Add(OsrmLeg.Join(
                [.. match.Paths.Skip(begin).Take(end - begin)], query.HasSteps ? drives.Guidance : null, query.Places[kept[match.Indices[begin]]], query.Places[kept[match.Indices[end]]]));
            begin = end;
        }

        return legs;
    }

    private void WriteTracepoints(Utf8JsonWriter json, OsrmQuery query, List<int> kept, IReadOnlyList<MatchedTrace> matches)
    {
        var at = new (int Match, int Point)?[query.Places.Count];
        for (var match = 0; match < matches.Count; match++)
        {
            for (var point = 0; point < matches[match].Indices.Count; point++)
                at[kept[matches[match].Indices[point]]] = (match, point);
        }

        json.WriteStartArray("tracepoints");
        for (var i = 0; i < at.Length; i++)
        {
            if (at[i] is not var (match, point))
            {
                json.WriteNullValue();
                continue;
            }

            json.WriteStartObject();
            places.WriteMembers(json, matches[match].Snaps[point], query.Places[i], query.GeneratesHints);
            json.WriteNumber("matchings_index", match);
            if (query.Waypoints.Count == 0)
                json.WriteNumber("waypoint_index", point);
            else if (query.Waypoints.Order().Distinct().ToList().IndexOf(i) is >= 0 and var waypoint)
                json.WriteNumber("waypoint_index", waypoint);
            else
                json.WriteNull("waypoint_index");
            json.WriteNumber("alternatives_count", matches[match].OtherCount[point]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
