using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Clock;
using Dispatch.Grains.Desk;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using Dispatch.Grains.Territories;
using Dispatch.Grains.Visits;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>What the plan does by itself: it re-times each minute, tells patients, and hears what other grains tell it.</summary>
internal sealed partial class DayPlanGrain
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(30);
    private static readonly Duration LearnEvery = Duration.FromMinutes(20);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    // Since when an estimate has lain outside its promise; not journaled, for it only delays a message by a minute after a restart.
    private readonly Dictionary<VisitId, Instant> outsideSince = [];
    private readonly HashSet<Domain.Places.GeoPoint> waitingPlaces = [];
    private WakeUp? wake;
    private string roadsFollowed = "";
    private IGrainTimer? placing;

    /// <inheritdoc />
    protected override async Task<CommandResult> ReceiveAsync(object payload, CommandContext context)
    {
        switch (payload)
        {
            case TellVisitWanted told:
                return await AddAsync((told, context));
            case TellVisitEdited told:
                await table.AddAsync([told.Details.Place]);
                var edited = await DecideAsync(context, picture => picture.State.Visits.ContainsKey(told.Visit)
                    ? Decision<DayPlanEvent>.Happened(new DayVisitEdited(told.Visit, told.Details))
                    : Decision<DayPlanEvent>.Nothing);
                Search();
                return edited;
            case TellVisitLeft told:
                var left = await DecideAsync(context, picture => picture.State.Visits.TryGetValue(told.Visit, out var visit) && !visit.IsOver
                    ? Decision<DayPlanEvent>.Happened(new DayVisitLeft(told.Visit, told.IsCancelled))
                    : Decision<DayPlanEvent>.Nothing);
                Search();
                return left;
            case TellRoadsChanged:
                await FollowRoadsAsync();
                return CommandResult.Accepted(Version);
            case TellAnswer told:
                return await DecideAsync(context, picture => Answered(picture, told, context));
            default:
                return await base.ReceiveAsync(payload, context);
        }
    }

    /// <inheritdoc />
    protected override async Task ReceiveTogetherAsync(IReadOnlyList<(object Payload, CommandContext Context)> told)
    {
        for (var i = 0; i < told.Count;)
        {
            (TellVisitWanted, CommandContext)[] wanted =
                [.. told.Skip(i).TakeWhile(one => one.Payload is TellVisitWanted).Select(one => ((TellVisitWanted)one.Payload, one.Context))];
            if (wanted.Length > 0)
                await AddAsync(wanted);
            else
                await ReceiveAsync(told[i].Payload, told[i].Context);
            i += Math.Max(1, wanted.Length);
        }
    }

    // Many may come at once: they are made durable together without their drive times, and a moment later all are placed with one table.
    private async Task<CommandResult> AddAsync(params (TellVisitWanted Told, CommandContext Context)[] wanted)
    {
        if (await OpenAsync(wanted[0].Context) is { } refusal)
            return CommandResult.Refused(refusal);
        waitingPlaces.UnionWith(wanted.Select(one => one.Told.Details.Place));
        await ExecuteTogetherAsync([.. wanted.Select(one => one.Context)], (state, i) => state.Visits.ContainsKey(wanted[i].Told.Visit)
            ? Decision<DayPlanEvent>.Nothing
            : Decision<DayPlanEvent>.Happened(new DayVisitAdded(wanted[i].Told.Visit, wanted[i].Told.Details, wanted[i].Told.TypeName, wanted[i].Told.PatientName)));
        placing?.Change(wanted.Any(one => one.Told.Details.Urgency <= UrgencyClass.P1) && Now >= DayStart ? Soon : Gathering, Timeout.InfiniteTimeSpan);
        return CommandResult.Accepted(Version);
    }

    private async Task PlaceWaitingAsync(CancellationToken cancellation)
    {
        await table.AddAsync([.. waitingPlaces]);
        waitingPlaces.RemoveWhere(table.Holds);
        if (!State.IsOpen || State.IsClosed)
            return;
        var context = House("planner");
        await DecideAsync(context, picture => InsertRules.PlaceAll(picture, context), followsAlways: true);
        await DecideAsync(House("on-call"), picture => OnCallRules.CallIn(picture, context, PictureOf));
        Search();
    }

    private async Task OnTheMinuteAsync(CancellationToken cancellation)
    {
        if (State.IsOpen && !State.IsClosed)
        {
            await RenewRosterAsync();
            if (roadsFollowed != roads.Version)
                await FollowRoadsAsync();
            if (Now - learnedAt >= LearnEvery)
                await LearnAsync();
            var context = House("clock");
            await DecideAsync(context, Drift, followsAlways: true);
            if (Now >= DayEnd)
                await DecideAsync(House("clock"), Close);
            await PublishViewsAsync([]);
            if (Now.ToUnixTimeSeconds() / 60 % 10 == 0)
                SearchOn();
        }

        Arm();
    }

    // Other drive times: arrivals, alarms and lines follow at once, and the planner looks again.
    private async Task FollowRoadsAsync()
    {
        await WeighRoadsAsync();
        if (roadsFollowed == roads.Version)
            return;
        roadsFollowed = roads.Version;
        await table.AddAsync([]);
        lines.Clear();
        if (!State.IsOpen || State.IsClosed)
            return;
        await DecideAsync(House("roads"), _ => Decision<DayPlanEvent>.Nothing, followsAlways: true);
        await PublishViewsAsync([]);
        Search();
    }

    // What is told of roads may arrive before they are weighed, or in another process: so each plan asks for itself.
    private async Task WeighRoadsAsync()
    {
        var streets = await GrainFactory.GetGrain<ITerritoryStreets>(TerritoryId.Value).StreetsAsync();
        await Task.Run(() => roads.Change(TerritoryId, streets.Number, streets.Closures));
    }

    // Today by the minute; a day that lies ahead when it begins; one that is over not at all.
    private void Arm()
    {
        if (State.IsClosed)
            return;
        wake?.At(Now < DayStart ? DayStart : Instant.FromUnixTimeSeconds((Now.ToUnixTimeSeconds() / 60 + 1) * 60));
    }

    private async Task RenewRosterAsync()
    {
        territory = await GrainFactory.GetGrain<Contracts.Territories.ITerritoryGrain>(TerritoryId.Value).ProfileAsync();
        if (territory is null || !await roster.RenewAsync(GrainFactory, territory, Date))
            return;
        RosterEntry[] changed = [.. roster.Entries.Where(entry => !State.Technicians.TryGetValue(entry.Id, out var known)
            || !EventCatalogue.Write(known.Entry).AsSpan().SequenceEqual(EventCatalogue.Write(entry)))];
        if (changed.Length == 0)
            return;
        await table.AddAsync(changed.SelectMany(entry => new[] { entry.StartPlace, entry.EndPlace }));
        await DecideAsync(House("books"), _ => Decision<DayPlanEvent>.Happened(new DayOpened(changed)));
        foreach (var entry in changed)
            await DecideAsync(House("books"), picture => EntryRules.HandOn(picture, entry.Id, House("books")));
        // Whom a certificate or an instrument kept from a visit may have it now.
        if (Picture().Plan.Unassigned.Length == 0)
            return;
        var context = House("planner");
        await DecideAsync(context, picture => InsertRules.PlaceAll(picture, context), followsAlways: true);
        Search();
    }

    /// <summary>Tells those whose estimate has left what they were told, and raises what nobody has answered.</summary>
    private Decision<DayPlanEvent> Drift(DayPicture picture)
    {
        var telling = new Consequences(TerritoryId, Date, PictureOf);
        var stillOutside = new HashSet<VisitId>();
        foreach (var (technician, stop) in picture.AllTimes().SelectMany(route => route.Stops.Select(stop => (route.Technician, stop))))
        {
            var visit = picture.State.Visits[stop.Visit];
            if (visit.Promise is not { } promise || Halves.Whole(picture.State, visit) is not (StopState.Planned or StopState.OnTheWay))
                continue;
            if (PromiseRule.Outside(promise, stop.Start) < Duration.FromMinutes(picture.Settings.MessageAfterMinutes))
                continue;
            stillOutside.Add(visit.Id);
            var since = outsideSince.TryGetValue(visit.Id, out var known) ? known : outsideSince[visit.Id] = Now;
            var hasWaited = Now - since >= Duration.FromSeconds(picture.Settings.MessageAfterSeconds);
            var hasGap = Now - promise.ToldAt >= Duration.FromMinutes(picture.Settings.MessageGapMinutes);
            if (!hasWaited || !hasGap)
                continue;
            if (promise.IsOnTheWay)
                telling.TellOnTheWay(visit, "moved", stop, picture);
            else
                telling.Tell(visit, "moved", technician, stop, picture);
        }

        foreach (var visit in outsideSince.Keys.Except(stillOutside).ToList())
            outsideSince.Remove(visit);
        var (events, deliveries) = RouteCards.OfSilence(picture);
        var told = telling.Gathered();
        return told with { Events = [.. told.Events, .. events], Deliveries = [.. told.Deliveries, .. deliveries] };
    }

    /// <summary>Midnight: P3 and P4 roll over to the next day, P0 to P2 go there too and to who is on call.</summary>
    private Decision<DayPlanEvent> Close(DayPicture picture)
    {
        var decided = Decision<DayPlanEvent>.Happened(new DayClosed(Now));
        foreach (var visit in picture.State.Visits.Values.Where(visit => !visit.IsSecondHalf && Halves.Whole(picture.State, visit) == StopState.Planned))
        {
            decided = decided.Telling(new Outgoing(ReceiverName.Visit(visit.Id), new TellRollOver(Date, Date.PlusDays(1))));
            if (visit.Details.Urgency <= UrgencyClass.P2)
            {
                var task = new CallTaskId($"on-call-{visit.Id.Value[..Math.Min(40, visit.Id.Value.Length)]}");
                decided = decided.Telling(new Outgoing(ReceiverName.Visit(visit.Id), new TellCallArranged(task, "on-call")));
                decided = decided.Telling(new Outgoing(ReceiverName.Desk(TerritoryId), new TellCall(new RequestCall(
                    task,
                    new Reason("on-call", "Hand an urgent visit that is still open to who is on call."),
                    visit.Details.Urgency, Now, null, picture.Settings.OnCall.Count > 0 ? picture.Settings.OnCall[0] : null, visit.Id))));
            }
        }

        return decided;
    }

    private static Decision<DayPlanEvent> Answered(DayPicture picture, TellAnswer told, CommandContext context)
    {
        if (!picture.State.Visits.TryGetValue(told.Visit, out var visit))
            return Decision<DayPlanEvent>.Nothing;
        var events = new List<DayPlanEvent> { new DayPatientAnswered(told.Visit, told.Answer, told.At) };
        if (told.Answer is { Kind: PatientAnswerKind.AnotherTime, WantedInterval: { } wanted } && visit.IsAhead)
        {
            // The interval that the patient chose is a window now, and a promise once it has been told.
            var details = visit.Details with { Windows = [new Domain.Time.TimeWindow(wanted.Start, wanted.End, false)] };
            events.Add(new DayVisitEdited(told.Visit, details));
            var promise = new Promise(wanted.Start, wanted.End, picture.Now, false);
            events.Add(new PromiseTold(told.Visit, promise));
            var edit = new RouteEdit(picture);
            foreach (var half in new[] { told.Visit, visit.OtherHalf }.OfType<VisitId>().Where(picture.VisitIndex.ContainsKey))
            {
                edit.TakeOff(half);
                edit.Pin(half, null, null);
            }

            events.Add(edit.ToEvent(context, new Reason("patient-chose", "The patient chose another time."), isUndoable: false));
            return Decision<DayPlanEvent>.Happened(events).Telling(new Outgoing(ReceiverName.Visit(told.Visit), new TellPromised(promise)));
        }

        return Decision<DayPlanEvent>.Happened(events);
    }

    private CommandContext House(string actor) => new(CommandId.Fresh(), actor, Role.House, Now);
}
