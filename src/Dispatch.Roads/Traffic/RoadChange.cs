namespace Dispatch.Roads;

/// <summary>What is otherwise on some streets than on the prepared map: closed, or slower.</summary>
/// <remarks>
/// Streets are told by drawing. A line means the streets that it runs along, those of which at least half lies near it; when there are
/// none it was drawn across, and means the streets that it crosses. An area means the streets that it touches when they are closed,
/// and those of which at least half lies in it when they are slowed.
/// </remarks>
public sealed class RoadChange
{
    private const double SlowestFactor = 100;
    private const double QuickestFactor = 0.2;

    private RoadChange(IReadOnlyList<MapPoint> shape, bool isArea, double? factor)
    {
        foreach (var point in shape)
        {
            if (!(Math.Abs(point.Latitude) <= 90) || !(Math.Abs(point.Longitude) <= 180))
                throw new ArgumentException("A drawn point is not on the earth; give degrees, latitude first.", nameof(shape));
        }

        if (shape.Count < (isArea ? 3 : 2))
            throw new ArgumentException($"Draw {(isArea ? "three" : "two")} points or more.", nameof(shape));
        if (factor is { } times && !(times is >= QuickestFactor and <= SlowestFactor))
            throw new ArgumentOutOfRangeException(nameof(factor), "Drives may take 0.2 to 100 times as long.");

        (Shape, IsArea, Factor) = ([.. shape], isArea, factor);
    }

    /// <summary>Tells whether two changes mean the same.</summary>
    internal static IEqualityComparer<RoadChange> SameMeaning { get; } = EqualityComparer<RoadChange>.Create(
        (a, b) => a is not null && b is not null && a.IsArea == b.IsArea && a.Factor == b.Factor && a.Shape.SequenceEqual(b.Shape));

    /// <summary>The points that were drawn; an area goes from its last one back to its first.</summary>
    public IReadOnlyList<MapPoint> Shape { get; }

    /// <summary>Whether they bound an area.</summary>
    public bool IsArea { get; }

    /// <summary>How many times as long a drive takes, 0.2 to 100; null when nobody may drive there.</summary>
    public double? Factor { get; }

    /// <summary>Closes the streets along a line, or across it.</summary>
    /// <exception cref="ArgumentException">Fewer than two points, or one that is not on the earth.</exception>
    public static RoadChange CloseLine(IReadOnlyList<MapPoint> line) => new(line, isArea: false, null);

    /// <summary>Closes the streets that an area touches.</summary>
    /// <exception cref="ArgumentException">Fewer than three points, or one that is not on the earth.</exception>
    public static RoadChange CloseArea(IReadOnlyList<MapPoint> area) => new(area, isArea: true, null);

    /// <summary>Slows the streets along a line.</summary>
    /// <exception cref="ArgumentException">Fewer than two points, one that is not on the earth, or a factor beyond its bounds.</exception>
    public static RoadChange SlowLine(IReadOnlyList<MapPoint> line, double factor) => new(line, isArea: false, factor);

    /// <summary>Slows the streets in an area.</summary>
    /// <exception cref="ArgumentException">Fewer than three points, one that is not on the earth, or a factor beyond its bounds.</exception>
    public static RoadChange SlowArea(IReadOnlyList<MapPoint> area, double factor) => new(area, isArea: true, factor);
}
