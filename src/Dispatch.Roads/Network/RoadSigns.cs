using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Network;

/// <summary>The signs of a map, each once, and which of them stands where a directed segment ends.</summary>
/// <remarks>
/// Lanes are tagged on the last stretch before a crossing: so the end of a segment speaks for it. Forward lanes of a placed sign are
/// those of who drives that way, whatever the order of the way's nodes.
/// </remarks>
internal sealed class RoadSigns(RoadCollector roads, RoadSegments segments, List<int> used)
{
    private readonly Dictionary<RoadSign, int> numbers = [];

    /// <summary>Each once, as text.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>By directed segment with its final number: its sign among <see cref="Lines"/>.</summary>
    public int[] Place()
    {
        var placed = new int[2 * used.Count];
        for (var directed = 0; directed < placed.Length; directed++)
        {
            var sign = SignAtEnd(2 * used[directed >> 1] + (directed & 1));
            if (!numbers.TryGetValue(sign, out placed[directed]))
            {
                numbers.Add(sign, placed[directed] = Lines.Count);
                Lines.Add(sign.Write());
            }
        }

        return placed;
    }

    private RoadSign SignAtEnd(int directed)
    {
        var steps = segments.StepsOf(directed >> 1);
        var last = (directed & 1) == 0 ? steps[^1] : steps[0] ^ 1;
        var sign = roads.Ways[segments.LastWay(directed)].Sign;
        return (last & 1) == 0 ? sign : sign with { LanesForward = sign.LanesBackward, LanesBackward = sign.LanesForward };
    }
}
