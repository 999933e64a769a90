using Dispatch.Planning.Search;

namespace Dispatch.Planning.Rich.Synchronised;

/// <summary>One thread's annealing: a change at random among neighbours, taken if it is better, or by chance if it is little worse.</summary>
internal sealed class SynchronisedAnnealing
{
    private const int MostNear = 25;

    // A day of few visits freezes long before the end, and now and then in a plan that is not the best (one day of four visits in 2,000,
    // after 30,000 iterations): it is annealed several times, each time from a greater heat.
    private const int VisitsOfOneRound = 50;
    private const int MostRounds = 6;

    private readonly SynchronisedDay day;
    private readonly SynchronisedRoutes routes;
    private readonly PlannerOptions options;
    private readonly int[][] near;
    private readonly ulong[] canDo;
    private Dice dice;
    private SynchronisedPlan best;

    public SynchronisedAnnealing(SynchronisedPlan start, PlannerOptions options, ulong seed)
    {
        (day, best, this.options) = (start.Day, start, options);
        routes = new SynchronisedRoutes(start);
        dice = new Dice(seed);
        near = Near();
        var words = (day.Skills.Length + 63) / 64;
        canDo = new ulong[2 * day.Visits.Length * words];
        for (var task = 0; task < 2 * day.Visits.Length; task++)
        {
            foreach (var technician in day.Able(task))
                canDo[task * words + technician / 64] |= 1UL << (technician & 63);
        }
    }

    /// <summary>Anneals from hot to cold over all the time: once, or several times where visits are few.</summary>
    public SynchronisedPlan Run(Action<SynchronisedPlan> tell, CancellationToken cancellation)
    {
        var hot = TypicalLoss();
        var cold = hot / 500;
        var rounds = Math.Clamp(VisitsOfOneRound / day.Visits.Length, 1, MostRounds);
        var (temperature, spent) = (hot, 0.0);
        var (bestCost, isTold) = (routes.Cost, true);
        for (var i = 0L; i < options.Iterations && spent < 1; i++)
        {
            if ((i & 255) == 0)
            {
                if (cancellation.IsCancellationRequested)
                    break;
                spent = Math.Max(options.Spent?.Invoke() ?? 0, options.Iterations == long.MaxValue ? 0 : (double)i / options.Iterations);
                var round = Math.Min((int)(spent * rounds), rounds - 1);
                temperature = hot * (1 + round) * Math.Pow(cold / hot, spent * rounds - round);
                if (!isTold)
                {
                    tell(best);
                    isTold = true;
                }
            }

            var limit = -temperature * Math.Log(1 - dice.Unit());
            if (!Change() || IsOver(routes.LeastLoss(), limit) || IsOver(routes.Weigh(), limit))
            {
                routes.Undo();
                continue;
            }

            routes.Keep();
            if (routes.Cost < bestCost - 1e-6)
            {
                (best, isTold) = (routes.ToPlan(), false);
                bestCost = routes.Cost;
            }
        }

        tell(best);
        return best;
    }

    // What a change at random costs more, in the middle of those that cost anything.
    private double TypicalLoss()
    {
        var losses = new List<double>();
        for (var i = 0; i < 2000; i++)
        {
            var loss = 0.0;
            if (Change())
            {
                routes.LeastLoss();
                loss = routes.Weigh();
            }

            routes.Undo();
            if (loss > 1e-9)
                losses.Add(loss);
        }

        losses.Sort();
        return losses.Count == 0 ? 1 : losses[losses.Count / 4];
    }

    private static bool IsOver(double loss, double limit) => loss > 0 && loss >= limit;

    private bool Change() => dice.Below(100) switch
    {
        < 55 => Relocate(),
        < 70 => Reassign(),
        < 78 => Shift(),
        < 97 => SwapTwo(),
        _ => SwapTails(),
    };

    // Next to a neighbour on that one's route.
    private bool Relocate()
    {
        var visit = dice.Below(day.Visits.Length);
        var other = Neighbour(visit);
        var technician = routes.TechnicianOf[2 * other + (routes.IsDouble(other) ? dice.Below(2) : 0)];
        Beside(visit, other);
        var tasks = routes.IsDouble(visit) ? 2 : 1;
        var one = tasks == 2 ? dice.Below(2) : 0;
        if (!CanDo(2 * visit + one, technician))
        {
            one = tasks - 1 - one;
            if (!CanDo(2 * visit + one, technician))
                return dice.Below(2) == 0;
        }

        return Give(visit, one, technician);
    }

    private bool Reassign()
    {
        var visit = dice.Below(day.Visits.Length);
        var one = routes.IsDouble(visit) ? dice.Below(2) : 0;
        var able = day.Able(2 * visit + one);
        return Give(visit, one, able[dice.Below(able.Length)]);
    }

    private bool Shift()
    {
        var visit = dice.Below(day.Visits.Length);
        var reach = 1 + dice.Below(12);
        routes.Move(visit, Math.Clamp(routes.PositionOf(visit) + (dice.Below(2) == 0 ? reach : -reach), 0, day.Visits.Length - 1));
        return true;
    }

    private bool SwapTwo()
    {
        var a = dice.Below(day.Visits.Length);
        var b = Neighbour(a);
        var (i, j) = (routes.IsDouble(a) ? dice.Below(2) : 0, routes.IsDouble(b) ? dice.Below(2) : 0);
        var (first, second) = (routes.TechnicianOf[2 * a + i], routes.TechnicianOf[2 * b + j]);
        if (!CanDo(2 * a + i, second) || !CanDo(2 * b + j, first))
            return false;
        if (dice.Below(5) != 0)
            routes.Swap(a, b);
        return Give(a, i, second) && Give(b, j, first);
    }

    // What two technicians do after a place in the order changes hands.
    private bool SwapTails()
    {
        var visit = dice.Below(day.Visits.Length);
        var other = Neighbour(visit);
        var (a, b) = (routes.TechnicianOf[2 * visit], routes.TechnicianOf[2 * other]);
        if (a == b)
            return false;
        for (var at = routes.PositionOf(visit); at < day.Visits.Length; at++)
        {
            var later = routes.Order[at];
            var (one, two) = (routes.TechnicianOf[2 * later], routes.IsDouble(later) ? routes.TechnicianOf[2 * later + 1] : -1);
            var (newOne, newTwo) = (one == a ? b : one == b ? a : one, two == a ? b : two == b ? a : two);
            if (newOne != one)
            {
                if (!CanDo(2 * later, newOne))
                    return false;
                routes.Give(2 * later, newOne);
            }

            if (newTwo != two)
            {
                if (!CanDo(2 * later + 1, newTwo))
                    return false;
                routes.Give(2 * later + 1, newTwo);
            }
        }

        return true;
    }

    private void Beside(int visit, int other)
    {
        var (from, to) = (routes.PositionOf(visit), routes.PositionOf(other) + dice.Below(2));
        routes.Move(visit, Math.Clamp(from < to ? to - 1 : to, 0, day.Visits.Length - 1));
    }

    // The other service of the visit changes hands, too, where both would be with one technician.
    private bool Give(int visit, int one, int technician)
    {
        if (routes.IsDouble(visit) && routes.TechnicianOf[2 * visit + 1 - one] == technician)
        {
            var other = 2 * visit + 1 - one;
            var free = routes.TechnicianOf[2 * visit + one];
            if (free == technician || !CanDo(other, free))
            {
                var able = day.Able(other);
                free = able[dice.Below(able.Length)];
            }

            if (free == technician)
                return false;
            routes.Give(other, free);
        }

        routes.Give(2 * visit + one, technician);
        return true;
    }

    private bool CanDo(int task, int technician)
    {
        var words = (day.Skills.Length + 63) / 64;
        return (canDo[task * words + technician / 64] >> (technician & 63) & 1) == 1;
    }

    private int Neighbour(int visit)
    {
        if (dice.Below(8) != 0)
            return near[visit][dice.Below(near[visit].Length)];
        var other = dice.Below(day.Visits.Length - 1);
        return other >= visit ? other + 1 : other;
    }

    // Near is what can come shortly before or after: a short drive, little waiting, no lateness.
    private int[][] Near()
    {
        var count = day.Visits.Length;
        var lists = new int[count][];
        var (keys, items) = (new double[count], new int[count]);
        for (var v = 0; v < count; v++)
        {
            for (var other = 0; other < count; other++)
                (keys[other], items[other]) = (other == v ? double.MaxValue : Math.Min(Follows(v, other), Follows(other, v)), other);
            Array.Sort(keys, items);
            lists[v] = items[..Math.Min(MostNear, count - 1)];
        }

        return lists;
    }

    private double Follows(int a, int b)
    {
        var (one, two) = (day.Visits[a], day.Visits[b]);
        var drive = day[a + 1, b + 1];
        var takes = one.Services.Max(service => service.Duration) + drive;
        return drive + 0.2 * Math.Max(0, two.Ready - one.Due - takes) + Math.Max(0, one.Ready + takes - two.Due);
    }
}
