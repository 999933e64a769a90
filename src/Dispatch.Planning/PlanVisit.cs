namespace Dispatch.Planning;

/// <summary>One visit. Times are seconds since the start of the service day.</summary>
public sealed record PlanVisit
{
    /// <summary>Where.</summary>
    public required int Place { get; init; }

    /// <summary>Time at the home.</summary>
    public required int DurationSeconds { get; init; }

    /// <summary>The bits that a technician's <see cref="PlanTechnician.Skills"/> must all have.</summary>
    public ulong Skills { get; init; }

    /// <summary>Parts that it uses, by kind; empty if none.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    /// <summary>When work may begin, ascending; empty means any time. Beginning after the last one is late.</summary>
    public IReadOnlyList<PlanWindow> Windows { get; init; } = [];

    /// <summary>0 (P0) to 4 (P4).</summary>
    public int Urgency { get; init; } = 4;

    /// <summary>When someone must be there; <see cref="None"/> without a deadline.</summary>
    public int Deadline { get; init; } = None;

    /// <summary>Start of what the patient was told; <see cref="None"/> if nothing was.</summary>
    public int PromiseStart { get; init; } = None;

    /// <summary>End of what the patient was told; <see cref="None"/> if nothing was.</summary>
    public int PromiseEnd { get; init; } = None;

    /// <summary>The one technician who may have it; -1 means any. A pin.</summary>
    public int PinnedTechnician { get; init; } = -1;

    /// <summary>The start that a dispatcher pinned; <see cref="None"/> without.</summary>
    public int PinnedStart { get; init; } = None;

    /// <summary>Who had it in the plan that people were told; -1 if nobody. Moving it away costs churn.</summary>
    public int ToldTechnician { get; init; } = -1;

    /// <summary>Technicians who may not have it, ascending: one who said that it cannot be done.</summary>
    public IReadOnlyList<int> Excluded { get; init; } = [];

    /// <summary>A time that is not set.</summary>
    public const int None = int.MaxValue;
}

/// <summary>A window; both ends included.</summary>
/// <param name="IsHard">Agreed as fixed: leaving it costs ten times as much. Late is still better than not at all.</param>
public readonly record struct PlanWindow(int Start, int End, bool IsHard);
