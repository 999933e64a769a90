namespace Dispatch.Planning.Rich.Errands;

/// <summary>One thing to do at one place: a job, or one end of a shipment. Times are in the day's own unit.</summary>
public sealed record Errand
{
    /// <summary>Where; an index of the tables.</summary>
    public required int Place { get; init; }

    /// <summary>When it may begin, ascending; empty means any time.</summary>
    public IReadOnlyList<(int Start, int End)> Windows { get; init; } = [];

    /// <summary>How long it takes.</summary>
    public int Service { get; init; }

    /// <summary>How long it takes by <see cref="ErrandVehicle.Type"/>; beyond the list, and where -1 stands, <see cref="Service"/>.</summary>
    public IReadOnlyList<int> ServiceByType { get; init; } = [];

    /// <summary>What is added where the stop before is at another place.</summary>
    public int Setup { get; init; }

    /// <summary>What is added by <see cref="ErrandVehicle.Type"/>; beyond the list, and where -1 stands, <see cref="Setup"/>.</summary>
    public IReadOnlyList<int> SetupByType { get; init; } = [];

    /// <summary>Load by dimension that is brought here: on board from the start, or from <see cref="PickedUpAt"/>.</summary>
    public IReadOnlyList<int> Brings { get; init; } = [];

    /// <summary>Load by dimension that is taken from here to the end of the route. Of the pickup of a shipment: nothing, its delivery says it all.</summary>
    public IReadOnlyList<int> Takes { get; init; } = [];

    /// <summary>Of the delivery of a shipment: the errand that picks it up, on the same route before; both are done or neither. -1 for a job.</summary>
    public int PickedUpAt { get; init; } = -1;

    /// <summary>What leaving it out costs; of a shipment, that of the delivery counts.</summary>
    public required long SkipCost { get; init; }
}

/// <summary>A break that every route has; it may interrupt a drive.</summary>
/// <param name="Windows">When it may begin, ascending; empty means any time.</param>
/// <param name="Seconds">How long it takes.</param>
public sealed record ErrandBreak(IReadOnlyList<(int Start, int End)> Windows, int Seconds)
{
    /// <summary>The most that may be on board meanwhile, by dimension; dimensions beyond are not bounded.</summary>
    public IReadOnlyList<int> MostLoad { get; init; } = [];
}

/// <summary>Who does errands.</summary>
public sealed record ErrandVehicle
{
    /// <summary>Where the route begins; -1 for at its first errand.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Where it ends; -1 for at its last errand.</summary>
    public int End { get; init; } = -1;

    /// <summary>It does not leave before.</summary>
    public int Earliest { get; init; }

    /// <summary>It is back by then.</summary>
    public int Latest { get; init; } = Never;

    /// <summary>The room by dimension; dimensions beyond have none.</summary>
    public IReadOnlyList<int> Capacity { get; init; } = [];

    /// <summary>Its breaks.</summary>
    public IReadOnlyList<ErrandBreak> Breaks { get; init; } = [];

    /// <summary>The most errands on a route.</summary>
    public int MostErrands { get; init; } = int.MaxValue;

    /// <summary>The longest driving on a route.</summary>
    public int MostDriving { get; init; } = int.MaxValue;

    /// <summary>The longest way of a route, in the unit of <see cref="ErrandTable.Metres"/>.</summary>
    public int MostMetres { get; init; } = int.MaxValue;

    /// <summary>Which table of <see cref="ErrandDay.Tables"/> it drives by.</summary>
    public int Table { get; init; }

    /// <summary>The kind by which errands take their own time; -1 for none.</summary>
    public int Type { get; init; } = -1;

    /// <summary>What it costs to send it out at all.</summary>
    public long FixedCost { get; init; }

    /// <summary>What 3,600 units of time of service and setup cost; each is rounded alone.</summary>
    public long TaskHourCost { get; init; }

    /// <summary>What so much service or setup costs.</summary>
    public long TaskCost(int time) => TaskHourCost == 0 ? 0 : (TaskHourCost * time + 1800) / 3600;

    /// <summary>Later than every time.</summary>
    public const int Never = 1 << 29;
}

/// <summary>Times and costs of driving between all places, for a kind of vehicle; row-major.</summary>
/// <param name="Metres">Lengths of the ways; none where no vehicle has a <see cref="ErrandVehicle.MostMetres"/>.</param>
public sealed record ErrandTable(int[] Seconds, int[] Costs, int[]? Metres = null);
