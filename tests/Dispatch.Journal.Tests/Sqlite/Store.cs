using System.Collections.Concurrent;
using System.Globalization;
using Dispatch.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using static Dispatch.Journal.Tests.Samples;

namespace Dispatch.Journal.Tests.Sqlite;

/// <summary>A writer on a real file, with its connection at hand.</summary>
internal sealed class Store : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;
    private readonly SqliteConnection connection;
    private readonly ConcurrentQueue<long> commits = new();

    public Store()
    {
        file = SqliteFile.Take(new JournalOptions { File = folder.File() });
        connection = file.OpenToWrite();
        SqliteSchema.CreateOrCheck(connection, file.Path);
        Writer = new SqliteWriter(connection, file, 1024, commits.Enqueue);
    }

    public SqliteWriter Writer { get; }

    /// <summary>The last position after each commit that added events.</summary>
    public IReadOnlyCollection<long> Commits => commits;

    public Task<AppendResult> AppendAsync(string stream, long expected, string text = "x") =>
        AppendCancellablyAsync(stream, expected, text, CancellationToken.None);

    public Task<AppendResult> AppendCancellablyAsync(string stream, long expected, string text, CancellationToken cancellation) =>
        Writer.EnqueueAsync(to => to.Append(stream, expected, [Event(text)], [], Metadata), cancellation);

    /// <summary>What is queued meanwhile is one group.</summary>
    public async Task WhileTheWriterIsHeldAsync(Action queue)
    {
        var held = new TaskCompletionSource();
        using var release = new ManualResetEventSlim();
        var holding = Writer.EnqueueAsync(
            _ =>
            {
                held.SetResult();
                release.Wait();
                return true;
            },
            CancellationToken.None);
        await held.Task;
        queue();
        release.Set();
        await holding;
    }

    /// <summary>The stream of each event, in order, as another connection sees it.</summary>
    public List<string> Streams()
    {
        using var reader = new SqliteReader(file.OpenToRead());
        return [.. reader.All(0, int.MaxValue).Select(happened => happened.Stream)];
    }

    /// <summary>Runs a statement on the writer's connection; only while nothing is queued.</summary>
    public void Run(string sql)
    {
        using var command = SqliteStatements.Make(connection, sql);
        command.ExecuteNonQuery();
    }

    /// <summary>A value as text, as the writer's connection sees it; only while nothing is queued.</summary>
    public string? Read(string sql)
    {
        using var command = SqliteStatements.Make(connection, sql);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        Writer.Dispose();
        file.Dispose();
        folder.Dispose();
    }
}
