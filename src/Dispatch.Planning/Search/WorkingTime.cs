namespace Dispatch.Planning.Search;

/// <summary>The working time of routes, from the latest leaving to being back, joined from what is before and after a place.</summary>
/// <remarks>A segment is its least duration and the earliest and latest start that give it; segments join in constant time: Vidal et al. (2013).</remarks>
internal sealed class WorkingTime(FlatDay day, TourNode[] nodes)
{
    private readonly Segment[] upTo = new Segment[day.NodeCount];
    private readonly Segment[] from = new Segment[day.NodeCount];

    /// <summary>Computes a route's segments.</summary>
    public void Compute(int route)
    {
        var (start, end) = (day.Start(route), day.End(route));
        upTo[start] = Segment.Of(day.Stops[start]);
        for (var node = start; node != end; node = nodes[node].Next)
            upTo[nodes[node].Next] = upTo[node].Then(Segment.Of(day.Stops[nodes[node].Next]), nodes[node].DriveNext);
        from[end] = Segment.Of(day.Stops[end]);
        for (var node = nodes[end].Previous; node >= 0; node = nodes[node].Previous)
            from[node] = Segment.Of(day.Stops[node]).Then(from[nodes[node].Next], nodes[node].DriveNext);
    }

    /// <summary>The working time of a route.</summary>
    public int Of(int route) => from[day.Start(route)].Duration;

    /// <summary>The working time that a route would have with a visit behind a node.</summary>
    public int With(int visit, int behind, int drive, int driveOn) =>
        upTo[behind].Then(Segment.Of(day.Stops[visit]), drive).Then(from[nodes[behind].Next], driveOn).Duration;

    /// <summary>The working time of a route that goes on behind a node with another node and what follows that.</summary>
    public int Joined(int behind, int onward, int drive) => upTo[behind].Then(from[onward], drive).Duration;

    private readonly record struct Segment(int Duration, int Earliest, int Latest)
    {
        public static Segment Of(StopFacts stop) => new(stop.Duration, stop.Open, stop.Close);

        public Segment Then(Segment next, int drive)
        {
            var after = Duration + drive;
            var waiting = Math.Max(0, next.Earliest - after - Latest);
            return new Segment(after + next.Duration + waiting, Math.Max(next.Earliest - after, Earliest) - waiting, Math.Min(next.Latest - after, Latest));
        }
    }
}
