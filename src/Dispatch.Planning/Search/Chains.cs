namespace Dispatch.Planning.Search;

/// <summary>Several annealings of one day at once, each on a thread and with dice of its own, that meet now and then.</summary>
/// <remarks>
/// When they meet, whoever is behind goes on from the best of all; but the first does not: it is what it would be alone, so that more
/// threads never give less. They meet at fixed shares of the iterations, and wait for each other: same problem, seed, iterations and
/// threads, same plan. Where the time decides they meet at fixed shares of the time.
/// </remarks>
internal sealed class Chains : IDisposable
{
    // So often do they meet.
    private const int Meetings = 10;

    private readonly BestTours[] best;
    private readonly Barrier meeting;
    private readonly int[][]?[] found;
    private readonly int[] met;
    private int[][]? ahead;
    private int leader;

    private Chains(int count)
    {
        (best, found, met) = (new BestTours[count], new int[][]?[count], new int[count]);
        meeting = new Barrier(count, _ => Lead());
    }

    /// <summary>Anneals on as many threads as the options say; the first is the caller's.</summary>
    /// <param name="options">Iterations, of each; seed; threads.</param>
    /// <param name="make">Makes the tours that a thread works on, all the same.</param>
    /// <param name="arc">What an arc costs on average.</param>
    /// <param name="better">Told the routes now and then when they may be better than ever; on the caller's thread.</param>
    public static void Run(PlannerOptions options, Func<Tours> make, double arc, Action<int[][]> better, CancellationToken cancellation)
    {
        using var chains = new Chains(options.Threads);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        for (var c = 0; c < options.Threads; c++)
            chains.best[c] = new BestTours(make());
        var others = new Task[options.Threads - 1];
        for (var c = 1; c < options.Threads; c++)
        {
            var chain = c;
            others[c - 1] = Task.Factory.StartNew(
                () => chains.Anneal(chain, options, arc, routes => chains.found[chain] = routes, ended.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        try
        {
            chains.Anneal(0, options, arc, better, cancellation);
        }
        catch
        {
            // Whoever is told of a plan may refuse it: then nobody needs the others either.
            ended.Cancel();
            throw;
        }
        finally
        {
            Task.WaitAll(others, CancellationToken.None);
        }

        foreach (var routes in chains.found)
        {
            if (routes is not null)
                better(routes);
        }
    }

    /// <inheritdoc />
    public void Dispose() => meeting.Dispose();

    private void Anneal(int chain, PlannerOptions options, double arc, Action<int[][]> better, CancellationToken cancellation)
    {
        try
        {
            new Evolution(best[chain], options, SeedOf(options.Seed, chain), better, spent => Meet(chain, spent, better)).Run(arc, cancellation);
        }
        finally
        {
            meeting.RemoveParticipant();
        }
    }

    // The first has the seed itself.
    private static ulong SeedOf(ulong seed, int chain) => seed + (ulong)chain * 0xD1B54A32D192ED03;

    // The routes that a chain goes on from; none if they are its own.
    private int[][]? Meet(int chain, double spent, Action<int[][]> better)
    {
        int[][]? onward = null;
        for (; spent * Meetings >= met[chain] + 1; met[chain]++)
        {
            meeting.SignalAndWait(CancellationToken.None);
            if (chain > 0)
                onward = leader == chain ? null : ahead;
            else if (leader > 0 && ahead is not null)
                better(ahead);
        }

        return onward;
    }

    // While all wait: who is ahead, the first of those that are equal. Copied, since that chain goes on at once.
    private void Lead()
    {
        leader = 0;
        for (var c = 1; c < best.Length; c++)
        {
            if (best[c].IsBetterThan(best[leader]))
                leader = c;
        }

        ahead = best[leader].Routes();
    }
}
