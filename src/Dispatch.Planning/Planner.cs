using Dispatch.Planning.Rich.Restocking;
using Dispatch.Planning.Search;
using Dispatch.Planning.Together;

namespace Dispatch.Planning;

/// <summary>How long and how the search works.</summary>
public sealed record PlannerOptions
{
    /// <summary>Iterations of the search; with the seed they decide the result. Default 2,000; 0 or more.</summary>
    public long Iterations { get; init; } = 2_000;

    /// <summary>Same problem, seed, iterations and threads: same plan. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// The share of the time that is spent, 0 to 1, asked now and then on the searching threads; the search ends when it says 1 or
    /// more, and cools down towards it. None (the default): the iterations alone decide. This room knows no clock, so whoever has
    /// one gives it here; a plan then depends on the machine.
    /// </summary>
    public Func<double>? Spent { get; init; }

    /// <summary>The options of one part of a search.</summary>
    /// <param name="from">The share of the whole after which it begins, 0 or more.</param>
    /// <param name="to">The share at which it ends, 1 at most.</param>
    internal PlannerOptions Part(double from, double to) => this with
    {
        Iterations = Iterations == long.MaxValue ? long.MaxValue : (long)(to * Iterations) - (long)(from * Iterations),
        Spent = Spent is { } spent ? () => (spent() - from) / (to - from) : null,
    };

    /// <summary>
    /// Threads that search at once, each with all the iterations; default 1, 1 or more. They exchange their best at fixed shares of the
    /// whole, and never give less than one thread with the same seed and iterations. Visits tied to each other are searched on one.
    /// </summary>
    public int Threads { get; init; } = 1;
}

/// <summary>Makes plans and improves them. Pure: same problem, seed and iterations give the same plan on every machine.</summary>
public static class Planner
{
    /// <summary>A first plan: what is frozen, then by urgency and deadline each visit where it costs least.</summary>
    public static Plan FirstPlan(Problem problem) => Complete(Plan.Empty(problem));

    /// <summary>Puts what nobody has into a plan, most urgent first, each where it costs least; the rest stays as it is.</summary>
    public static Plan Complete(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Problem.HasTies)
            return TiedSearch.Complete(plan);
        return DaySearch.Complete(plan);
    }

    /// <summary>Puts in what nobody has where that is no worse, and improves the plan; never gives one that is worse than what it started from.</summary>
    /// <param name="start">Any plan of a problem, also an empty one, or one that is late or leaves visits out.</param>
    /// <param name="options">Iterations and seed.</param>
    /// <param name="cancellation">Ends the search at once; the best so far is given.</param>
    /// <param name="better">Told each better plan as it is found; on the caller's thread.</param>
    public static Plan Improve(Plan start, PlannerOptions options, Action<Plan>? better = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Iterations);
        if (start.Problem.HasTies)
            return TiedSearch.Improve(start, options, better, cancellation);
        if (RestockDay.Supports(start.Problem))
            return RestockSearch.Improve(start, options, better, cancellation);
        return DaySearch.Improve(start, options, better, cancellation);
    }
}
