using System.Text;

namespace Dispatch.Journal.Tests;

internal static class Samples
{
    public static AppendMetadata Metadata { get; } = new("command", "tester", 1);

    public static NewEvent Event(string text) => new("noted", 1, Encoding.UTF8.GetBytes($"\"{text}\""));

    public static NewDelivery Delivery(string receiver, string id) => new(receiver, id, "told", 1, "{}"u8.ToArray());

    public static string Text(RecordedEvent happened) => Encoding.UTF8.GetString(happened.Data.Span).Trim('"');

    public static async Task<List<T>> All<T>(IAsyncEnumerable<T> source)
    {
        var list = new List<T>();
        await foreach (var item in source)
            list.Add(item);
        return list;
    }
}
