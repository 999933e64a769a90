using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.DayPlans;

/// <summary>An interval that a caller may choose, on one of several days, with what it would take.</summary>
/// <param name="Id">Names the offer within its answer.</param>
/// <param name="ExtraCost">In seconds of driving, all priced rules together.</param>
/// <param name="PlanVersion">The version of that day's plan that it was made for: send it and <paramref name="Option"/> along when booking.</param>
/// <param name="Option">The place in that day's plan.</param>
[GenerateSerializer, Immutable]
public sealed record VisitOffer(
    string Id,
    LocalDate Date,
    ArrivalInterval Interval,
    TechnicianId Technician,
    string TechnicianName,
    long ExtraCost,
    int ExtraDriveMinutes,
    int LateMinutes,
    long PlanVersion,
    InsertionOption Option);

/// <summary>The intervals for a caller; where there are none, why by day.</summary>
[GenerateSerializer, Immutable]
public sealed record OffersAnswer(IReadOnlyList<VisitOffer> Offers, IReadOnlyList<Reason> WhyNot);
