using Dispatch.Planning.Search;

namespace Dispatch.Planning.Together;

/// <summary>A place for both visits of a tie.</summary>
/// <param name="First">Who would have the first, and at which place of the route, 0 first.</param>
/// <param name="Second">Who would have the second, and at which place.</param>
/// <param name="Change">Change of the plan's score.</param>
/// <param name="Plan">The plan that follows; it keeps its ties.</param>
public sealed record TiedChoice((int Technician, int Position) First, (int Technician, int Position) Second, Score Change, Plan Plan);

/// <summary>Finds the best places for the two visits of a tie together: a visit that needs two technicians at once, or one after the other.</summary>
/// <remarks>
/// Each of the two is tried everywhere alone; of each technician's best places every pair is then timed together, both held until the
/// later of the two is there, and the best of those are judged by the whole plan. For 24 technicians with eight visits each these are
/// some 400 places and at most 5,000 pairs.
/// </remarks>
public static class TiedInsertion
{
    // Of one technician as many places are paired; of all pairs as many are judged by the whole plan.
    private const int PlacesEach = 4;
    private const int Judged = 16;

    /// <summary>The best choices, best first, one for two technicians, at most <paramref name="count"/>; none where no two can have it.</summary>
    /// <param name="plan">A plan in which the two are on no route; a frozen one stays, and the other is placed by it.</param>
    /// <param name="visit">Either of the two.</param>
    /// <param name="count">How many choices at most.</param>
    /// <exception cref="ArgumentException">The visit is in no tie, or both are on a route already.</exception>
    public static IReadOnlyList<TiedChoice> Best(Plan plan, int visit, int count)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var problem = plan.Problem;
        var other = problem.OtherOfTie(visit);
        if (other < 0)
            throw new ArgumentException($"Visit {visit} is tied to no other.", nameof(visit));
        var (first, second) = problem.Visits[visit].TiedTo >= 0 ? (other, visit) : (visit, other);
        if (plan.TechnicianOf[first] >= 0 && plan.TechnicianOf[second] >= 0)
            throw new ArgumentException($"Visits {first} and {second} are both on a route; take them off first.", nameof(visit));
        var work = new WorkingPlan(plan);
        var timer = new PairTimer(plan, first, second);
        var choices = new List<TiedChoice>();
        foreach (var (one, two, _) in Pairs(timer, Places(plan, work, first), Places(plan, work, second)))
        {
            var after = new Plan(problem, timer.With(one, two));
            if ((after.KeepsTies || !plan.KeepsTies) && (after.KeepsGroups || !plan.KeepsGroups) && PairTimer.IsPossible(after, plan))
                choices.Add(new TiedChoice(Place(after, first), Place(after, second), after.Score - plan.Score, after));
        }

        return [.. choices.OrderBy(choice => choice.Change).DistinctBy(choice => (choice.First.Technician, choice.Second.Technician)).Take(count)];
    }

    private static (int Technician, int Position) Place(Plan plan, int visit) =>
        (plan.TechnicianOf[visit], Array.IndexOf(plan.Routes[plan.TechnicianOf[visit]], visit));

    // Where one of the two may stand, alone; of one that is on a route that place only, with nothing to be inserted.
    private static List<(int Technician, int Position, Score Change)> Places(Plan plan, WorkingPlan work, int visit)
    {
        var problem = plan.Problem;
        if (plan.TechnicianOf[visit] is >= 0 and var has)
            return [(has, -1, default)];
        var places = new List<(int Technician, int Position, Score Change)>();
        for (var t = 0; t < problem.Technicians.Length; t++)
        {
            if (!plan.MayHave(t, visit))
                continue;
            var mine = new List<(int Technician, int Position, Score Change)>();
            for (var position = problem.Technicians[t].Frozen.Count; position <= plan.Routes[t].Length; position++)
            {
                if (work.Evaluate(visit, t, position) is { } change)
                    mine.Add((t, position, change));
            }

            places.AddRange(mine.OrderBy(place => place.Change).Take(PlacesEach));
        }

        return [.. places.OrderBy(place => place.Change)];
    }

    // The pairs that cost least when both are held for each other, the rest of the plan standing still.
    private static List<((int Technician, int Position) One, (int Technician, int Position) Two, Score Change)> Pairs(
        PairTimer timer, List<(int Technician, int Position, Score Change)> ones, List<(int Technician, int Position, Score Change)> twos)
    {
        var best = new List<((int Technician, int Position) One, (int Technician, int Position) Two, Score Change)>();
        foreach (var one in ones)
        {
            foreach (var two in twos)
            {
                // Alone each costs no more than held for the other, and the twos are ascending.
                if (best.Count == Judged && one.Change + two.Change >= best[^1].Change)
                    break;
                if (timer.Change((one.Technician, one.Position), (two.Technician, two.Position)) is not { } change)
                    continue;
                var at = best.FindIndex(pair => change < pair.Change);
                best.Insert(at < 0 ? best.Count : at, ((one.Technician, one.Position), (two.Technician, two.Position), change));
                if (best.Count > Judged)
                    best.RemoveAt(Judged);
            }
        }

        return best;
    }
}
