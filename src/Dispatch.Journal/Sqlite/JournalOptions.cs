namespace Dispatch.Journal.Sqlite;

/// <summary>Where the embedded journal lies and how it shares its commits.</summary>
public sealed record JournalOptions
{
    /// <summary>The database file; its folder is made if it is not there. Required.</summary>
    public required string File { get; init; }

    /// <summary>
    /// How many waiting writes one commit takes at most. Default 1,024, from 1 to 100,000. At 1 every write pays for a sync of its
    /// own; far beyond the default the first of a group waits long for the last and throughput no longer grows.
    /// </summary>
    public int MostWritesTogether { get; init; } = 1024;

    /// <summary>
    /// How long to wait for a foreign program, such as one that makes a backup, to let go of the database before saying that it is
    /// locked. Whole seconds, default 5 s, from 1 s to 60 s. Everyone who writes waits with it.
    /// </summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How many events a reader takes from the file at once. Default 512, from 1 to 100,000. Memory of a reader, against the number
    /// of queries for a long stream.
    /// </summary>
    public int PageEvents { get; init; } = 512;
}

/// <summary>Says what is wrong with <see cref="JournalOptions"/>.</summary>
public static class JournalOptionsValidator
{
    /// <summary>One sentence for each option that is out of bounds; none if all is well.</summary>
    public static IReadOnlyList<string> Validate(JournalOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var wrong = new List<string>();
        if (string.IsNullOrWhiteSpace(options.File))
            wrong.Add("File must name the journal's database file.");
        if (options.MostWritesTogether is < 1 or > 100_000)
            wrong.Add($"MostWritesTogether is {options.MostWritesTogether}; give a number from 1 to 100000.");
        if (options.LockWait.Ticks % TimeSpan.TicksPerSecond != 0 || options.LockWait.TotalSeconds is < 1 or > 60)
            wrong.Add($"LockWait is {options.LockWait}; give whole seconds from 1 s to 60 s.");
        if (options.PageEvents is < 1 or > 100_000)
            wrong.Add($"PageEvents is {options.PageEvents}; give a number from 1 to 100000.");
        return wrong;
    }
}
