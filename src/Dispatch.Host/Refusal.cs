using Dispatch.Journal;
using Dispatch.Roads;
using Dispatch.Simulation.Demo;

namespace Dispatch.Host;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>What was asked for cannot be: one sentence on standard error says why and what to do.</summary>
    public const int Refused = 2;
}

/// <summary>What was asked for cannot be; the message is one sentence that says what to do.</summary>
internal sealed class RefusedException(string message) : Exception(message);

/// <summary>Which failures are the asker's to mend.</summary>
internal static class Refusal
{
    /// <summary>The sentence; none for a mistake of the program's own, which shall be seen whole.</summary>
    public static string? Sentence(Exception error) => error switch
    {
        RefusedException or MapException or JournalException or DemoException => error.Message,
        AggregateException { InnerExceptions: [var one] } => Sentence(one),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            "That address is in use; stop what uses it, or choose another with --urls.",
        UnauthorizedAccessException => $"{error.Message} Give this user the right to, or choose another --data folder.",
        _ => null,
    };
}
