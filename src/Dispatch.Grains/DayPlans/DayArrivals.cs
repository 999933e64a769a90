using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Technicians;
using Dispatch.Planning.Intervals;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>When somebody will be there, as an interval, and how likely it is that what was told does not hold.</summary>
internal readonly record struct LikelyArrival(ArrivalInterval Interval, int LatePercent);

/// <summary>
/// The arrival intervals of a day, from what the territory has learned. Times are of the whole minute, so that screens hear of
/// an interval only when it has moved; a route on which nothing has changed is not sampled again within a minute.
/// </summary>
internal sealed class DayArrivals
{
    private const int StepSeconds = 60;
    private readonly Dictionary<TechnicianId, (ulong Key, IReadOnlyDictionary<VisitId, LikelyArrival> Arrivals)> known = [];
    private readonly Dictionary<TechnicianId, FactorHistogram[]> drives = [];
    private readonly ArrivalSampler sampler = new();
    private ObservedTimes learned = new();

    /// <summary>What has been learned, or the prior.</summary>
    public ObservedTimes Learned => learned;

    /// <summary>Takes in what has been learned.</summary>
    public void Learn(IReadOnlyDictionary<string, double[]> groups)
    {
        learned = new ObservedTimes(groups);
        known.Clear();
        drives.Clear();
    }

    /// <summary>The arrivals that are still to come on a technician's route.</summary>
    public IReadOnlyDictionary<VisitId, LikelyArrival> Of(DayPicture picture, TechnicianId technician)
    {
        var t = picture.TechnicianIndex[technician];
        var route = picture.Plan.Routes[t];
        var (state, since, underWay) = Start(picture, technician);
        var now = picture.Seconds(picture.Now) / 60 * 60;
        var key = Key(picture, t, route, state, since, now, underWay);
        if (known.TryGetValue(technician, out var before) && before.Key == key)
            return before.Arrivals;

        var name = technician.Value;
        var uncertain = new RouteUncertainty(
            state, since, now, underWay?.DriveSeconds ?? 0, underWay is { } begun ? WorkSeconds(picture, technician, begun.Visit) : 0, Drives(technician),
            underWay is { } at ? Work(picture, at.Visit, name) : learned.Work("", name),
            [.. route.Select(visit => Work(picture, picture.VisitIds[visit], name))], learned.Between(name));
        var (driving, ahead) = sampler.Of(picture.Problem, t, route, uncertain, (ulong)t + 1, picture.Plan.Holds);
        var arrivals = new Dictionary<VisitId, LikelyArrival>();
        if (driving is not null)
            arrivals[underWay!.Value.Visit] = Likely(picture, underWay.Value.Visit, driving);
        for (var i = 0; i < route.Length; i++)
            arrivals[picture.VisitIds[route[i]]] = Likely(picture, picture.VisitIds[route[i]], ahead[i]);
        known[technician] = (key, arrivals);
        return arrivals;
    }

    private static (UnderWay State, int Since, StopTime? Stop) Start(DayPicture picture, TechnicianId id)
    {
        var technician = picture.State.Technicians[id];
        var begun = picture.BegunOf(id);
        if (begun.Count > 0 && picture.State.Visits[begun[^1].Visit] is var last && last.Stop == StopState.OnTheWay)
            return (UnderWay.Driving, picture.Seconds(last.SetOutAt ?? picture.Now), begun[^1]);
        if (begun.Count > 0 && picture.State.Visits[begun[^1].Visit] is { Stop: StopState.Arrived } there)
            return (UnderWay.Working, picture.Seconds(there.ArrivedAt ?? picture.Now), begun[^1]);
        var since = begun.Count > 0 ? begun[^1].End : technician.Entry.ShiftStart ?? picture.Now;
        if (technician.Duty == DutyState.OnBreak)
            since = picture.Onward(id).From;
        return (UnderWay.Free, picture.Seconds(technician.OutUntil is { } until && until > since ? until : since), null);
    }

    private static LikelyArrival Likely(DayPicture picture, VisitId id, ArrivalSpread spread)
    {
        var (start, end) = spread.Interval(picture.Settings.Planning.IntervalPercent / 100.0, StepSeconds);
        var visit = picture.State.Visits[id];
        var end1 = visit.Promise is { } promise ? picture.Seconds(promise.End) : int.MaxValue;
        var end2 = visit.Details.Deadline is { } deadline ? picture.Seconds(deadline) : int.MaxValue;
        var latest = Math.Min(end1, end2);
        var late = latest == int.MaxValue ? 0 : (int)Math.Round(100 * spread.ShareAfter(latest));
        return new LikelyArrival(new ArrivalInterval(picture.At(start), picture.At(end)), late);
    }

    private FactorHistogram Work(DayPicture picture, VisitId visit, string technician) =>
        learned.Work(picture.State.Visits[visit].Details.Type.Value, technician);

    private FactorHistogram[] Drives(TechnicianId technician)
    {
        if (!drives.TryGetValue(technician, out var byHour))
            drives[technician] = byHour = [.. Enumerable.Range(0, 24).Select(hour => learned.Drive(hour, technician.Value))];
        return byHour;
    }

    private static int WorkSeconds(DayPicture picture, TechnicianId technician, VisitId id)
    {
        var visit = picture.State.Visits[id];
        return (int)picture.WorkOf(picture.State.Technicians[technician].Entry, visit).TotalSeconds + visit.ExtraMinutes * 60;
    }

    // FNV-1a over all that the arrivals depend on.
    private static ulong Key(DayPicture picture, int technician, int[] route, UnderWay state, int since, int now, StopTime? underWay)
    {
        var hash = 14695981039346656037UL;
        void Mix(long value) => hash = (hash ^ (ulong)value) * 1099511628211UL;
        Mix((long)state);
        Mix(since);
        Mix(now);
        Mix(underWay?.DriveSeconds ?? 0);
        Mix(underWay is { } at ? WorkSeconds(picture, picture.TechnicianIds[technician], at.Visit) : 0);
        Mix(picture.Problem.Technicians[technician].DurationPercent);
        var breaks = picture.Problem.Technicians[technician].Breaks;
        for (var b = 0; b < breaks.Count; b++)
            Mix(breaks[b].Earliest);
        if (breaks.Count == 0)
            Mix(-1);
        var place = picture.Problem.Technicians[technician].StartPlace;
        foreach (var index in route)
        {
            var visit = picture.Problem.Visits[index];
            Mix(string.GetHashCode(picture.VisitIds[index].Value, StringComparison.Ordinal));
            Mix(picture.Problem.TravelOf(technician)[place, visit.Place]);
            Mix(visit.DurationSeconds);
            Mix(visit.SetupSeconds);
            Mix(visit.Place);
            Mix(visit.PromiseStart);
            Mix(visit.PromiseEnd);
            Mix(visit.Deadline);
            Mix(visit.PinnedStart);
            Mix(picture.Plan.Holds is { Length: > 0 } holds ? holds[index] : 0);
            foreach (var window in visit.Windows)
                Mix(((long)window.Start << 32) + window.End);
            place = visit.Place;
        }

        return hash;
    }
}
