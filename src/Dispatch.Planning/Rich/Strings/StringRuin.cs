using Dispatch.Planning.Search;

namespace Dispatch.Planning.Rich.Strings;

/// <summary>Chooses the strings: near one visit, each from another route, as long as the average route allows; every other one with a stop left in its midst.</summary>
internal sealed class StringRuin(int visitCount, int routeCount)
{
    private const int AverageRemoved = 10;
    private const int LongestString = 10;

    private readonly int[] absent = new int[visitCount];
    private readonly int[] taken = new int[2 * LongestString + 2];
    private readonly int[] ruinedAt = new int[routeCount];
    private int round;

    /// <summary>Takes strings off; gives all leading visits that are now on no route.</summary>
    public Span<int> Take<T>(T routes, ref Dice dice)
        where T : IStringRoutes
    {
        round++;
        var (used, placed) = (0, 0);
        for (var r = 0; r < routeCount; r++)
        {
            var length = routes.Stops(r).Length;
            used += length == 0 ? 0 : 1;
            placed += length;
        }

        var average = used == 0 ? 1 : Math.Max(1, placed / used);
        // Whole short routes now and then: from a tight one nothing shorter leads on.
        var longest = Math.Min(LongestString, dice.Below(8) == 0 ? LongestString : average);
        var strings = 1 + dice.Below(Math.Max(1, 4 * AverageRemoved / (1 + longest) - 1));
        var seed = dice.Below(visitCount);
        Ruin(routes, seed, longest, ref strings, ref dice);
        foreach (var near in routes.Near(seed))
        {
            if (strings == 0)
                break;
            Ruin(routes, near, longest, ref strings, ref dice);
        }

        var count = 0;
        for (var v = 0; v < visitCount; v++)
        {
            if (routes.RouteOf(v) < 0 && routes.IsLeading(v))
                absent[count++] = v;
        }

        return absent.AsSpan(0, count);
    }

    private void Ruin<T>(T routes, int visit, int longest, ref int strings, ref Dice dice)
        where T : IStringRoutes
    {
        var route = routes.RouteOf(visit);
        if (route < 0 || ruinedAt[route] == round)
            return;
        var stops = routes.Stops(route);
        var at = stops.IndexOf(visit);
        if (at < 0)
            return;
        ruinedAt[route] = round;
        strings--;
        var length = 1 + dice.Below(Math.Min(longest, stops.Length));
        var left = stops.Length > length && dice.Below(2) == 0 ? 1 : 0;
        var from = Math.Clamp(at - dice.Below(length + left), 0, stops.Length - length - left);
        var spared = left == 0 ? -1 : from + dice.Below(length + left);
        var count = 0;
        for (var i = from; i < from + length + left; i++)
        {
            if (i != spared)
                taken[count++] = stops[i];
        }

        for (var i = 0; i < count; i++)
        {
            // One may have gone along with another.
            if (routes.RouteOf(taken[i]) >= 0)
                routes.TakeOff(taken[i]);
        }
    }
}
