using Dispatch.Domain.Places;
using Dispatch.Grains.Roads;

namespace Dispatch.Grains.DayPlans;

/// <summary>Drive times between all places of a day; a new place adds a row and a column.</summary>
internal sealed class TravelTable(ITravelTimes roads)
{
    private readonly Dictionary<GeoPoint, int> index = [];
    private readonly List<GeoPoint> places = [];
    private int[] seconds = [];
    private int[] metres = [];
    private int capacity;
    private Planning.TravelMatrix? matrix;
    private string version = "";

    /// <summary>How many places.</summary>
    public int Count => places.Count;

    /// <summary>The place's number; it must have been added.</summary>
    public int this[GeoPoint place] => index[place];

    /// <summary>Drive time in seconds.</summary>
    public int Seconds(int from, int to) => seconds[from * capacity + to];

    /// <summary>Length of that drive in metres.</summary>
    public int Metres(int from, int to) => metres[from * capacity + to];

    /// <summary>Whether a place is in the table.</summary>
    public bool Holds(GeoPoint place) => index.ContainsKey(place);

    /// <summary>Adds what is missing, and asks all anew where map or traffic are no longer what the times come from. Runs on the pool, for the first table of a day takes its time.</summary>
    public async Task AddAsync(IEnumerable<GeoPoint> wanted)
    {
        // Old times and new ones do not mix: after a change all is asked anew, and taken when all of it is there.
        var asked = roads.Version;
        var isOutdated = asked != version;
        GeoPoint[] fresh = [.. (isOutdated ? places.Concat(wanted) : wanted.Where(place => !index.ContainsKey(place))).Distinct()];
        if (fresh.Length == 0)
            return;
        GeoPoint[] old = isOutdated ? [] : [.. places];
        var (rows, rowMetres) = (new int[fresh.Length * (old.Length + fresh.Length)], new int[fresh.Length * (old.Length + fresh.Length)]);
        var (columns, columnMetres) = (new int[old.Length * fresh.Length], new int[old.Length * fresh.Length]);
        await Task.Run(() =>
        {
            roads.Table(fresh, [.. old, .. fresh], rows, rowMetres, CancellationToken.None);
            if (old.Length > 0)
                roads.Table(old, fresh, columns, columnMetres, CancellationToken.None);
        });

        matrix = null;
        if (isOutdated)
        {
            index.Clear();
            places.Clear();
        }

        version = asked;
        Grow(old.Length + fresh.Length);
        foreach (var place in fresh)
        {
            if (index.TryAdd(place, places.Count))
                places.Add(place);
        }

        for (var f = 0; f < fresh.Length; f++)
        {
            for (var to = 0; to < old.Length + fresh.Length; to++)
                Set(old.Length + f, to, rows[f * (old.Length + fresh.Length) + to], rowMetres[f * (old.Length + fresh.Length) + to]);
            for (var from = 0; from < old.Length; from++)
                Set(from, old.Length + f, columns[from * fresh.Length + f], columnMetres[from * fresh.Length + f]);
        }
    }

    /// <summary>A copy of the times between all places for the planner, by their numbers; the same until the table changes.</summary>
    public Planning.TravelMatrix Matrix() => matrix ??= Copied();

    private Planning.TravelMatrix Copied()
    {
        var copy = new int[places.Count * places.Count];
        for (var from = 0; from < places.Count; from++)
            seconds.AsSpan(from * capacity, places.Count).CopyTo(copy.AsSpan(from * places.Count));
        return new Planning.TravelMatrix(copy, places.Count);
    }

    private void Set(int from, int to, int time, int length) =>
        (seconds[from * capacity + to], metres[from * capacity + to]) = (from == to ? 0 : time, from == to ? 0 : length);

    private void Grow(int needed)
    {
        if (needed <= capacity)
            return;
        var size = Math.Max(needed, capacity * 3 / 2);
        var (newSeconds, newMetres) = (new int[size * size], new int[size * size]);
        for (var row = 0; row < places.Count; row++)
        {
            Array.Copy(seconds, row * capacity, newSeconds, row * size, places.Count);
            Array.Copy(metres, row * capacity, newMetres, row * size, places.Count);
        }

        (seconds, metres, capacity) = (newSeconds, newMetres, size);
    }
}
