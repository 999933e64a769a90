using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Planning;
using Dispatch.Planning.Insertion;
using Dispatch.Planning.Together;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>The best places of a visit for two technicians, both halves together.</summary>
internal static class PairOptions
{
    private const int Shown = 3;
    private const int Looked = 16;

    /// <summary>The three best pairs of places, with what each would change.</summary>
    public static InsertionOptions Of(DayPicture picture, VisitId visit, long planVersion)
    {
        var choices = TiedInsertion.Best(picture.Plan, picture.VisitIndex[visit], Shown);
        return new InsertionOptions(
            planVersion, [.. choices.Select((choice, i) => Describe(picture, picture.Plan, visit, choice, i))], choices.Count > 0 ? [] : DayReasons.Unassigned(picture, visit));
    }

    /// <summary>All pairs of places that are worth a look, cheapest first, at most <paramref name="count"/>.</summary>
    public static IEnumerable<(InsertionOption Option, TiedChoice Choice)> All(DayPicture picture, Plan plan, VisitId visit, int count) =>
        TiedInsertion.Best(plan, picture.VisitIndex[visit], count).Select((choice, i) => (Describe(picture, plan, visit, choice, i), choice));

    /// <summary>The plan with the option that was shown; none if the two are no longer to be had by then.</summary>
    public static Plan? Chosen(DayPicture picture, int visit, InsertionOption option, Duration stands) =>
        TiedInsertion.Best(picture.Plan, visit, Looked).FirstOrDefault(choice =>
            picture.TechnicianIds[choice.First.Technician] == option.Technician && picture.TechnicianIds[choice.Second.Technician] == option.Partner!.Technician
            && picture.At(BothThere(choice).Arrival) - option.ArriveAt <= stands)?.Plan;

    private static InsertionOption Describe(DayPicture picture, Plan plan, VisitId visit, TiedChoice choice, int number)
    {
        var (arrival, start) = BothThere(choice);
        var (before, after) = (Planning.Comparison.PlanFigures.Of(plan), Planning.Comparison.PlanFigures.Of(choice.Plan));
        var second = picture.TechnicianIds[choice.Second.Technician];
        var both = new InsertionChoice(
            choice.First.Technician, choice.First.Position, start, arrival, after.DriveSeconds - before.DriveSeconds, after.OvertimeSeconds - before.OvertimeSeconds,
            choice.Change, [], [], choice.Plan);
        var option = InsertRules.Describe(picture, visit, both, number);
        return option with
        {
            Id = $"{option.Id}-{second.Value}"[..Math.Min(64, option.Id.Length + 1 + second.Value.Length)],
            Shifts = [.. PlanDifference.Between(plan, choice.Plan).Where(move => move.From >= 0 && move.ShiftSeconds >= 60).Select(move => Shift(picture, choice.Plan, move))],
            Partner = new VisitPartner(VisitHalves.SecondOf(visit), second, DayReasons.Name(picture, second), IsWhole: false),
        };
    }

    private static ShiftedVisit Shift(DayPicture picture, Plan after, VisitMove move)
    {
        var visit = picture.State.Visits[picture.VisitIds[move.Visit]];
        var start = Timed(after, after.TechnicianOf[move.Visit], move.Visit).Start;
        return new ShiftedVisit(visit.Id, visit.PatientName, move.ShiftSeconds / 60, visit.Promise is { } promise && picture.At(start) > promise.End);
    }

    private static (int Arrival, int Start) BothThere(TiedChoice choice)
    {
        var first = Timed(choice.Plan, choice.First.Technician, choice.Plan.Routes[choice.First.Technician][choice.First.Position]);
        var second = Timed(choice.Plan, choice.Second.Technician, choice.Plan.Routes[choice.Second.Technician][choice.Second.Position]);
        return (Math.Max(first.Arrival, second.Arrival), Math.Max(first.Start, second.Start));
    }

    private static (int Arrival, int Start) Timed(Plan plan, int technician, int visit)
    {
        var times = new RouteTimes();
        times.Compute(plan.Problem, technician, plan.Routes[technician], plan.Holds);
        var at = Array.IndexOf(plan.Routes[technician], visit);
        return (times.Arrive[at], times.Start[at]);
    }
}
