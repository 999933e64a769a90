using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Grains.LearnedTimes;
using Dispatch.Planning;
using Dispatch.Planning.Intervals;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>What a finished visit teaches of how long drives, work and the minutes between take.</summary>
internal static class DayObservations
{
    private const int ShortestDriveSeconds = 60;
    private static readonly Duration LongestBetween = Duration.FromMinutes(20);

    /// <summary>What was observed of a visit that has just been done; empty where the facts came too late to tell.</summary>
    public static IReadOnlyList<TimeObserved> Of(DayPicture picture, VisitId id, TechnicianId technician)
    {
        var observed = new List<TimeObserved>();
        var visit = picture.State.Visits[id];
        if (visit.ArrivedAt is { } there && visit.OtherHalf is null)
            observed.AddRange(visit.Told.Select(told => told.Observed(there)));
        var stops = picture.BegunOf(technician);
        var at = stops.Select((stop, i) => (stop, i)).Where(pair => pair.stop.Visit == id).Select(pair => pair.i).DefaultIfEmpty(-1).First();
        if (at < 0 || visit is not { SetOutAt: { } setOut, ArrivedAt: { } arrived, EndedAt: { } ended })
            return observed;
        // Where two are needed, work began when both were there.
        var began = Halves.Other(picture.State, visit) is { ArrivedAt: { } otherArrived } ? Instant.Max(arrived, otherArrived) : arrived;
        // What could not be done counts too: those behind it are reached so much earlier.
        if (ended > began)
            observed.Add(new TimeObserved(ObservedTimes.WorkGroups(visit.Details.Type.Value, technician.Value), Ratio(ended - began, (int)picture.WorkOf(picture.State.Technicians[technician].Entry, visit).TotalSeconds)));
        if (arrived > setOut && stops[at].DriveSeconds >= ShortestDriveSeconds)
            observed.Add(new TimeObserved(ObservedTimes.DriveGroups(Hour(picture, setOut), technician.Value), Ratio(arrived - setOut, stops[at].DriveSeconds)));
        if (at > 0 && Between(picture, visit, technician, stops[at - 1], stops[at].DriveSeconds, setOut) is { } between)
            observed.Add(new TimeObserved(ObservedTimes.BetweenGroups(technician.Value), between));
        return observed;
    }

    /// <summary>The hour of the service day.</summary>
    public static int Hour(DayPicture picture, Instant at) => picture.Seconds(at) / 3600 % 24;

    // Only where nothing held the technician back: no break, and no door that was not open yet.
    private static double? Between(DayPicture picture, DayVisit visit, TechnicianId technician, StopTime before, int drive, Instant setOut)
    {
        if (picture.State.Visits[before.Visit].EndedAt is not { } ended || setOut <= ended || setOut - ended > LongestBetween)
            return null;
        if (picture.State.Technicians[technician].BreakStartedAt is { } pause && pause >= ended && pause <= setOut)
            return null;
        var ready = picture.Seconds(ended) + ObservedTimes.BetweenSeconds;
        var start = RouteTimes.EarliestStart(DayProblem.VisitOf(picture, visit, 0, 0, [], -1), ready + drive);
        return start - drive > ready ? null : Ratio(setOut - ended, ObservedTimes.BetweenSeconds);
    }

    private static double Ratio(Duration taken, int plannedSeconds) => taken.TotalSeconds / Math.Max(1, plannedSeconds);
}
