using Dispatch.Planning.Search;

namespace Dispatch.Planning.Rich.Synchronised;

/// <summary>Plans a <see cref="SynchronisedDay"/> by simulated annealing over one order of all visits.</summary>
/// <remarks>
/// The order as in Ceschia, Di Gaspero and Schaerf's work on this problem; moves are drawn among neighbours in time and place, since
/// nearly all others are bad. Several threads anneal apart, and the best is taken.
/// </remarks>
public static class SynchronisedSearch
{
    /// <summary>The best plan found.</summary>
    /// <param name="day">What to plan.</param>
    /// <param name="options">Iterations, seed, threads, and the share of the time that is spent.</param>
    /// <param name="better">Told each better plan; on the searching threads, one at a time.</param>
    /// <param name="cancellation">Ends the search at once; the best so far is given.</param>
    public static SynchronisedPlan Run(SynchronisedDay day, PlannerOptions options, Action<SynchronisedPlan>? better = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(options);
        var first = SynchronisedStart.Of(day);
        better?.Invoke(first);
        if (day.Visits.Length < 2)
            return first;
        var gate = new Lock();
        var (told, best) = (first.Cost, first);
        var plans = new SynchronisedPlan[Math.Max(1, options.Threads)];
        void Tell(SynchronisedPlan plan)
        {
            lock (gate)
            {
                if (plan.Cost >= told - 1e-6)
                    return;
                (told, best) = (plan.Cost, plan);
                better?.Invoke(plan);
            }
        }

        var threads = new Thread[plans.Length - 1];
        for (var i = 0; i < threads.Length; i++)
        {
            var number = i + 1;
            threads[i] = new Thread(() => plans[number] = new SynchronisedAnnealing(first, options, options.Seed + 1_000_003UL * (ulong)number).Run(Tell, cancellation));
            threads[i].Start();
        }

        plans[0] = new SynchronisedAnnealing(first, options, options.Seed).Run(Tell, cancellation);
        foreach (var thread in threads)
            thread.Join();
        foreach (var plan in plans)
            best = plan.Cost < best.Cost ? plan : best;
        return best;
    }
}
