using Dispatch.Journal;
using Dispatch.Journal.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Outbox;

/// <summary>Runs the outbox's pump while the silo is up.</summary>
internal sealed partial class OutboxService(IJournal journal, IGrainFactory grains, ILogger<OutboxService> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pump = new OutboxPump(
            journal,
            (pending, _) => ReceiverName.Find(grains, pending.Receiver).ReceiveAsync(Told(pending)),
            (pending, error) => LogStuck(error, pending.Name, pending.Attempts),
            new OutboxPumpOptions(),
            TimeProvider.System,
            (several, _) => ReceiverName.Find(grains, several[0].Receiver).ReceiveTogetherAsync([.. several.Select(Told)]));
        try
        {
            await pump.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private static Delivery Told(PendingDelivery pending) => new(pending.Id, pending.Name, pending.Version, pending.Data.ToArray());

    [LoggerMessage(Level = LogLevel.Error, Message = "A delivery '{Name}' has failed {Attempts} times and is tried again")]
    private partial void LogStuck(Exception error, string name, int attempts);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The outbox has stopped; what is undelivered waits for the next start")]
    private partial void LogStopped();
}
