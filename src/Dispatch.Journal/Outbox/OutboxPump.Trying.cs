namespace Dispatch.Journal.Outbox;

/// <summary>One try of a delivery, and patience with a journal that may recover.</summary>
public sealed partial class OutboxPump
{
    private async Task<bool> TryTogetherAsync(PendingDelivery[] several, CancellationToken stop)
    {
        await atOnce.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            await together!(several, stop).WaitAsync(stop).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Each is tried by itself next, and what it throws then is counted and told.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
        finally
        {
            atOnce.Release();
        }
    }

    private async Task DeliverAsync(PendingDelivery delivery, CancellationToken stop)
    {
        for (var failures = delivery.Attempts; ;)
        {
            var (outcome, error) = await TryAsync(delivery with { Attempts = failures }, stop).ConfigureAwait(false);
            if (outcome is not DeliveryOutcome.Failed failed)
                return;
            failures++;
            if (failures >= options.StuckAfter)
                stuck(new StuckDelivery(delivery with { Attempts = failures }, failed.Reason, error));
            await PatientlyAsync(() => journal.RecordFailedAttemptAsync(delivery.Position, failed.Reason, CancellationToken.None), stop)
                .ConfigureAwait(false);
            await Task.Delay(options.RetryAfter(failures), time, stop).ConfigureAwait(false);
        }
    }

    private async Task<(DeliveryOutcome Outcome, Exception? Error)> TryAsync(PendingDelivery delivery, CancellationToken stop)
    {
        await atOnce.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            // A receiver that does not heed the token is not waited for at the end; it hears the delivery again after the next start.
            var outcome = await deliver(delivery, stop).AsTask().WaitAsync(stop).ConfigureAwait(false);
            return (outcome ?? new DeliveryOutcome.Failed("no outcome"), null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever the receiver throws, the delivery stays and is tried again; from some tries on it is told.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return (new DeliveryOutcome.Failed(error.GetType().Name), error);
        }
        finally
        {
            atOnce.Release();
        }
    }

    private async Task PatientlyAsync(Func<ValueTask> call, CancellationToken stop) =>
        await PatientlyAsync(
            async () =>
            {
                await call().ConfigureAwait(false);
                return true;
            },
            stop).ConfigureAwait(false);

    // A full disk or a backup's lock is no reason to stop telling people things: it is waited for. Whoever appends hears of it.
    private async Task<T> PatientlyAsync<T>(Func<ValueTask<T>> call, CancellationToken stop)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (JournalException error) when (error.MayPass && !stop.IsCancellationRequested)
            {
                await Task.Delay(options.RetryAfter(failures), time, stop).ConfigureAwait(false);
            }
        }
    }
}
