using Dispatch.Domain.Places;
using Dispatch.Grains.Roads;
using Dispatch.Planning;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>Drive times between all places of a day; a new place adds a row and a column.</summary>
/// <remarks>One table for each part of the day in which they differ, see <see cref="ITravelTimes.PartsOf"/>; mostly that is one alone.</remarks>
/// <param name="roads">Where they come from.</param>
/// <param name="day">Which day of the week it is.</param>
internal sealed class TravelTable(ITravelTimes roads, Func<IsoDayOfWeek> day)
{
    private readonly Dictionary<GeoPoint, int> index = [];
    private readonly List<GeoPoint> places = [];
    private IReadOnlyList<(int Second, int Part)> parts = [(0, 0)];
    private Dictionary<int, int[]> secondsByPart = new() { [0] = [] };
    private int[] metres = [];
    private int capacity;
    private readonly Dictionary<int, TravelMatrix> byPace = [];
    private TravelMatrix? matrix;
    private (int[] Percents, TravelMatrix Whole)? paced;
    private string version = "";

    /// <summary>How many places.</summary>
    public int Count => places.Count;

    /// <summary>The place's number; it must have been added.</summary>
    public int this[GeoPoint place] => index[place];

    /// <summary>Drive time in seconds for who leaves at a second of the day, with a van that takes so many hundredths of the map's time.</summary>
    public int Seconds(int from, int to, int departure, int percent) => AtPace(percent).DriveSeconds(from, to, departure);

    /// <summary>Length of that drive in metres.</summary>
    public int Metres(int from, int to) => metres[from * capacity + to];

    /// <summary>Whether a place is in the table.</summary>
    public bool Holds(GeoPoint place) => index.ContainsKey(place);

    /// <summary>The part of the day that a second lies in, for ways: the same number as long as times are the same.</summary>
    public int PartAt(int second) => parts.Last(part => part.Second <= Math.Max(0, second)).Part;

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
        var askedParts = isOutdated ? roads.PartsOf(day()) : parts;
        var answers = await Task.Run(() => askedParts.Select(part => part.Part).Distinct().ToDictionary(part => part, part => Ask(old, fresh, part)));

        (matrix, paced) = (null, null);
        byPace.Clear();
        if (isOutdated)
        {
            index.Clear();
            places.Clear();
            (parts, capacity, metres) = (askedParts, 0, []);
            secondsByPart = answers.ToDictionary(answer => answer.Key, _ => Array.Empty<int>());
        }

        version = asked;
        Grow(old.Length + fresh.Length);
        foreach (var place in fresh)
        {
            if (index.TryAdd(place, places.Count))
                places.Add(place);
        }

        foreach (var (part, answer) in answers)
            Take(answer, old.Length, fresh.Length, secondsByPart[part]);
    }

    /// <summary>A copy of the times between all places for the planner, by their numbers; the same until the table changes.</summary>
    public TravelMatrix Matrix() => matrix ??= Copied();

    /// <summary>The same by kind of van; the same until the table changes or other vans are asked for.</summary>
    /// <param name="percents">How long each kind takes, in hundredths of the map's time, by number of the kind.</param>
    public TravelMatrix Matrix(int[] percents)
    {
        if (paced is { } known && known.Percents.AsSpan().SequenceEqual(percents))
            return known.Whole;
        paced = (percents, TravelMatrix.ByVehicle([.. percents.Select(AtPace)]));
        return paced.Value.Whole;
    }

    private TravelMatrix AtPace(int percent)
    {
        if (!byPace.TryGetValue(percent, out var found))
            byPace.Add(percent, found = Matrix().AtPace(percent));
        return found;
    }

    private TravelMatrix Copied()
    {
        var copies = secondsByPart.ToDictionary(table => table.Key, table => Copy(table.Value));
        return new TravelMatrix([.. parts.Select(part => part.Second)], [.. parts.Select(part => copies[part.Part])], places.Count);
    }

    private int[] Copy(int[] seconds)
    {
        var copy = new int[places.Count * places.Count];
        for (var from = 0; from < places.Count; from++)
            seconds.AsSpan(from * capacity, places.Count).CopyTo(copy.AsSpan(from * places.Count));
        return copy;
    }

    private Answer Ask(GeoPoint[] old, GeoPoint[] fresh, int part)
    {
        var answer = new Answer(fresh.Length * (old.Length + fresh.Length), old.Length * fresh.Length);
        roads.Table(fresh, [.. old, .. fresh], part, answer.Rows, answer.RowMetres, CancellationToken.None);
        if (old.Length > 0)
            roads.Table(old, fresh, part, answer.Columns, answer.ColumnMetres, CancellationToken.None);
        return answer;
    }

    private void Take(Answer answer, int old, int fresh, int[] seconds)
    {
        for (var f = 0; f < fresh; f++)
        {
            for (var to = 0; to < old + fresh; to++)
                Set(seconds, old + f, to, answer.Rows[f * (old + fresh) + to], answer.RowMetres[f * (old + fresh) + to]);
            for (var from = 0; from < old; from++)
                Set(seconds, from, old + f, answer.Columns[from * fresh + f], answer.ColumnMetres[from * fresh + f]);
        }
    }

    private void Set(int[] seconds, int from, int to, int time, int length) =>
        (seconds[from * capacity + to], metres[from * capacity + to]) = (from == to ? 0 : time, from == to ? 0 : length);

    private void Grow(int needed)
    {
        if (needed <= capacity)
            return;
        var size = Math.Max(needed, capacity * 3 / 2);
        foreach (var part in secondsByPart.Keys.ToList())
            secondsByPart[part] = Grown(secondsByPart[part], size);
        (metres, capacity) = (Grown(metres, size), size);
    }

    private int[] Grown(int[] table, int size)
    {
        var grown = new int[size * size];
        for (var row = 0; row < Math.Min(places.Count, capacity); row++)
            Array.Copy(table, row * capacity, grown, row * size, places.Count);
        return grown;
    }

    /// <summary>Times and lengths of the drives from and to new places.</summary>
    private sealed class Answer(int rows, int columns)
    {
        public int[] Rows { get; } = new int[rows];

        public int[] RowMetres { get; } = new int[rows];

        public int[] Columns { get; } = new int[columns];

        public int[] ColumnMetres { get; } = new int[columns];
    }
}
