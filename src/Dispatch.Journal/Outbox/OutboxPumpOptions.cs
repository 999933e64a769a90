namespace Dispatch.Journal.Outbox;

/// <summary>How the pump waits between tries, and how much it does at once.</summary>
public sealed record OutboxPumpOptions
{
    /// <summary>The wait after the first failure; doubled at each further one. Default 100 ms, from 1 ms to <see cref="LongestRetry"/>.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between two tries; nothing is ever given up. Default 30 s, up to one hour.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After so many failures the delivery is told as stuck, at each further one again. Default 5, from 1.</summary>
    public int StuckAfter { get; init; } = 5;

    /// <summary>
    /// How many deliveries are held in memory for one receiver; those behind stay in the store until it has room. Default 32, from 1.
    /// A receiver that never answers costs this much memory, however much waits for it.
    /// </summary>
    public int HeldPerReceiver { get; init; } = 32;

    /// <summary>
    /// How many receivers are told something at one moment. Default 256, from 1. Waiting for the next try does not count; a
    /// receiver that hangs does, so a try must end by itself.
    /// </summary>
    public int MostAtOnce { get; init; } = 256;

    /// <summary>The wait after so many failures, of which there is at least one.</summary>
    internal TimeSpan RetryAfter(int failures)
    {
        var wait = FirstRetry.TotalMilliseconds * Math.Pow(2, failures - 1);
        return wait < LongestRetry.TotalMilliseconds ? TimeSpan.FromMilliseconds(wait) : LongestRetry;
    }
}

/// <summary>Says what is wrong with <see cref="OutboxPumpOptions"/>.</summary>
public static class OutboxPumpOptionsValidator
{
    /// <summary>One sentence for each option that is out of bounds; none if all is well.</summary>
    public static IReadOnlyList<string> Validate(OutboxPumpOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var wrong = new List<string>();
        if (options.FirstRetry < TimeSpan.FromMilliseconds(1))
            wrong.Add($"FirstRetry is {options.FirstRetry}; give at least 1 ms.");
        if (options.LongestRetry < options.FirstRetry || options.LongestRetry > TimeSpan.FromHours(1))
            wrong.Add($"LongestRetry is {options.LongestRetry}; give a time from FirstRetry ({options.FirstRetry}) to one hour.");
        if (options.StuckAfter < 1)
            wrong.Add($"StuckAfter is {options.StuckAfter}; give at least 1.");
        if (options.HeldPerReceiver < 1)
            wrong.Add($"HeldPerReceiver is {options.HeldPerReceiver}; give at least 1.");
        if (options.MostAtOnce < 1)
            wrong.Add($"MostAtOnce is {options.MostAtOnce}; give at least 1.");
        return wrong;
    }
}
