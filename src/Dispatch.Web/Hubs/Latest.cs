using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Dispatch.Web.Hubs;

/// <summary>Of a thing that is sent whole only the latest waits.</summary>
internal static class Latest
{
    /// <summary>How often a subscription is renewed: well before the feed takes silence for the end of it.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    /// <summary>A channel that holds one thing, the newest.</summary>
    public static Channel<T> Channel<T>() =>
        System.Threading.Channels.Channel.CreateBounded<T>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>
    /// Reads until cancelled, and renews the subscription each minute, however much is read meanwhile; what the renewal gives is
    /// sent too.
    /// </summary>
    public static async IAsyncEnumerable<T> ReadAsync<T>(ChannelReader<T> reader, Func<Task<T?>> renew, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        using var renewals = new PeriodicTimer(Renewal, time);
        var due = renewals.WaitForNextTickAsync(cancellation).AsTask();
        var arrival = reader.WaitToReadAsync(cancellation).AsTask();
        while (true)
        {
            await Task.WhenAny(due, arrival);
            if (cancellation.IsCancellationRequested)
                yield break;
            if (due.IsCompleted)
            {
                if (await renew() is { } renewed)
                    yield return renewed;
                due = renewals.WaitForNextTickAsync(cancellation).AsTask();
            }

            if (arrival.IsCompleted)
            {
                if (reader.TryRead(out var next))
                    yield return next;
                arrival = reader.WaitToReadAsync(cancellation).AsTask();
            }
        }
    }
}
