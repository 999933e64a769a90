namespace Dispatch.Roads.Isochrones;

/// <summary>Draws how far one gets: an exact search along the roads, then an outline around what it reached.</summary>
internal static class IsochroneDrawing
{
    /// <summary>Cells of the grid by which the outline stays off the roads: every reached point of a road is well inside.</summary>
    public const double BesideCells = 1.2;

    private const int LongestSeconds = 24 * 3600;

    /// <exception cref="ArgumentException">A time is not 1 s to a day.</exception>
    public static IReadOnlyList<Isochrone> Draw(RoadMetric metric, Snap from, IReadOnlyList<int> seconds, CancellationToken ct)
    {
        if (seconds.Any(one => one is < 1 or > LongestSeconds))
            throw new ArgumentException("Every time must be 1 s to a day.", nameof(seconds));
        if (seconds.Count == 0)
            return [];

        var search = new ReachSearch(metric, from, seconds.Max() * 1000, ct);
        var isochrones = new List<Isochrone>();
        foreach (var one in seconds)
        {
            ct.ThrowIfCancellationRequested();
            ReachedStretch[] stretches = [.. search.Within(one * 1000)];
            if (stretches.Length == 0)
            {
                isochrones.Add(new Isochrone(one, []));
                continue;
            }

            var field = new DistanceField(stretches);
            isochrones.Add(new Isochrone(one, new Outline(field, BesideCells * field.CellMetres).Draw()));
        }

        return isochrones;
    }
}
