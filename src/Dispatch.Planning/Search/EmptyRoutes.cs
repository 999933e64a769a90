namespace Dispatch.Planning.Search;

/// <summary>The routes that nobody uses, by kind of technician; one of a kind is as good as any other.</summary>
internal sealed class EmptyRoutes
{
    private readonly int[] kindOf;
    private readonly int[] kinds;
    private readonly int[] kindAt;
    private readonly int[] first;
    private readonly int[] next;
    private readonly int[] previous;

    public EmptyRoutes(FlatDay day)
    {
        kindOf = day.Kinds.Of;
        (kinds, kindAt, first) = (new int[day.Kinds.Count], new int[day.Kinds.Count], new int[day.Kinds.Count]);
        (next, previous) = (new int[kindOf.Length], new int[kindOf.Length]);
        Clear();
    }

    /// <summary>How many kinds have an empty route.</summary>
    public int KindCount { get; private set; }

    /// <summary>An empty route of each such kind, by number 0 to <see cref="KindCount"/> - 1.</summary>
    public int Of(int index) => first[kinds[index]];

    public void Clear()
    {
        Array.Fill(first, -1);
        KindCount = 0;
    }

    public void Add(int route)
    {
        var kind = kindOf[route];
        (next[route], previous[route]) = (first[kind], -1);
        if (first[kind] >= 0)
        {
            previous[first[kind]] = route;
        }
        else
        {
            kindAt[kind] = KindCount;
            kinds[KindCount++] = kind;
        }

        first[kind] = route;
    }

    public void Remove(int route)
    {
        var kind = kindOf[route];
        if (next[route] >= 0)
            previous[next[route]] = previous[route];
        if (previous[route] >= 0)
            next[previous[route]] = next[route];
        else
            first[kind] = next[route];
        if (first[kind] >= 0)
            return;
        var last = kinds[--KindCount];
        kinds[kindAt[kind]] = last;
        kindAt[last] = kindAt[kind];
    }
}
