namespace Dispatch.Roads.Tiles;

/// <summary>Joins ways end to end into closed rings. OSM wiki: Relation:multipolygon/Algorithm, ring assignment.</summary>
internal static class Rings
{
    /// <summary>The rings; what does not close (a way missing from the extract) is closed straight if it has two ways or more, and dropped otherwise.</summary>
    public static IEnumerable<long[]> Join(IEnumerable<long[]> ways)
    {
        var open = new List<List<long>>();
        foreach (var way in ways.Where(way => way.Length > 1))
        {
            if (way[0] == way[^1])
            {
                yield return way;
                continue;
            }

            open.Add([.. way]);
        }

        while (open.Count > 0)
        {
            var ring = open[^1];
            open.RemoveAt(open.Count - 1);
            var joined = 1;
            while (ring[0] != ring[^1] && open.FindIndex(way => way[0] == ring[^1] || way[^1] == ring[^1]) is >= 0 and var next)
            {
                var way = open[next];
                open.RemoveAt(next);
                if (way[0] != ring[^1])
                    way.Reverse();
                ring.AddRange(way.Skip(1));
                joined++;
            }

            if (ring[0] != ring[^1] && joined > 1)
                ring.Add(ring[0]);
            if (ring[0] == ring[^1])
                yield return [.. ring];
        }
    }
}
