using Dispatch.Roads;
using Dispatch.Roads.Learning;
using Dispatch.Roads.Matching;

namespace Dispatch.Web.Tests;

/// <summary>Speeds of streets learned from drives that took longer than the map says, on working days and weekends, by morning and by noon.</summary>
internal static class TaughtStreets
{
    private const int Drives = 5;
    private static readonly double[] Slower = [1.3, 1.8, 3];

    public static LearnedSpeeds Of(RoadMap map)
    {
        var (speeds, matcher, query) = (new LearnedSpeeds(map), new TraceMatcher(map), map.CreateQuery());
        var homes = map.Addresses.HomesOnStreets(12, 5).Select(home => map.SnapToRoad(home.Position)!.Value).ToList();
        for (var pair = 0; pair + 1 < homes.Count; pair++)
        {
            if (query.FindPath(homes[pair], homes[pair + 1]) is not { } path)
                continue;
            var slower = Slower[pair % Slower.Length];
            var trace = new List<TracePoint>();
            for (var second = 0; second <= path.Seconds * slower; second += 4)
                trace.Add(new TracePoint(path.PositionAt(second / slower, out _), second, 5));
            var matches = matcher.Match(trace);
            foreach (var day in new[] { 6, 7 }) // A Friday and a Saturday.
            {
                for (var drive = 0; drive < 2 * Drives; drive++)
                    speeds.Learn(matches, trace, new DateTime(2026, 3, day, drive % 2 == 0 ? 8 : 11, 0, 0, DateTimeKind.Unspecified));
            }
        }

        return speeds;
    }
}
