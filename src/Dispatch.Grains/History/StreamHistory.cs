using Dispatch.Contracts.Visits;
using Dispatch.Journal;
using NodaTime;

namespace Dispatch.Grains.History;

/// <summary>The history of one thing, read off its stream: who did what, when.</summary>
internal static class StreamHistory
{
    private const int Newest = 200;

    /// <summary>Its newest 200 lines, oldest first. The text is the event's name in words; the apps translate its code.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> OfAsync(IJournal journal, string stream)
    {
        var lines = new Queue<HistoryEntry>();
        await foreach (var recorded in journal.ReadStreamAsync(stream, 0, CancellationToken.None))
        {
            lines.Enqueue(new HistoryEntry(
                Instant.FromUnixTimeTicks(recorded.RecordedAtMicros * 10), recorded.Actor, recorded.Name, InWords(recorded.Name)));
            if (lines.Count > Newest)
                lines.Dequeue();
        }

        return [.. lines];
    }

    private static string InWords(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
}
