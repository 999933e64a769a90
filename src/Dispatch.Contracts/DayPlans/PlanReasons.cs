using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.DayPlans;

/// <summary>What the planner says of one technician and one visit.</summary>
/// <param name="IsHolder">Has it now.</param>
/// <param name="CanHave">Whether no hard rule forbids it.</param>
/// <param name="Why">The rule in the way; or, where none is, what it would cost beyond the best place.</param>
/// <param name="Relaxation">The least that would have to change for this technician to have it; none where nothing helps, or nothing is needed.</param>
/// <param name="ExtraCost">Cost of the best place here beyond that of the best of all, in seconds of driving; none where a hard rule forbids it.</param>
/// <param name="Arrival">When the technician would arrive; none where a hard rule forbids it.</param>
[GenerateSerializer, Immutable]
public sealed record TechnicianVerdict(
    TechnicianId Technician, string Name, bool IsHolder, bool CanHave, Reason Why, Reason? Relaxation, long? ExtraCost, Instant? Arrival);

/// <summary>Why a visit is where it is, or why nobody has it.</summary>
/// <param name="WhyHere">Of the holder, or why it is unassigned.</param>
/// <param name="Moved">What was gained when the planner last moved it; none if it never did.</param>
/// <param name="Technicians">All of the day's, those who can first, the cheapest first; then those nearest to being able to.</param>
/// <param name="LeastRelaxation">The least change of all that would let somebody have it; none if somebody can.</param>
/// <param name="Costs">What each rule costs here, by the rules of <see cref="PlanFigures.Costs"/>; the drive to it counts, and what its being there lengthens the way on.</param>
[GenerateSerializer, Immutable]
public sealed record VisitReasonsView(
    VisitId Visit,
    long PlanVersion,
    IReadOnlyList<Reason> WhyHere,
    Reason? Moved,
    IReadOnlyList<TechnicianVerdict> Technicians,
    Reason? LeastRelaxation,
    IReadOnlyDictionary<string, long> Costs);

/// <summary>What each rule costs on one route.</summary>
/// <param name="Costs">By rule, as <see cref="PlanFigures.Costs"/>.</param>
/// <param name="Stops">The same for each stop ahead, in order: what each rule asks there.</param>
[GenerateSerializer, Immutable]
public sealed record RouteCostsView(
    TechnicianId Technician, long PlanVersion, long Cost, IReadOnlyDictionary<string, long> Costs, IReadOnlyList<StopCosts> Stops);

/// <summary>What each rule costs at one stop; the drive is the one to it.</summary>
[GenerateSerializer, Immutable]
public sealed record StopCosts(VisitId Visit, IReadOnlyDictionary<string, long> Costs);
