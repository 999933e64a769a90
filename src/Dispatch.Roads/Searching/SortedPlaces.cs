using Dispatch.Roads.Contraction;

namespace Dispatch.Roads.Searching;

/// <summary>Places in the order of the tree, so that those which share much of their way up stand side by side.</summary>
internal sealed class SortedPlaces
{
    private readonly SegmentTree tree;

    public SortedPlaces(SegmentTree tree, ReadOnlySpan<Snap> places)
    {
        this.tree = tree;
        var groups = new int[places.Length];
        Original = new int[places.Length];
        for (var place = 0; place < places.Length; place++)
        {
            Original[place] = place;
            // Those on no road come last, in no group.
            groups[place] = places[place].Segment < 0 || tree.GroupOf[places[place].Segment] < 0
                ? int.MaxValue
                : tree.GroupOf[places[place].Segment];
        }

        Array.Sort(groups, Original);
        Groups = groups;
        Places = new Snap[places.Length];
        for (var at = 0; at < places.Length; at++)
        {
            Places[at] = places[Original[at]];
            OnRoad += groups[at] == int.MaxValue ? 0 : 1;
        }
    }

    /// <summary>The places, those on no road last.</summary>
    public Snap[] Places { get; }

    /// <summary>By place: where it stood before.</summary>
    public int[] Original { get; }

    /// <summary>By place: its group in the tree.</summary>
    public int[] Groups { get; }

    /// <summary>How many are on a road.</summary>
    public int OnRoad { get; }

    /// <summary>How many positions each place's way up has in common with that of a group.</summary>
    public void Common(int group, Span<ushort> lengths)
    {
        lengths.Clear();
        var low = Groups.AsSpan(0, OnRoad).BinarySearch(group);
        low = low < 0 ? ~low : low;
        while (low > 0 && Groups[low - 1] == group)
            low--;
        var high = low;
        for (; group >= 0; group = tree.Parents[group])
        {
            var length = (ushort)tree.ChainEnd(group);
            while (low > 0 && Groups[low - 1] >= group)
                lengths[--low] = length;
            var last = tree.LastBelow[group];
            while (high < OnRoad && Groups[high] <= last)
                lengths[high++] = length;
        }
    }
}
