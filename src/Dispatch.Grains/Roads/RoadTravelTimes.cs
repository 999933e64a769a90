using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Roads;
using Dispatch.Roads.Learning;
using NodaTime;
using NodaTime.Extensions;

namespace Dispatch.Grains.Roads;

/// <summary>Travel times by our own road engine.</summary>
internal sealed class RoadTravelTimes(RoadsNow roads) : ITravelTimes
{
    private const double SnapMetres = 1000;

    /// <inheritdoc />
    public string Version => roads.Version;

    /// <inheritdoc />
    public void Change(TerritoryId territory, long number, IReadOnlyList<ClosureView> closures) =>
        roads.Change(territory.Value, number, [.. closures.Select(ChangeOf)]);

    /// <inheritdoc />
    public bool Covers(GeoPoint place) => roads.Map.Bounds.Contains(Point(place));

    /// <inheritdoc />
    public (GeoPoint Position, double DistanceMetres)? Snap(GeoPoint place) =>
        roads.Map.SnapToRoad(Point(place), SnapMetres) is { } snap ? (Place(snap.Position), snap.DistanceMetres) : null;

    /// <inheritdoc />
    public IReadOnlyList<(int Second, int Part)> PartsOf(IsoDayOfWeek day)
    {
        var begun = new List<(int Second, int Part)>();
        foreach (var (second, part) in DayParts.Begins.Zip(DayParts.Of(day.ToDayOfWeek())))
        {
            if (begun.Count == 0 || !roads.AreAlike(begun[^1].Part, part))
                begun.Add((second, part));
        }

        return begun;
    }

    /// <inheritdoc />
    public void Table(IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, int part, Span<int> seconds, Span<int> metres, CancellationToken cancellation) =>
        roads.Table([.. sources.Select(Point)], [.. targets.Select(Point)], SnapMetres, seconds, metres, cancellation, part);

    /// <inheritdoc />
    public IReadOnlyList<GeoPoint> Path(GeoPoint from, GeoPoint to, int part) =>
        roads.FindPath(Point(from), Point(to), SnapMetres, part) is { } path ? [.. path.Points.Select(Place)] : [];

    private static RoadChange ChangeOf(ClosureView closure)
    {
        MapPoint[] shape = [.. closure.Shape.Select(Point)];
        return (closure.IsArea, closure.Factor) switch
        {
            (true, null) => RoadChange.CloseArea(shape),
            (true, { } times) => RoadChange.SlowArea(shape, times),
            (false, null) => RoadChange.CloseLine(shape),
            (false, { } times) => RoadChange.SlowLine(shape, times),
        };
    }

    private static MapPoint Point(GeoPoint place) => new(place.Latitude, place.Longitude);

    private static GeoPoint Place(MapPoint point) => new(point.Latitude, point.Longitude);
}
