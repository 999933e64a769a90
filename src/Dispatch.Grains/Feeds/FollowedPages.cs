using System.Diagnostics;
using Dispatch.Domain.Ids;

namespace Dispatch.Grains.Feeds;

/// <summary>The visits whose pages somebody has open. Who still looks says so each minute; silence for three ends it.</summary>
internal sealed class FollowedPages
{
    private static readonly TimeSpan SilenceEnds = TimeSpan.FromMinutes(3);
    private readonly Dictionary<VisitId, long> heard = [];

    /// <summary>Somebody has the visit's page open.</summary>
    public void Follow(VisitId visit) => heard[visit] = Stopwatch.GetTimestamp();

    /// <summary>Whether somebody has it open.</summary>
    public bool Holds(VisitId visit)
    {
        if (!heard.TryGetValue(visit, out var at))
            return false;
        if (Stopwatch.GetElapsedTime(at) < SilenceEnds)
            return true;
        heard.Remove(visit);
        return false;
    }
}
