using System.Collections.Concurrent;
using Dispatch.Domain.Places;
using Dispatch.Roads;

namespace Dispatch.Grains.Roads;

/// <summary>Travel times by our own road engine; a query for each thread that asks, taken from a pool.</summary>
internal sealed class RoadTravelTimes(RoadMap map) : ITravelTimes
{
    private const double SnapMetres = 1000;
    private readonly ConcurrentBag<RoadQuery> idle = [];

    /// <inheritdoc />
    public string Version => map.Version;

    /// <inheritdoc />
    public bool Covers(GeoPoint place) => map.Bounds.Contains(Point(place));

    /// <inheritdoc />
    public (GeoPoint Position, double DistanceMetres)? Snap(GeoPoint place) =>
        map.SnapToRoad(Point(place), SnapMetres) is { } snap
            ? (new GeoPoint(snap.Position.Latitude, snap.Position.Longitude), snap.DistanceMetres)
            : null;

    /// <inheritdoc />
    public void Table(IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, Span<int> seconds, Span<int> metres, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(targets);
        var (from, to) = (Snaps(sources, out var fromIndex), Snaps(targets, out var toIndex));
        seconds.Fill(ITravelTimes.NoRoad);
        metres.Clear();
        if (from.Length == 0 || to.Length == 0)
            return;
        var (found, lengths) = (new int[from.Length * to.Length], new int[from.Length * to.Length]);
        var query = Rent();
        try
        {
            query.Table(from, to, found, lengths, cancellation);
        }
        finally
        {
            idle.Add(query);
        }

        for (var s = 0; s < from.Length; s++)
        {
            for (var t = 0; t < to.Length; t++)
            {
                var at = fromIndex[s] * targets.Count + toIndex[t];
                seconds[at] = found[s * to.Length + t] == RoadQuery.NoRoad ? ITravelTimes.NoRoad : found[s * to.Length + t];
                metres[at] = seconds[at] == ITravelTimes.NoRoad ? 0 : lengths[s * to.Length + t];
            }
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<GeoPoint> Path(GeoPoint from, GeoPoint to)
    {
        if (map.SnapToRoad(Point(from), SnapMetres) is not { } start || map.SnapToRoad(Point(to), SnapMetres) is not { } end)
            return [];
        var query = Rent();
        try
        {
            return query.FindPath(start, end) is { } path ? [.. path.Points.Select(point => new GeoPoint(point.Latitude, point.Longitude))] : [];
        }
        finally
        {
            idle.Add(query);
        }
    }

    private RoadQuery Rent() => idle.TryTake(out var query) ? query : map.CreateQuery();

    // Places off the road are left out; their rows and columns keep "no road".
    private Snap[] Snaps(IReadOnlyList<GeoPoint> places, out List<int> indices)
    {
        var (snaps, kept) = (new List<Snap>(), new List<int>());
        for (var i = 0; i < places.Count; i++)
        {
            if (map.SnapToRoad(Point(places[i]), SnapMetres) is not { } snap)
                continue;
            snaps.Add(snap);
            kept.Add(i);
        }

        indices = kept;
        return [.. snaps];
    }

    private static MapPoint Point(GeoPoint place) => new(place.Latitude, place.Longitude);
}
