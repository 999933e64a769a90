namespace Dispatch.Planning;

/// <summary>Drive times between all places of one problem, and distances where they count.</summary>
/// <remarks>Row-major, n × n, whole seconds; not symmetric; <see cref="NoRoad"/> where no road leads.</remarks>
public sealed class TravelMatrix
{
    /// <summary>Stands for "no road leads there".</summary>
    public const int NoRoad = int.MaxValue;

    private readonly int[] seconds;
    private readonly int[] distances;

    /// <param name="seconds">Row-major; kept, not copied.</param>
    /// <param name="placeCount">n.</param>
    /// <param name="distances">Row-major, in any unit; kept, not copied. None: the drive times stand for them.</param>
    /// <exception cref="ArgumentException">A length is not n², or a time or distance is negative.</exception>
    public TravelMatrix(int[] seconds, int placeCount, int[]? distances = null)
    {
        ArgumentNullException.ThrowIfNull(seconds);
        if (placeCount < 0 || seconds.Length != (long)placeCount * placeCount)
            throw new ArgumentException($"A table of {placeCount} places has {(long)placeCount * placeCount} times, not {seconds.Length}.", nameof(seconds));
        if (distances is not null && distances.Length != seconds.Length)
            throw new ArgumentException($"There are {seconds.Length} drive times but {distances.Length} distances.", nameof(distances));
        if (seconds.AsSpan().ContainsAnyInRange(int.MinValue, -1))
            throw new ArgumentException("A drive time is negative.", nameof(seconds));
        if (distances is not null && distances.AsSpan().ContainsAnyInRange(int.MinValue, -1))
            throw new ArgumentException("A distance is negative.", nameof(distances));
        this.seconds = seconds;
        this.distances = distances ?? seconds;
        PlaceCount = placeCount;
    }

    /// <summary>How many places.</summary>
    public int PlaceCount { get; }

    /// <summary>Drive time in seconds, or <see cref="NoRoad"/>.</summary>
    public int this[int from, int to] => seconds[from * PlaceCount + to];

    /// <summary>Distance in the unit that was given; the drive time where none was. Meaningless where no road leads.</summary>
    public int Distance(int from, int to) => distances[from * PlaceCount + to];

    /// <summary>The drive times, row-major.</summary>
    internal int[] Seconds => seconds;

    /// <summary>The distances, row-major; the same array as <see cref="Seconds"/> where none were given.</summary>
    internal int[] Distances => distances;
}
