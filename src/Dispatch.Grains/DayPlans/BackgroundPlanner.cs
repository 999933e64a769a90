using System.Collections.Concurrent;

namespace Dispatch.Grains.DayPlans;

/// <summary>The planner's own thread, below all others in priority and never one of the grains': nobody waits for the planner.</summary>
internal sealed class BackgroundPlanner : IDisposable
{
    private readonly BlockingCollection<Action> work = [];
    private readonly Thread thread;

    public BackgroundPlanner()
    {
        thread = new Thread(Run) { IsBackground = true, Name = "planner", Priority = ThreadPriority.BelowNormal };
        thread.Start();
    }

    /// <summary>Queues a search; it must not throw.</summary>
    public void Queue(Action search) => work.Add(search);

    public void Dispose()
    {
        work.CompleteAdding();
        thread.Join();
        work.Dispose();
    }

    private void Run()
    {
        foreach (var search in work.GetConsumingEnumerable())
            search();
    }
}
