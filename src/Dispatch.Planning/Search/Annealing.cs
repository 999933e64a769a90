namespace Dispatch.Planning.Search;

/// <summary>
/// Takes strings of neighbouring visits off their routes, puts them back greedily with an occasional blink, and accepts by simulated
/// annealing: slack induction by string removals, Christiaens and Vanden Berghe (Transportation Science 2020).
/// </summary>
internal sealed class Annealing(Tours tours, ulong seed)
{
    private const int AverageRemoved = 10;

    private readonly StringRemoval removal = new(tours, AverageRemoved);
    private readonly Reinsertion reinsertion = new(tours);
    private Dice dice = new(seed);

    /// <summary>Anneals once over all the iterations or the time.</summary>
    /// <param name="hot">At first a change that costs so much more is taken now and then.</param>
    /// <param name="cold">In the end.</param>
    /// <param name="better">Told the routes now and then when they are better than ever.</param>
    public void Run(PlannerOptions options, double hot, double cold, Action<int[][]> better, CancellationToken cancellation)
    {
        var best = new BestTours(tours);
        tours.BeginBlinking();
        var (temperature, spent) = (hot, 0.0);
        for (var i = 0L; i < options.Iterations; i++)
        {
            if ((i & 63) == 0)
            {
                if (cancellation.IsCancellationRequested)
                    break;
                if (best.IsNew)
                    better(best.Take());
                spent = Math.Max(options.Spent?.Invoke() ?? 0, options.Iterations == long.MaxValue ? 0 : (double)i / options.Iterations);
                if (spent >= 1)
                    break;
                temperature = hot * Math.Pow(cold / hot, spent);
            }

            var (before, broken) = (tours.Cost + tours.SoftUrgency, tours.Broken);
            tours.Begin();
            reinsertion.PutBack(removal.Take(ref dice), ref dice);
            if (tours.Broken > broken || tours.Cost + tours.SoftUrgency - before >= -temperature * Math.Log(1 - dice.Unit()))
                tours.Undo();
            else
                best.Offer();
        }

        if (best.IsNew)
            better(best.Take());
    }
}
