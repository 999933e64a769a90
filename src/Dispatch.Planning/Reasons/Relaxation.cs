using Dispatch.Planning.Insertion;

namespace Dispatch.Planning.Reasons;

/// <summary>What would have to change for a technician to have a visit.</summary>
public enum RelaxationKind
{
    /// <summary>Nothing: there is a place.</summary>
    None,

    /// <summary>Nothing that a desk could change helps: no road, or more than one rule is in the way.</summary>
    Nothing,

    /// <summary>So many seconds of overtime beyond a strict shift, or beyond the longest work.</summary>
    Overtime,

    /// <summary>So many seconds of driving beyond the longest.</summary>
    Driving,

    /// <summary>So many seconds outside a strict window.</summary>
    Window,

    /// <summary>The technician takes back that it cannot be done.</summary>
    AskAgain,

    /// <summary>A dispatcher takes the pin off.</summary>
    Unpin,

    /// <summary>So many more of a part on the van.</summary>
    Part,

    /// <summary>Skills that are missing: bits of <see cref="PlanVisit.Skills"/>.</summary>
    Skill,

    /// <summary>The technician comes back to work.</summary>
    Back,

    /// <summary>The other visits of its group go to this technician as well.</summary>
    WholeGroup,

    /// <summary>Tools or instruments that the van lacks: bits of <see cref="PlanVisit.Tools"/>.</summary>
    Tool,

    /// <summary>So much more room of one dimension of load on the van.</summary>
    Room,
}

/// <summary>The least change by which a technician could have a visit.</summary>
/// <param name="Rule">The hard rule in the way; <see cref="BlockingRule.None"/> where strict times alone are.</param>
/// <param name="Amount">Seconds, how many of the part, or how much room; 0 otherwise.</param>
/// <param name="Part">The kind of part, or the dimension of load; -1 otherwise.</param>
/// <param name="Skills">The missing bits; 0 otherwise.</param>
public sealed record Relaxation(int Technician, BlockingRule Rule, RelaxationKind Kind, int Amount, int Part, ulong Skills)
{
    /// <summary>The groups of <see cref="PlanVisit.AnySkills"/> of which one bit each is missing besides; empty otherwise.</summary>
    public IReadOnlyList<ulong> AnySkills { get; init; } = [];

    /// <summary>The missing bits of <see cref="PlanVisit.Tools"/>; 0 otherwise.</summary>
    public ulong Tools { get; init; }
}

/// <summary>Finds for each technician the least relaxation of one rule that would let a visit in.</summary>
/// <remarks>
/// "Reyes if 20 min overtime; Chen if the certificate had not expired." One rule at a time is lifted and the visit tried at every
/// position; where two rules are in the way there is no such single change, and <see cref="RelaxationKind.Nothing"/> says so.
/// </remarks>
public static class LeastRelaxation
{
    /// <summary>One a technician, by index.</summary>
    public static Relaxation[] Of(Plan plan, int visit)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var problem = plan.Problem;
        var routes = new LiveRoutes(plan);
        var blocked = Blocking.InPlan(plan, visit);
        Problem? withoutShifts = null, withoutWindow = null, withoutRule = null;
        var found = new Relaxation[problem.Technicians.Length];
        for (var t = 0; t < found.Length; t++)
        {
            if (blocked[t] == BlockingRule.None)
            {
                found[t] = routes.Best(t, visit) is not null
                    ? new Relaxation(t, BlockingRule.None, RelaxationKind.None, 0, -1, 0)
                    : OfTimes(plan, visit, t, withoutShifts ??= WithoutShifts(problem), withoutWindow ??= WithoutWindow(problem, visit));
            }
            else
            {
                var change = OfRule(plan, visit, t, blocked[t]);
                withoutRule ??= WithoutRule(problem, visit);
                var helps = change.Kind != RelaxationKind.Nothing && Blocking.Of(withoutRule, t, visit) == BlockingRule.None
                    && Place(withoutRule, t, plan.Routes[t], visit, (_, _) => 0) is not null && IsOnlyRule(plan, t, visit, blocked[t]);
                found[t] = helps ? change : change with { Kind = RelaxationKind.Nothing, Amount = 0, Part = -1, Skills = 0, AnySkills = [], Tools = 0 };
            }
        }

        return found;
    }

    /// <summary>Orders relaxations by what they ask of people: some minutes first, then a word, a part, a technician called in, a certificate.</summary>
    public static int Weight(Relaxation relaxation)
    {
        ArgumentNullException.ThrowIfNull(relaxation);
        return relaxation.Kind switch
        {
            RelaxationKind.None => 0,
            RelaxationKind.Overtime or RelaxationKind.Window or RelaxationKind.Driving => Math.Min(99_999, 1 + relaxation.Amount),
            RelaxationKind.Unpin => 100_000,
            RelaxationKind.AskAgain => 110_000,
            RelaxationKind.Part => 120_000 + Math.Min(9_999, relaxation.Amount),
            RelaxationKind.Tool => 125_000,
            RelaxationKind.Room => 127_000,
            RelaxationKind.WholeGroup => 130_000,
            RelaxationKind.Skill => 300_000,
            RelaxationKind.Back => 200_000,
            _ => int.MaxValue,
        };
    }

    private static Relaxation OfTimes(Plan plan, int visit, int technician, Problem withoutShifts, Problem withoutWindow)
    {
        var who = plan.Problem.Technicians[technician];
        var (route, what) = (plan.Routes[technician], plan.Problem.Visits[visit]);
        var overtime = Place(withoutShifts, technician, route, visit, (times, _) => Math.Max(
            plan.Problem.LatestHome(technician) is var latest && latest != PlanVisit.None ? Math.Max(0, times.HomeAt - latest) : 0,
            who.MostWorkSeconds == PlanVisit.None ? 0 : Math.Max(0, times.WorkSeconds - who.MostWorkSeconds)));
        var window = what.IsWindowStrict
            ? Place(withoutWindow, technician, route, visit, (times, position) => Outside(plan.Problem.VisitOn(technician, visit), times.Start[position]))
            : null;
        if (overtime is null && window is null && who.MostDriveSeconds != PlanVisit.None
            && Place(WithoutDriveBounds(plan.Problem), technician, route, visit, (times, _) => Math.Max(0, times.DriveSeconds - who.MostDriveSeconds)) is { } driving)
            return new Relaxation(technician, BlockingRule.None, RelaxationKind.Driving, driving, -1, 0);
        if (overtime is null && window is null)
            return new Relaxation(technician, BlockingRule.None, RelaxationKind.Nothing, 0, -1, 0);
        return window is null || overtime <= window
            ? new Relaxation(technician, BlockingRule.None, RelaxationKind.Overtime, overtime!.Value, -1, 0)
            : new Relaxation(technician, BlockingRule.None, RelaxationKind.Window, window.Value, -1, 0);
    }

    private static Relaxation OfRule(Plan plan, int visit, int technician, BlockingRule rule)
    {
        var (who, what) = (plan.Problem.Technicians[technician], plan.Problem.Visits[visit]);
        var (part, amount) = rule is BlockingRule.PartMissing or BlockingRule.PartUsedUp ? Short(plan, visit, technician) : (-1, 0);
        return rule switch
        {
            BlockingRule.SkillMissing => new Relaxation(technician, rule, RelaxationKind.Skill, 0, -1, what.Skills & ~who.Skills) { AnySkills = [.. what.AnySkills.Where(group => (group & who.Skills) == 0)] },
            BlockingRule.ToolMissing => new Relaxation(technician, rule, RelaxationKind.Tool, 0, -1, 0) { Tools = what.Tools & ~who.Tools },
            BlockingRule.RoomMissing or BlockingRule.RoomTaken when Blocking.RoomShort(plan, technician, visit) is [var (dimension, room)] => new Relaxation(technician, rule, RelaxationKind.Room, room, dimension, 0),
            BlockingRule.TechnicianOut => new Relaxation(technician, rule, RelaxationKind.Back, 0, -1, 0),
            BlockingRule.PinnedElsewhere => new Relaxation(technician, rule, RelaxationKind.Unpin, 0, -1, 0),
            BlockingRule.Excluded => new Relaxation(technician, rule, RelaxationKind.AskAgain, 0, -1, 0),
            BlockingRule.GroupElsewhere => new Relaxation(technician, rule, RelaxationKind.WholeGroup, 0, -1, 0),
            BlockingRule.PartMissing or BlockingRule.PartUsedUp when part >= 0 => new Relaxation(technician, rule, RelaxationKind.Part, amount, part, 0),
            _ => new Relaxation(technician, rule, RelaxationKind.Nothing, 0, -1, 0),
        };
    }

    // Whether a second rule would still be in the way once the first is lifted.
    private static bool IsOnlyRule(Plan plan, int technician, int visit, BlockingRule first)
    {
        var (who, what) = (plan.Problem.Technicians[technician], plan.Problem.Visits[visit]);
        return (first == BlockingRule.SkillMissing || Blocking.HasSkills(who, what))
            && (first == BlockingRule.ToolMissing || plan.Problem.HasRestock || (what.Tools & ~who.Tools) == 0)
            && (first == BlockingRule.TechnicianOut || !who.IsOut)
            && (first == BlockingRule.PinnedElsewhere || what.PinnedTechnician < 0 || what.PinnedTechnician == technician)
            && (first == BlockingRule.Excluded || !what.Excluded.Contains(technician))
            && (first == BlockingRule.GroupElsewhere || plan.Problem.Groups?.Allows(technician, visit, plan.TechnicianOf) is not false)
            && (first is BlockingRule.PartMissing or BlockingRule.PartUsedUp || Blocking.Carries(plan, technician, visit))
            && (first is BlockingRule.RoomMissing or BlockingRule.RoomTaken || Blocking.RoomShort(plan, technician, visit).Count == 0);
    }

    private static (int Part, int Amount) Short(Plan plan, int visit, int technician)
    {
        var (stock, needed) = (plan.Problem.Technicians[technician].Stock, plan.Problem.Visits[visit].Parts);
        var (which, most, kinds) = (-1, 0, 0);
        for (var part = 0; part < needed.Count; part++)
        {
            var used = plan.Routes[technician].Sum(stop => VanLoad.Amount(plan.Problem.Visits[stop].Parts, part));
            var missing = needed[part] == 0 ? 0 : used + needed[part] - VanLoad.Amount(stock, part);
            if (missing <= 0)
                continue;
            kinds++;
            (which, most) = (part, missing);
        }

        return kinds == 1 ? (which, most) : (-1, 0);
    }

    private static int? Place(Problem problem, int technician, int[] route, int visit, Func<RouteTimes, int, int> amount)
    {
        var times = new RouteTimes();
        int? least = null;
        for (var position = problem.Technicians[technician].Frozen.Count; position <= route.Length; position++)
        {
            times.Compute(problem, technician, LiveRoutes.Put(route, visit, position));
            if (times.IsPossible && amount(times, position) is var needed && (least is null || needed < least))
                least = needed;
        }

        return least;
    }

    private static int Outside(PlanVisit visit, int start)
    {
        var least = int.MaxValue;
        foreach (var window in visit.Windows)
            least = Math.Min(least, Math.Max(0, Math.Max(window.Start - start, start - window.End)));
        return least;
    }

    private static Problem WithoutShifts(Problem problem) => new(
        [.. problem.Technicians.Select(who => who with { IsShiftStrict = false, LatestEnd = PlanVisit.None, MostWorkSeconds = who.MostWorkSeconds == PlanVisit.None ? PlanVisit.None : PlanVisit.None - 1 })],
        problem.Visits, problem.Travel, problem.Weights);

    private static Problem WithoutDriveBounds(Problem problem) => new(
        [.. problem.Technicians.Select(who => who with { MostDriveSeconds = PlanVisit.None })], problem.Visits, problem.Travel, problem.Weights);

    private static Problem WithoutWindow(Problem problem, int visit) => new(
        problem.Technicians, [.. problem.Visits.Select((what, v) => v == visit ? what with { IsWindowStrict = false } : what)], problem.Travel, problem.Weights);

    private static Problem WithoutRule(Problem problem, int visit) => new(
        [.. problem.Technicians.Select(who => who with { IsOut = false })],
        [.. problem.Visits.Select((what, v) => v == visit ? what with { Skills = 0, AnySkills = [], Tools = 0, PinnedTechnician = -1, Excluded = [], Parts = [], Brings = [], Takes = [] } : what)],
        problem.Travel, problem.Weights);
}
