using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Roads;
using Dispatch.Roads.Matching;
using NodaTime;

namespace Dispatch.Grains.Roads;

/// <summary>A drive that is over: where somebody was and when, and nothing else of that person but who must be asked whether it was on duty.</summary>
/// <param name="Begin">Second 0 of the trace.</param>
/// <param name="Changed">Segments that were closed or slowed at some moment of it; they teach nothing.</param>
internal sealed record Drive(TechnicianId Technician, TerritoryId Territory, Instant Begin, IReadOnlyList<TracePoint> Trace, IReadOnlySet<int> Changed);

/// <summary>The running trace of one technician, in memory alone; a gap and a stop end the drive.</summary>
internal sealed class DriveTrace(TechnicianId technician)
{
    private const double LongestGapSeconds = 60;
    private const double ThinnedToSeconds = 3;
    private const double StopMetres = 30;
    private const double StopSeconds = 120; // Longer than a light shows red.
    private const double WorstAccuracyMetres = 100;
    private const int FewestFixes = 8;
    private const int MostFixes = 2_000;

    private readonly List<(Instant At, TracePoint Fix)> fixes = [];
    private HashSet<int> changed = [];
    private IReadOnlySet<int>? lastChanged;

    /// <summary>Takes in a position.</summary>
    /// <param name="changedSegments">What is closed or slowed at that moment.</param>
    /// <returns>The drive that it ends; none while one goes on, or where what has ended is too short to say anything.</returns>
    public Drive? Add(PositionReport report, TerritoryId territory, IReadOnlySet<int> changedSegments)
    {
        if (report.AccuracyMetres is > WorstAccuracyMetres)
            return null;
        Drive? over = null;
        if (fixes is [.., var last])
        {
            var pause = (report.FixAt - last.At).TotalSeconds;
            if (pause < ThinnedToSeconds)
                return null;
            if (pause > LongestGapSeconds || fixes.Count == MostFixes)
                over = End(territory, fixes.Count);
        }

        if (changedSegments != lastChanged)
        {
            lastChanged = changedSegments;
            changed.UnionWith(changedSegments);
        }

        var place = new MapPoint(report.Position.Latitude, report.Position.Longitude);
        fixes.Add((report.FixAt, new TracePoint(place, 0, Math.Clamp(report.AccuracyMetres ?? 10, 3, 50))));
        // Who stands drives no more: what remains of the trace is where the next drive begins.
        var stop = fixes.Count - 1;
        while (stop > 0 && Position(stop - 1).DistanceMetres(report.Position) <= StopMetres)
            stop--;
        return (report.FixAt - fixes[stop].At).TotalSeconds >= StopSeconds ? End(territory, stop + 1) ?? over : over;
    }

    private GeoPoint Position(int at) => new(fixes[at].Fix.Place.Latitude, fixes[at].Fix.Place.Longitude);

    private Drive? End(TerritoryId territory, int count)
    {
        // Waiting to set out is no driving either.
        var first = 0;
        while (first + 1 < count && Position(first + 1).DistanceMetres(Position(0)) <= StopMetres)
            first++;
        var begin = fixes[first].At;
        var drive = count - first < FewestFixes
            ? null
            : new Drive(technician, territory, begin, [.. fixes.Take(count).Skip(first).Select(fix => fix.Fix with { Seconds = (fix.At - begin).TotalSeconds })], changed);
        fixes.RemoveRange(0, count);
        (changed, lastChanged) = ([], null);
        return drive;
    }
}
