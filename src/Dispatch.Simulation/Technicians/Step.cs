using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using NodaTime;

namespace Dispatch.Simulation.Technicians;

/// <summary>What a simulated technician does next: a fact to report, or an answer to a changed route.</summary>
/// <param name="Due">When it happens.</param>
internal sealed record Step(Instant Due, TechnicianFact? Fact, AnswerRouteChange? Answer);

/// <summary>A step that is to be reported now, with the command that reports it.</summary>
internal sealed record DueStep(SimulatedTechnician Technician, Step Step, LocalDate Date, CommandContext Context);
