namespace Dispatch.Roads.Import;

/// <summary>Where wanted nodes lie: made from their ids, filled as the map's nodes pass by, then asked.</summary>
/// <remarks>Sixteen bytes a wanted node; what is not wanted costs nothing, so memory is in proportion to what is kept of a map.</remarks>
internal sealed class NodePlaces
{
    private readonly long[] ids;
    private readonly int[] latitudesE7;
    private readonly int[] longitudesE7;
    private int next;

    /// <param name="wanted">Ids in any order, repeated or not; sorted in place.</param>
    public NodePlaces(long[] wanted)
    {
        Array.Sort(wanted);
        var kept = 0;
        foreach (var id in wanted)
        {
            if (kept == 0 || wanted[kept - 1] != id)
                wanted[kept++] = id;
        }

        ids = wanted[..kept];
        latitudesE7 = new int[kept];
        longitudesE7 = new int[kept];
        Array.Fill(latitudesE7, int.MinValue);
    }

    /// <summary>Notes where a node lies, if it is wanted.</summary>
    public void Locate(in OsmNode node)
    {
        // Files are sorted as a rule, so the next wanted node is mostly the one after the last.
        var at = next < ids.Length && ids[next] == node.Id ? next : Array.BinarySearch(ids, node.Id);
        next = at < 0 ? ~at : at + 1;
        if (at < 0)
            return;

        latitudesE7[at] = node.LatitudeE7;
        longitudesE7[at] = node.LongitudeE7;
    }

    /// <summary>Where a node lies, in 1e-7 degrees; false when the map does not hold it.</summary>
    public bool TryFind(long id, out int latitudeE7, out int longitudeE7)
    {
        var at = Array.BinarySearch(ids, id);
        (latitudeE7, longitudeE7) = at < 0 ? (0, 0) : (latitudesE7[at], longitudesE7[at]);
        return at >= 0 && latitudeE7 != int.MinValue;
    }
}
