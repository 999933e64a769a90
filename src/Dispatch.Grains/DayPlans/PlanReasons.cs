using System.Globalization;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Skills;
using Dispatch.Planning;
using Dispatch.Planning.Insertion;
using Dispatch.Planning.Reasons;
using NodaTime.Text;

namespace Dispatch.Grains.DayPlans;

/// <summary>What the planner says of its choices, as data: for each technician what is in the way and what would help, and what each rule costs.</summary>
internal static class PlanReasons
{
    private static readonly (PricedRule Rule, string Name)[] Names =
    [
        (PricedRule.Driving, "driving"), (PricedRule.Waiting, "waiting"), (PricedRule.Idle, "idle"), (PricedRule.Overtime, "overtime"),
        (PricedRule.Window, "window"), (PricedRule.Promise, "promise"), (PricedRule.PinnedStart, "pinned-start"),
        (PricedRule.OtherTechnician, "other-technician"), (PricedRule.Break, "break"), (PricedRule.Technician, "technician"), (PricedRule.Work, "work"),
        (PricedRule.Balance, "balance"), (PricedRule.Preference, "preference"), (PricedRule.Continuity, "continuity"), (PricedRule.Day, "day"), (PricedRule.Area, "area"),
    ];

    /// <summary>Costs by the names of the contract; rules that cost nothing are left out.</summary>
    public static Dictionary<string, long> Named(Func<PricedRule, long> cost) =>
        Names.Where(pair => cost(pair.Rule) != 0).ToDictionary(pair => pair.Name, pair => cost(pair.Rule));

    /// <summary>What each rule costs on a technician's route ahead.</summary>
    public static RouteCostsView Route(DayPicture picture, TechnicianId technician, long version)
    {
        var t = picture.TechnicianIndex[technician];
        var route = picture.Plan.Routes[t];
        var costs = new RuleCosts(picture.Problem, t, route, picture.Plan.Holds);
        return new RouteCostsView(
            technician, version, costs.Sum, Named(rule => costs[rule]),
            [.. route.Select((visit, i) => new StopCosts(picture.VisitIds[visit], Named(rule => costs.AtStop(i, rule))))]);
    }

    /// <summary>What a visit costs by rule: its route with it, less its route without it.</summary>
    public static IReadOnlyDictionary<string, long> Visit(DayPicture picture, VisitId id)
    {
        if (!picture.VisitIndex.TryGetValue(id, out var visit) || picture.Plan.TechnicianOf[visit] is not (>= 0 and var t))
            return new Dictionary<string, long>();
        var route = picture.Plan.Routes[t];
        var (with, without) = (new RuleCosts(picture.Problem, t, route, picture.Plan.Holds), new RuleCosts(picture.Problem, t, [.. route.Where(stop => stop != visit)], picture.Plan.Holds));
        return Named(rule => with[rule] - without[rule]);
    }

    /// <summary>The verdict on every technician, and the least change of all that would let somebody have it.</summary>
    public static VisitReasonsView Of(DayPicture picture, VisitId id, IReadOnlyList<Reason> whyHere, long version)
    {
        var state = picture.State.Visits[id];
        if (!picture.VisitIndex.TryGetValue(id, out var visit))
            return new VisitReasonsView(id, version, whyHere, state.Moved, [], null, new Dictionary<string, long>());
        var holder = picture.Plan.TechnicianOf[visit];
        var free = new Plan(picture.FreeProblem, [.. picture.Plan.Routes.Select(route => route.Where(stop => stop != visit).ToArray())]);
        var isHalf = picture.FreeProblem.OtherOfTie(visit) >= 0;
        var pairs = isHalf ? PairVerdicts.Of(free, visit) : [];
        var changes = isHalf ? [.. pairs.Select(pair => pair?.Change)] : VisitInsertion.Changes(free, visit);
        var relaxations = LeastRelaxation.Of(free, visit);
        var best = changes.OfType<Score>().Order().Cast<Score?>().FirstOrDefault();
        var verdicts = new List<(int Order, long Cost, TechnicianVerdict Verdict)>();
        for (var t = 0; t < changes.Length; t++)
        {
            if (picture.PartnerOf(id)?.Technician == picture.TechnicianIds[t])
                verdicts.Add((2, 0, HasOtherHalf(picture, t)));
            else if (changes[t] is { } change && relaxations[t].Kind == RelaxationKind.None)
                verdicts.Add((0, Order(change, best!.Value), Can(picture, t, t == holder, change, best.Value, isHalf ? pairs[t]?.Arrival : VisitInsertion.On(free, visit, t)?.Arrival)));
            else if (isHalf && relaxations[t].Kind == RelaxationKind.None)
                verdicts.Add((0, long.MaxValue, NoPair(picture, t, best is not null)));
            else
                verdicts.Add((1, LeastRelaxation.Weight(relaxations[t]), Cannot(picture, id, t, holder, relaxations[t])));
        }

        var ordered = verdicts.OrderBy(v => v.Order).ThenBy(v => v.Cost).ThenBy(v => v.Verdict.Name, StringComparer.Ordinal).Select(v => v.Verdict).ToList();
        var least = ordered.Exists(verdict => verdict.CanHave) ? null : ordered.FirstOrDefault(verdict => verdict.Relaxation is not null)?.Relaxation;
        return new VisitReasonsView(id, version, whyHere, state.Moved, ordered, least, Visit(picture, id));
    }

    /// <summary>What the planner gained by moving a visit.</summary>
    public static Reason Gained(DayPicture before, Plan after, int visit, long gain)
    {
        var urgency = (int)before.State.Visits[before.VisitIds[visit]].Details.Urgency;
        if (!after.Score.SameUrgencyAs(before.Plan.Score))
        {
            return before.Plan.TechnicianOf[visit] < 0
                ? new Reason("moved-placed", "Nobody had it; now somebody does.")
                : new Reason("moved-for-urgent", "It makes room for what is more urgent, or is itself less late.", Values(("urgency", $"P{urgency}")));
        }

        var minutes = Math.Max(1, (gain + 30) / 60).ToString(CultureInfo.InvariantCulture);
        return new Reason("moved-gained", $"Moving it saves about {minutes} min.", Values(("minutes", minutes)));
    }

    private static TechnicianVerdict Can(DayPicture picture, int t, bool isHolder, Score change, Score best, int? arrival)
    {
        var (id, name) = Who(picture, t);
        var extra = change.Cost - best.Cost;
        var minutes = ((long)Math.Round(extra / 60.0)).ToString(CultureInfo.InvariantCulture);
        var why = !change.SameUrgencyAs(best)
            ? new Reason("more-late", $"{name} would come later than its urgency allows, or delay others so.", Values(("technician", name)))
            : extra == 0
                ? new Reason("best-place", $"{name} has the best place for it.", Values(("technician", name)))
                : new Reason("dearer", $"{name} would cost {minutes} min more.", Values(("technician", name), ("minutes", minutes)));
        return new TechnicianVerdict(id, name, isHolder, true, why, null, extra, arrival is { } at ? picture.At(at) : null);
    }

    // Could have this half alone. Whether with somebody, only the best pairs have been asked.
    private static TechnicianVerdict NoPair(DayPicture picture, int t, bool isDearer)
    {
        var (id, name) = Who(picture, t);
        var why = isDearer
            ? new Reason("pair-dearer", $"{name} would cost more than those named before.", Values(("technician", name)))
            : new Reason("no-second", $"{name} could have this half, but nobody can have the other at the same time.", Values(("technician", name)));
        return new TechnicianVerdict(id, name, false, isDearer, why, null, null, null);
    }

    private static TechnicianVerdict HasOtherHalf(DayPicture picture, int t)
    {
        var (id, name) = Who(picture, t);
        return new TechnicianVerdict(id, name, false, false, new Reason("needs-two", $"The visit needs two technicians at once; {name} cannot be both of them.", Values(("technician", name))), null, null, null);
    }

    private static TechnicianVerdict Cannot(DayPicture picture, VisitId visit, int t, int holder, Relaxation relaxation)
    {
        var (id, name) = Who(picture, t);
        var why = relaxation.Rule == BlockingRule.None
            ? new Reason("no-time", $"{name} has no time for it within the rules.", Values(("technician", name)))
            : DayReasons.OfRule(picture, visit, relaxation.Rule, [id]);
        return new TechnicianVerdict(id, name, t == holder, false, why, Relax(picture, visit, id, name, relaxation), null, null);
    }

    private static Reason? Relax(DayPicture picture, VisitId visit, TechnicianId id, string name, Relaxation relaxation)
    {
        var minutes = ((relaxation.Amount + 59) / 60).ToString(CultureInfo.InvariantCulture);
        return relaxation.Kind switch
        {
            RelaxationKind.Overtime => new Reason("relax-overtime", $"{name}, with {minutes} min overtime.", Values(("technician", name), ("minutes", minutes))),
            RelaxationKind.Driving => new Reason("relax-driving", $"{name}, with {minutes} min more driving than the longest.", Values(("technician", name), ("minutes", minutes))),
            RelaxationKind.Window => new Reason("relax-window", $"{name}, {minutes} min outside the wanted time.", Values(("technician", name), ("minutes", minutes))),
            RelaxationKind.AskAgain => new Reason("relax-ask-again", $"{name}, if asked again and able to.", Values(("technician", name))),
            RelaxationKind.Unpin => new Reason("relax-unpin", $"{name}, if the pin is taken off.", Values(("technician", name))),
            RelaxationKind.Part => OfPart(picture, id, name, relaxation),
            RelaxationKind.Skill => OfSkill(picture, visit, id, name),
            RelaxationKind.Tool => InstrumentReasons.Relax(picture, id, name, relaxation.Tools),
            RelaxationKind.Room => RoomReasons.Relax(picture, id, name, relaxation),
            RelaxationKind.WholeGroup => new Reason("relax-whole-group", $"{name}, if the rest of its group goes along.", Values(("technician", name))),
            RelaxationKind.Back => new Reason("relax-back", $"{name}, if called in.", Values(("technician", name))),
            _ => null,
        };
    }

    private static Reason OfPart(DayPicture picture, TechnicianId id, string name, Relaxation relaxation)
    {
        var part = picture.Names.Of(picture.Parts[relaxation.Part]);
        var count = relaxation.Amount.ToString(CultureInfo.InvariantCulture);
        return new Reason("relax-part", $"{name}, with {count} more {part} on the van.", Values(("technician", name), ("part", part), ("count", count), ("van", picture.State.Technicians[id].Entry.Van)));
    }

    private static Reason OfSkill(DayPicture picture, VisitId visit, TechnicianId id, string name)
    {
        var entry = picture.State.Technicians[id].Entry;
        var lacking = picture.State.Visits[visit].Details.Skills.Where(need => !need.IsMetBy(entry.Skills)).ToList();
        if (lacking.Count == 1 && entry.ExpiredSkills.FirstOrDefault(skill => lacking[0].IsMetBy([skill])) is { Expires: { } expired } old)
        {
            var date = LocalDatePattern.Iso.Format(expired);
            var certificate = picture.Names.Of(old.Id);
            return new Reason("relax-certificate", $"{name}, if {certificate} had not expired on {InstrumentReasons.InWords(expired)}.", Values(("technician", name), ("skill", certificate), ("expires", date)));
        }

        var skills = string.Join(", ", lacking.Select(picture.Names.Of));
        return new Reason("relax-skill", $"{name}, with {skills}.", Values(("technician", name), ("skill", skills)));
    }

    private static long Order(Score change, Score best) => change.SameUrgencyAs(best) ? change.Cost - best.Cost : long.MaxValue;

    private static (TechnicianId Id, string Name) Who(DayPicture picture, int t) =>
        (picture.TechnicianIds[t], DayReasons.Name(picture, picture.TechnicianIds[t]));

    private static Dictionary<string, string> Values(params ReadOnlySpan<(string Name, string Value)> pairs)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in pairs)
            values[name] = value;
        return values;
    }
}
