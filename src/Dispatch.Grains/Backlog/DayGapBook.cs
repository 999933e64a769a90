using Dispatch.Contracts.Backlog;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Orleans.Concurrency;

namespace Dispatch.Grains.Backlog;

/// <summary>A visit that was given a place on a day when the waiting list was planned.</summary>
/// <param name="Details">As it is on that day.</param>
/// <param name="Change">Names the change by which it is booked, so that it can be taken back.</param>
/// <param name="Technician">Who was to have it.</param>
/// <param name="After">The stop that it was to follow; none to be the first.</param>
/// <param name="MostExtraDriveMinutes">What was said that the route takes more for all up to this one.</param>
[GenerateSerializer, Immutable]
public sealed record GapWanted(VisitId Visit, VisitDetails Details, CommandId Change, TechnicianId Technician, VisitId? After, int MostExtraDriveMinutes)
{
    /// <summary>Who was to come too, where the visit needs two.</summary>
    [Id(0)]
    public ProposedSecond? Second { get; init; }
}

/// <summary>Books what was proposed for a day together, and takes it back together; key: that of the day's plan.</summary>
[Alias("dispatch.day-gap-book")]
public interface IDayGapBook : IGrainWithStringKey
{
    /// <summary>Which of them find a gap, with all of them wanted; changes nothing.</summary>
    /// <param name="wanted">In the order of their routes.</param>
    [Alias("fitting")]
    Task<IReadOnlyList<VisitId>> FittingAsync(IReadOnlyList<GapWanted> wanted);

    /// <summary>
    /// Takes them in, each a change of its own in one append. What finds no gap any more is inserted where it is best. Remarks name, by value
    /// "visit", what is not with whom it was to be.
    /// </summary>
    /// <param name="wanted">In the order of their routes.</param>
    [Alias("book")]
    Task<CommandResult> BookGapsAsync(IReadOnlyList<GapWanted> wanted, CommandContext context);

    /// <summary>Takes such changes back in one append. Remarks name, by value "visit", what stays, and why.</summary>
    [Alias("take-back")]
    Task<CommandResult> TakeGapsBackAsync(IReadOnlyList<GapWithdrawn> withdrawn, CommandContext context);
}

/// <summary>A visit whose booking is taken back.</summary>
/// <param name="Change">By which it was booked.</param>
[GenerateSerializer, Immutable]
public sealed record GapWithdrawn(VisitId Visit, CommandId Change);
