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

    /// <summary>Queues a search whose result somebody awaits; what it throws, that one hears.</summary>
    public Task<T> RunAsync<T>(Func<T> search)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(() =>
        {
            try
            {
                done.SetResult(search());
            }
#pragma warning disable CA1031 // Whatever it is, whoever awaits the result hears it; the planner's thread goes on for all others.
            catch (Exception error)
#pragma warning restore CA1031
            {
                done.SetException(error);
            }
        });
        return done.Task;
    }

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
