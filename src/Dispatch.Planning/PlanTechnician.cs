namespace Dispatch.Planning;

/// <summary>One technician on one day. Times are seconds since the start of the service day.</summary>
public sealed record PlanTechnician
{
    /// <summary>Where the remaining route begins: home or depot, or where the technician now is.</summary>
    public required int StartPlace { get; init; }

    /// <summary>Where it ends.</summary>
    public required int EndPlace { get; init; }

    /// <summary>Not before this can the remaining route begin: the shift's start, or now.</summary>
    public required int AvailableFrom { get; init; }

    /// <summary>The shift's end; what is beyond is overtime.</summary>
    public required int ShiftEnd { get; init; }

    /// <summary>Skills held on that day, one bit each; a higher level has the bits of the lower ones.</summary>
    public ulong Skills { get; init; }

    /// <summary>What is left on the van, by kind of part; empty if parts do not matter.</summary>
    public IReadOnlyList<int> Stock { get; init; } = [];

    /// <summary>The break still to be taken; none when taken, or when there is none.</summary>
    public PlanBreak? Break { get; init; }

    /// <summary>Whether the technician is out: only the frozen stops are left to do.</summary>
    public bool IsOut { get; init; }

    /// <summary>Visits that begin the route in this order and that the planner may not touch: under way, or about to start.</summary>
    public IReadOnlyList<int> Frozen { get; init; } = [];
}

/// <summary>A break that begins within a window.</summary>
public sealed record PlanBreak(int Earliest, int Latest, int Seconds);
