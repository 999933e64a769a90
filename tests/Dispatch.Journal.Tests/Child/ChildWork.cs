using Dispatch.Journal.Sqlite;
using static Dispatch.Journal.Tests.Samples;

namespace Dispatch.Journal.Tests.Child;

/// <summary>What a child process does; each line that it writes is a fact that its parent holds it to.</summary>
internal static class ChildWork
{
    public const string AppendForever = "append-forever";
    public const string AppendUntilRefused = "append-until-refused";
    public const string Hold = "hold";

    /// <summary>Streams that <see cref="AppendForever"/> writes to at once, one append at a time each.</summary>
    public const int Streams = 8;

    private const string Refused = "refused ";
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Goes on where each stream ends; writes "STREAM VERSION" after each acknowledgement.</summary>
    public static async Task<int> AppendForeverAsync(string file)
    {
        await using var journal = SqliteJournal.Open(file);
        await Task.WhenAll(Enumerable.Range(0, Streams).Select(number => Task.Run(async () =>
        {
            var stream = $"w{number}";
            var version = (long)(await All(journal.ReadStreamAsync(stream, 0, None))).Count;
            while (true)
            {
                var id = $"{stream}-{version + 1}";
                var metadata = new AppendMetadata(id, "child", version);
                await journal.AppendAsync(stream, version, [Event(id)], [Delivery(stream, id)], metadata, None);
                version++;
                Say($"{stream} {version}");
            }
        })));
        return 0;
    }

    /// <summary>Writes "STREAM VERSION" after each acknowledgement, and "refused SENTENCE" at the first refusal and for one more append.</summary>
    public static async Task<int> AppendUntilRefusedAsync(string file)
    {
        await using var journal = SqliteJournal.Open(file);
        var refusals = 0;
        for (var version = 0L; refusals < 2;)
        {
            try
            {
                await journal.AppendAsync("w", version, [Event(new string('x', 4000))], [], Metadata, None);
                version++;
                Say($"w {version}");
            }
            catch (JournalException error)
            {
                refusals++;
                Say(Refused + error.Message);
            }
        }

        return 0;
    }

    /// <summary>Holds the journal open until it is killed; writes a line when it has it.</summary>
    public static async Task<int> HoldAsync(string file)
    {
        await using var journal = SqliteJournal.Open(file);
        Say("open");
        await Task.Delay(Timeout.InfiniteTimeSpan, None);
        return 0;
    }

    /// <summary>The sentence of a line that tells a refusal; none of any other.</summary>
    public static string? Refusal(string line) => line.StartsWith(Refused, StringComparison.Ordinal) ? line[Refused.Length..] : null;

    private static void Say(string line)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
