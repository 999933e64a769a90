using Orleans;

namespace Dispatch.Contracts.Commands;

/// <summary>A reason as data: a code that the apps translate, its values, and the plain English sentence.</summary>
/// <param name="Code">Stable, kebab-case, for example "skill-missing".</param>
/// <param name="Text">English, short and active, with what to do where there is something to do; no patient's name or address.</param>
/// <param name="Values">What the translated sentence fills in, by name.</param>
[GenerateSerializer, Immutable]
[method: System.Text.Json.Serialization.JsonConstructor]
public sealed record Reason(string Code, string Text, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>A reason without values.</summary>
    public Reason(string code, string text) : this(code, text, NoValues) { }

    private static readonly Dictionary<string, string> NoValues = [];
}

/// <summary>What became of a command.</summary>
/// <param name="IsAccepted">True once its events are durable; also when it was sent before, or had nothing to change.</param>
/// <param name="Refusal">Why not, exactly when it was not accepted.</param>
/// <param name="Version">Version of what was changed, after the command.</param>
/// <param name="Remarks">What differs from what was asked, and which soft rules it breaks.</param>
[GenerateSerializer, Immutable]
public sealed record CommandResult(bool IsAccepted, Reason? Refusal, long Version, IReadOnlyList<Reason> Remarks)
{
    /// <summary>Accepted and durable.</summary>
    public static CommandResult Accepted(long version, params IReadOnlyList<Reason> remarks) => new(true, null, version, remarks);

    /// <summary>Refused; nothing was changed.</summary>
    public static CommandResult Refused(Reason reason, long version = 0) => new(false, reason, version, []);

    /// <summary>Refused because there is no such thing; HTTP says 404.</summary>
    public static CommandResult NotFound(string what) => Refused(new Reason(UnknownCode, $"There is no such {what}; it may have been removed."));

    /// <summary>Refused because the plan has moved on since; HTTP says 412.</summary>
    public static CommandResult Stale(long version) =>
        Refused(new Reason(StaleCode, "The plan has changed since you looked; look again and repeat the step."), version);

    /// <summary>Code of <see cref="NotFound"/>.</summary>
    public const string UnknownCode = "unknown";

    /// <summary>Code of <see cref="Stale"/>.</summary>
    public const string StaleCode = "stale-version";
}
