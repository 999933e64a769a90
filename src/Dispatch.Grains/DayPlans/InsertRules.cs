using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Journaling;
using Dispatch.Planning;
using Dispatch.Planning.Insertion;

namespace Dispatch.Grains.DayPlans;

using Decided = Decision<DayPlanEvent>;

/// <summary>Takes visits into the plan: at the option that was chosen, or where it is best.</summary>
internal static class InsertRules
{
    // An option that was shown still stands if the arrival is at most so much later now.
    private static readonly NodaTime.Duration OptionStands = NodaTime.Duration.FromMinutes(5);

    /// <summary>Places one visit that is in the day and on no route. What nobody can do stands unassigned.</summary>
    /// <param name="option">What the dispatcher chose; none lets the plan choose.</param>
    public static Decided Place(DayPicture picture, VisitId visit, InsertionOption? option, CommandContext context)
    {
        var index = picture.VisitIndex[visit];
        var edit = new RouteEdit(picture);
        var remarks = new List<Reason>();
        Plan? plan = null;
        if (option is { Partner.Technician: not null })
            plan = PairOptions.Chosen(picture, index, option, OptionStands);
        else if (option is not null && picture.TechnicianIndex.TryGetValue(option.Technician, out var wanted) && picture.Problem.OtherOfTie(index) < 0
            && VisitInsertion.On(picture.Plan, index, wanted) is { } same && picture.At(same.Arrival) - option.ArriveAt <= OptionStands)
            plan = same.Plan;
        if (plan is null)
        {
            var inserted = UrgentInsertion.Insert(picture.Plan, index, DayLimits.Of(picture.Settings));
            if (!inserted.IsPlaced)
                return Decided.Nothing.Remarking(DayReasons.Unassigned(picture, visit));
            plan = inserted.Plan;
        }

        edit.Take(plan);
        var holder = plan.TechnicianOf[index];
        var name = DayReasons.Name(picture, picture.TechnicianIds[holder]);
        if (option is not null && picture.TechnicianIds[holder] != option.Technician)
        {
            var times = new RouteTimes();
            times.Compute(plan.Problem, holder, plan.Routes[holder], plan.Holds);
            remarks.Add(new Reason(
                "option-gone", $"The plan has moved on: {name} has it now.",
                new Dictionary<string, string> { ["technician"] = name, ["arrival"] = picture.At(times.Arrive[Array.IndexOf(plan.Routes[holder], index)]).ToString() }));
        }

        return Decided.Happened(edit.ToEvent(
            context, new Reason("inserted", $"New visit to {name}.", new Dictionary<string, string> { ["technician"] = name }), isUndoable: false)).Remarking(remarks);
    }

    /// <summary>Places all visits that are on no route and that nobody took off by hand, most urgent first.</summary>
    public static Decided PlaceAll(DayPicture picture, CommandContext context)
    {
        var plan = Planner.Complete(picture.Plan);
        if (Halves.WithoutLone(plan) is var without && without.Unassigned.Length > plan.Unassigned.Length)
            plan = Halves.WithoutLone(Planner.Complete(without));
        var edit = new RouteEdit(picture);
        edit.Take(plan);
        if (!edit.IsChanged)
            return Decided.Nothing;
        var count = Math.Max(0, picture.Plan.Unassigned.Length - plan.Unassigned.Length);
        return Decided.Happened(edit.ToEvent(
            context, new Reason("planned", $"{count} visits planned.", new Dictionary<string, string> { ["count"] = $"{count}" }), isUndoable: false));
    }

    /// <summary>The three best places for a visit, with what each would change.</summary>
    public static InsertionOptions Options(DayPicture picture, VisitId visit, long planVersion)
    {
        if (picture.Problem.OtherOfTie(picture.VisitIndex[visit]) >= 0)
            return PairOptions.Of(picture, visit, planVersion);
        var best = VisitInsertion.Best(picture.Plan, picture.VisitIndex[visit], 3);
        return new InsertionOptions(
            planVersion,
            [.. best.Select((choice, i) => Describe(picture, visit, choice, i))],
            best.Count > 0 ? [] : DayReasons.Unassigned(picture, visit));
    }

    /// <summary>A choice in the words of the contract.</summary>
    public static InsertionOption Describe(DayPicture picture, VisitId visit, InsertionChoice choice, int number)
    {
        var details = picture.State.Visits[visit].Details;
        var id = picture.TechnicianIds[choice.Technician];
        var start = picture.At(choice.Start);
        var remarks = new List<Reason>();
        if (details.Windows.Count > 0 && details.Windows.All(window => start < window.Start || start > window.End))
            remarks.Add(new Reason("outside-window", "Outside the wanted time."));
        return new InsertionOption(
            $"{number + 1}-{id.Value}",
            id,
            DayReasons.Name(picture, id),
            choice.Position,
            picture.At(choice.Arrival),
            (int)Math.Ceiling(choice.ExtraDriveSeconds / 60.0),
            details.Deadline is { } deadline && start > deadline ? (int)Math.Ceiling((start - deadline).TotalMinutes) : 0,
            (choice.ExtraOvertimeSeconds + 59) / 60,
            [.. choice.Delays.Where(delay => delay.Seconds >= 60).Select(delay => Shift(picture, choice, delay))],
            [.. choice.Displaced.Select(gone => picture.VisitIds[gone.Visit])],
            remarks);
    }

    private static ShiftedVisit Shift(DayPicture picture, InsertionChoice choice, (int Visit, int Seconds) delay)
    {
        var visit = picture.State.Visits[picture.VisitIds[delay.Visit]];
        var times = new RouteTimes();
        times.Compute(choice.Plan.Problem, choice.Technician, choice.Plan.Routes[choice.Technician], choice.Plan.Holds);
        var start = times.Start[Array.IndexOf(choice.Plan.Routes[choice.Technician], delay.Visit)];
        return new ShiftedVisit(visit.Id, visit.PatientName, delay.Seconds / 60, visit.Promise is { } promise && picture.At(start) > promise.End);
    }

    /// <summary>Whether it must be placed before anything else is done: P0 and P1.</summary>
    public static bool IsHigh(UrgencyClass urgency) => urgency <= UrgencyClass.P1;
}
