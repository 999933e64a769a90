namespace Dispatch.Planning.Rich.Synchronised;

/// <summary>What a day says of its visits, in flat arrays: by visit, and the durations by task (2v and 2v + 1 of visit v).</summary>
internal sealed class SharedFacts
{
    public SharedFacts(SynchronisedDay day)
    {
        var visits = day.Visits.Length;
        (Ready, Due, Duration) = (new double[visits], new double[visits], new double[2 * visits]);
        (LeastGap, MostGap, IsDouble) = (new double[visits], new double[visits], new bool[visits]);
        for (var v = 0; v < visits; v++)
        {
            var visit = day.Visits[v];
            (Ready[v], Due[v], LeastGap[v], MostGap[v], IsDouble[v]) = (visit.Ready, visit.Due, visit.LeastGap, visit.MostGap, visit.Services.Count == 2);
            for (var i = 0; i < visit.Services.Count; i++)
                Duration[2 * v + i] = visit.Services[i].Duration;
        }
    }

    public double[] Ready { get; }

    public double[] Due { get; }

    public double[] Duration { get; }

    public double[] LeastGap { get; }

    public double[] MostGap { get; }

    public bool[] IsDouble { get; }
}
