namespace Dispatch.Journal;

/// <summary>The journal cannot do what was asked; the message is one sentence that says what to do.</summary>
public sealed class JournalException : Exception
{
    /// <summary>With the sentence.</summary>
    public JournalException(string message) : base(message) { }

    /// <summary>With the sentence and what lay beneath.</summary>
    public JournalException(string message, Exception inner) : base(message, inner) { }
}
