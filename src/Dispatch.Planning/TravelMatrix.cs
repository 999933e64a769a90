namespace Dispatch.Planning;

/// <summary>Drive times between all places of one problem.</summary>
/// <remarks>Row-major, n × n, whole seconds; not symmetric; <see cref="NoRoad"/> where no road leads.</remarks>
public sealed class TravelMatrix
{
    /// <summary>Stands for "no road leads there".</summary>
    public const int NoRoad = int.MaxValue;

    private readonly int[] seconds;

    /// <param name="seconds">Row-major; kept, not copied.</param>
    /// <param name="placeCount">n.</param>
    /// <exception cref="ArgumentException">The length is not n², or a time is negative.</exception>
    public TravelMatrix(int[] seconds, int placeCount)
    {
        ArgumentNullException.ThrowIfNull(seconds);
        if (placeCount < 0 || seconds.Length != (long)placeCount * placeCount)
            throw new ArgumentException($"A table of {placeCount} places has {(long)placeCount * placeCount} times, not {seconds.Length}.", nameof(seconds));
        if (seconds.Any(time => time < 0))
            throw new ArgumentException("A drive time is negative.", nameof(seconds));
        this.seconds = seconds;
        PlaceCount = placeCount;
    }

    /// <summary>How many places.</summary>
    public int PlaceCount { get; }

    /// <summary>Drive time in seconds, or <see cref="NoRoad"/>.</summary>
    public int this[int from, int to] => seconds[from * PlaceCount + to];
}
