using System.Threading.Channels;
using Dispatch.Contracts.Feeds;
using NodaTime;

namespace Dispatch.Web.Hubs;

/// <summary>What waits for one connection: of each entity only the latest, and of news the newest few.</summary>
internal sealed class WaitingChanges
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, BoardChange> changes = [];
    private readonly Channel<bool> arrived = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private long number;
    private bool isSnapshot;
    private Instant at;

    /// <summary>Adds what is new; a snapshot takes the place of all that waits.</summary>
    public void Put(BoardMessage message)
    {
        lock (gate)
        {
            number = Math.Max(number, message.Number);
            at = message.At;
            if (message.IsSnapshot)
            {
                isSnapshot = true;
                changes.Clear();
            }

            foreach (var change in message.Changes)
                changes[change.Key] = change;
            arrived.Writer.TryWrite(true);
        }
    }

    /// <summary>Waits for something, and takes all of it; none when cancelled.</summary>
    public async Task<BoardMessage?> TakeAsync(CancellationToken cancellation)
    {
        try
        {
            await arrived.Reader.ReadAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        lock (gate)
        {
            var message = new BoardMessage(number, isSnapshot, at, [.. changes.Values]);
            isSnapshot = false;
            changes.Clear();
            return message;
        }
    }
}
