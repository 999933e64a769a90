using System.Collections.Immutable;
using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Planning;
using Dispatch.Planning.Insertion;
using Dispatch.Planning.Together;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>Changes routes on paper: visits are taken off and put in, and what comes of it is one event.</summary>
internal sealed class RouteEdit
{
    private readonly DayPicture picture;
    private readonly Dictionary<TechnicianId, ImmutableList<VisitId>> routes;
    private readonly Dictionary<VisitId, (TechnicianId? Technician, Instant? Start, bool KeepsOrder)> pins = [];
    private readonly HashSet<VisitId> touched = [];

    public RouteEdit(DayPicture picture)
    {
        this.picture = picture;
        routes = picture.State.Technicians.ToDictionary(pair => pair.Key, pair => pair.Value.Route);
    }

    /// <summary>Whether anything is other than before.</summary>
    public bool IsChanged => touched.Count > 0;

    /// <summary>The visits ahead of a technician, as they now stand on paper.</summary>
    public IReadOnlyList<VisitId> AheadOf(TechnicianId technician) => [.. routes[technician].Where(picture.VisitIndex.ContainsKey)];

    /// <summary>Takes a visit off its route; one that is on none stays so.</summary>
    public void TakeOff(VisitId visit)
    {
        foreach (var (technician, route) in routes)
        {
            if (!route.Contains(visit))
                continue;
            routes[technician] = route.Remove(visit);
            touched.Add(visit);
            return;
        }
    }

    /// <summary>Puts a visit at a place among those ahead of a technician.</summary>
    public void Put(VisitId visit, TechnicianId technician, int positionAhead)
    {
        var begun = routes[technician].TakeWhile(id => !picture.VisitIndex.ContainsKey(id)).Count();
        routes[technician] = routes[technician].Insert(Math.Clamp(begun + positionAhead, begun, routes[technician].Count), visit);
        touched.Add(visit);
    }

    /// <summary>Puts a visit where it costs least on one technician's route; false if no road leads there.</summary>
    public bool PutBest(VisitId visit, TechnicianId technician)
    {
        var (index, t) = (picture.VisitIndex[visit], picture.TechnicianIndex[technician]);
        if (picture.Problem.OtherOfTie(index) >= 0)
            return PutBeside(visit, technician);
        var plan = Plan(picture.KeptProblem);
        var best = VisitInsertion.On(plan, index, t);
        if (best is null)
            return false;
        Put(visit, technician, best.Position);
        return true;
    }

    /// <summary>Puts a visit where it costs least of all, lower urgency giving way where it may; false if a hard rule forbids all.</summary>
    public bool PutBest(VisitId visit)
    {
        var (index, limits) = (picture.VisitIndex[visit], DayLimits.Of(picture.Settings));
        var plan = Plan(picture.Problem);
        var inserted = UrgentInsertion.Insert(plan, index, limits);
        if (!inserted.IsPlaced && picture.Problem.OtherOfTie(index) >= 0)
        {
            // Nobody can be there with who has the other half: two others may.
            var without = Halves.WithoutLone(plan);
            Take(without);
            inserted = UrgentInsertion.Insert(without, index, limits);
        }

        if (inserted.IsPlaced)
            Take(inserted.Plan);
        return inserted.IsPlaced;
    }

    /// <summary>Puts visits that are on no route where each costs least, the most urgent first, within one bound on the work; what there is no time for stays off.</summary>
    public void PutAll(IReadOnlyList<VisitId> visits)
    {
        if (visits.Count == 0)
            return;
        var intake = VisitIntake.Run(Plan(picture.Problem), visits.Select(visit => picture.VisitIndex[visit]), DayLimits.Of(picture.Settings));
        Take(intake.Plan);
        foreach (var half in intake.Left.Where(visit => picture.Problem.OtherOfTie(visit) >= 0))
            PutBest(picture.VisitIds[half]);
    }

    // One half on this technician's route; the other stays where it is, or finds its best place too.
    private bool PutBeside(VisitId visit, TechnicianId technician)
    {
        var before = pins.TryGetValue(visit, out var set) ? set : (picture.State.Visits[visit].PinnedTechnician, picture.State.Visits[visit].PinnedStart, picture.State.Visits[visit].KeepsOrder);
        pins[visit] = (technician, before.Item2, before.Item3);
        var choices = TiedInsertion.Best(Plan(picture.KeptProblem), picture.VisitIndex[visit], 1);
        pins[visit] = before;
        if (choices is [var choice])
            Take(choice.Plan);
        return choices.Count > 0;
    }

    /// <summary>Takes the routes ahead of a plan of this picture.</summary>
    public void Take(Plan plan)
    {
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            var technician = picture.TechnicianIds[t];
            var begun = routes[technician].Where(id => !picture.VisitIndex.ContainsKey(id));
            ImmutableList<VisitId> route = [.. begun, .. plan.Routes[t].Select(visit => picture.VisitIds[visit])];
            if (route.SequenceEqual(routes[technician]))
                continue;
            foreach (var visit in route.Union(routes[technician]))
            {
                if (routes[technician].IndexOf(visit) != route.IndexOf(visit))
                    touched.Add(visit);
            }

            routes[technician] = route;
        }
    }

    /// <summary>Pins or unpins a visit.</summary>
    /// <param name="keepsOrder">Whether the route is kept in its order up to it.</param>
    public void Pin(VisitId visit, TechnicianId? technician, Instant? start, bool keepsOrder = false)
    {
        pins[visit] = (technician, start, keepsOrder);
        touched.Add(visit);
    }

    /// <summary>The plan on paper, as one of a problem of this picture.</summary>
    /// <remarks>Where a frozen stop has been taken out of its place, only the problem without frozen stops takes it.</remarks>
    public Plan Plan(Problem problem)
    {
        int[][] indices = [.. picture.TechnicianIds.Select(id => AheadOf(id).Select(visit => picture.VisitIndex[visit]).ToArray())];
        var isFrozenKept = problem.Technicians.Zip(indices).All(pair => pair.Second.Take(pair.First.Frozen.Count).SequenceEqual(pair.First.Frozen));
        return new Plan(WithPins(isFrozenKept ? problem : picture.FreeProblem), indices);
    }

    // A pin that was moved on paper counts there too, or its visit could not follow it.
    private Problem WithPins(Problem problem)
    {
        if (pins.Count == 0)
            return problem;
        PlanVisit[] visits = [.. problem.Visits];
        foreach (var (visit, (technician, start, _)) in pins)
        {
            if (picture.VisitIndex.TryGetValue(visit, out var index))
            {
                visits[index] = visits[index] with
                {
                    PinnedTechnician = technician is { } who ? picture.TechnicianIndex[who] : -1,
                    PinnedStart = start is { } at ? picture.Seconds(at) : PlanVisit.None,
                    // By hand a visit goes to whom it was given, whoever has the patient's others.
                    Group = technician is null ? visits[index].Group : -1,
                };
            }
        }

        return new Problem(problem.Technicians, visits, problem.Travel, problem.Weights);
    }

    /// <summary>The event; its placements let it be taken back.</summary>
    public RoutesChanged ToEvent(CommandContext context, Reason what, bool isUndoable, CommandId? undoes = null, CommandId? redoes = null) => new(
        context.Id, context.Actor, picture.Now, what,
        [.. routes.Where(pair => !pair.Value.SequenceEqual(picture.State.Technicians[pair.Key].Route)).Select(pair => new RouteNow(pair.Key, pair.Value))],
        [.. touched.Select(picture.State.PlacementOf)],
        [.. touched.Select(PlacementNow)],
        isUndoable, undoes, redoes);

    private Placement PlacementNow(VisitId visit)
    {
        var before = picture.State.Visits[visit];
        var (pinned, start, keepsOrder) = pins.TryGetValue(visit, out var set) ? set : (before.PinnedTechnician, before.PinnedStart, before.KeepsOrder);
        foreach (var (technician, route) in routes)
        {
            if (route.IndexOf(visit) is >= 0 and var position)
                return new Placement(visit, technician, position, pinned, start) { KeepsOrder = keepsOrder };
        }

        return new Placement(visit, null, -1, pinned, start);
    }
}
