namespace Dispatch.Planning.Search;

/// <summary>What swapping the ends of two routes changes, told from what is known of their nodes.</summary>
internal sealed partial class StrictTours
{
    /// <summary>
    /// What swapping the ends of two routes changes, so that a node is followed by one of another route; long.MaxValue where a hard
    /// rule forbids it, where it is no less than a limit, and where the two technicians are not alike. For days where driving is all
    /// that counts.
    /// </summary>
    public long ChangeOfTails(int behind, int onward, int drive, long limit)
    {
        ref var from = ref Node(behind);
        ref var to = ref Node(onward);
        if (to.Route < 0 || to.Route == from.Route)
            return long.MaxValue;
        // Two arcs go; the second that comes is no less than nothing.
        var gone = (long)from.DriveNext + Node(to.Previous).DriveNext;
        if ((drive - gone) * day.DriveWeight - day.FixedCost[to.Route] >= limit || day.Kinds.Of[from.Route] != day.Kinds.Of[to.Route])
            return long.MaxValue;
        return Tails(behind, onward, drive, gone, limit);
    }

    private long Tails(int behind, int onward, int drive, long gone, long limit)
    {
        var (one, other) = (nodes[behind].Route, nodes[onward].Route);
        var (after, before) = (nodes[behind].Next, nodes[onward].Previous);
        // The other route gets what follows, or its own end behind what it keeps, or nothing at all.
        var next = after < day.VisitCount ? after : day.End(other);
        var isEmptied = before >= day.VisitCount && next >= day.VisitCount;
        var driveNext = isEmptied ? 0 : day.Drive(stops[before].Place, stops[next].Place);
        var change = (drive + driveNext - gone) * day.DriveWeight - (isEmptied ? day.FixedCost[other] : 0);
        if (change >= limit || !IsOpenBehind(behind) || !IsOpenBehind(before) || IsBroken(one) || IsBroken(other))
            return long.MaxValue;
        return Holds(behind, onward, drive, one) && (isEmptied || Holds(before, next, driveNext, other)) && HaveRoomForTails(onward, after, one, other)
            ? change
            : long.MaxValue;
    }

    // Whether what is behind a node can be reached in time from another one; both are as their routes know them.
    private bool Holds(int behind, int onward, int drive, int route)
    {
        if (work is not null && work.Joined(behind, onward, drive) > day.Problem.Technicians[route].MostWorkSeconds)
            return false;
        ref readonly var from = ref nodes[behind];
        ref readonly var to = ref nodes[onward];
        if (from.Ready1 + drive <= to.Latest1)
            return true;
        ref readonly var pause = ref pauses[route];
        return pause.IsThere && (from.Ready0 + drive <= to.Latest0 || pause.Arrive(from.Ready0, drive) <= to.Latest1);
    }
}
