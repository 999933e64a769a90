namespace Dispatch.Journal;

/// <summary>The journal cannot do what was asked; the message is one sentence that says what to do.</summary>
public sealed class JournalException : Exception
{
    /// <summary>With the sentence.</summary>
    public JournalException(string message) : base(message) { }

    /// <summary>With the sentence and what lay beneath.</summary>
    public JournalException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Nothing was done, and the same call may succeed later by itself: the disk is full, or another program holds a lock.</summary>
    public bool MayPass { get; init; }
}
