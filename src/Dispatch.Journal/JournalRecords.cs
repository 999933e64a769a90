namespace Dispatch.Journal;

/// <summary>An event to append. The journal does not look inside: name, version and bytes are all it knows.</summary>
/// <param name="Name">Stable, for example "visit-requested".</param>
/// <param name="Version">Of the event's shape, from 1.</param>
/// <param name="Data">UTF-8 JSON; the caller must not change it until the append has returned.</param>
public sealed record NewEvent(string Name, int Version, ReadOnlyMemory<byte> Data);

/// <summary>Something that another must hear, written in the same append as the events that cause it.</summary>
/// <param name="Receiver">Whose it is; deliveries of one receiver are made in the order of their appends.</param>
/// <param name="Id">What the receiver ignores repeats by.</param>
/// <param name="Name">Stable name of the payload's shape.</param>
/// <param name="Version">Of that shape, from 1.</param>
/// <param name="Data">UTF-8 JSON.</param>
public sealed record NewDelivery(string Receiver, string Id, string Name, int Version, ReadOnlyMemory<byte> Data);

/// <summary>What is true of all events of one append.</summary>
/// <param name="CommandId">The command that caused it.</param>
/// <param name="Actor">Who sent the command; an account, never a patient's name.</param>
/// <param name="RecordedAtMicros">The domain's time, microseconds since the Unix epoch.</param>
public sealed record AppendMetadata(string CommandId, string Actor, long RecordedAtMicros);

/// <summary>An event as it was written.</summary>
/// <param name="Position">Place in the whole journal, rising; a gap in the numbers means nothing.</param>
/// <param name="StreamVersion">Place in its stream, from 1 without gaps.</param>
public sealed record RecordedEvent(
    long Position, string Stream, long StreamVersion, string Name, int Version, ReadOnlyMemory<byte> Data,
    string CommandId, string Actor, long RecordedAtMicros);

/// <summary>A delivery that has not been made yet.</summary>
/// <param name="Position">Place among all deliveries; its name towards the journal.</param>
/// <param name="Sender">The stream whose append asked for it.</param>
/// <param name="Attempts">How often it has failed.</param>
public sealed record PendingDelivery(
    long Position, string Sender, string Receiver, string Id, string Name, int Version, ReadOnlyMemory<byte> Data, int Attempts);

/// <summary>A stream's state at a version, so that not all its events need be read.</summary>
public sealed record Snapshot(string Stream, long StreamVersion, string Name, int Version, ReadOnlyMemory<byte> Data);

/// <summary>What became of an append: one of the two nested cases.</summary>
public abstract record AppendResult
{
    private AppendResult() { }

    /// <summary>Durable.</summary>
    /// <param name="FirstPosition">Position of the first event.</param>
    /// <param name="StreamVersion">The stream's version now.</param>
    public sealed record Appended(long FirstPosition, long StreamVersion) : AppendResult;

    /// <summary>Somebody else was quicker; nothing was written.</summary>
    /// <param name="ActualVersion">The stream's version.</param>
    public sealed record Conflict(long ActualVersion) : AppendResult;
}
