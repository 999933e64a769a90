using Dispatch.Contracts.Commands;
using Orleans;
using Orleans.Concurrency;

namespace Dispatch.Contracts.Visits;

/// <summary>One visit from request to end; key: the visit's id. What happens to it on its day is told by the day plan.</summary>
[Alias("dispatch.visit")]
public interface IVisitGrain : IGrainWithStringKey
{
    /// <summary>Makes the visit; what its day must know follows by outbox.</summary>
    [Alias("request")]
    Task<CommandResult> RequestAsync(RequestVisit command, CommandContext context);

    /// <summary>Changes duration, windows, urgency, note.</summary>
    [Alias("edit")]
    Task<CommandResult> EditAsync(EditVisit command, CommandContext context);

    /// <summary>Takes it to another day or into the backlog; refused once it has been started.</summary>
    [Alias("reschedule")]
    Task<CommandResult> RescheduleAsync(RescheduleVisit command, CommandContext context);

    /// <summary>Calls it off; refused once it is done.</summary>
    [Alias("cancel")]
    Task<CommandResult> CancelAsync(CancelVisit command, CommandContext context);

    /// <summary>Takes an answer from the patient page; always taken.</summary>
    [Alias("answer")]
    Task<CommandResult> RecordAnswerAsync(PatientAnswer answer, CommandContext context);

    /// <summary>What planning needs; none if there is no such visit.</summary>
    [Alias("details"), ReadOnly]
    Task<VisitDetails?> DetailsAsync();

    /// <summary>The visit by its own knowledge (the day plan knows times and technician better); none if there is no such visit.</summary>
    [Alias("view"), ReadOnly]
    Task<VisitView?> ViewAsync();

    /// <summary>What happened to it, oldest first.</summary>
    [Alias("history"), ReadOnly]
    Task<IReadOnlyList<HistoryEntry>> HistoryAsync();
}
