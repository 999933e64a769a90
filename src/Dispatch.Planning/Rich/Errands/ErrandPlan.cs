namespace Dispatch.Planning.Rich.Errands;

/// <summary>Routes for an <see cref="ErrandDay"/>: by vehicle the items in order, an errand by its number and a break b as ~b.</summary>
/// <param name="Routes">One a vehicle; breaks alone, or nothing, where it stays.</param>
/// <param name="Unassigned">What nobody does, ascending.</param>
/// <param name="TravelCost">Driving and vehicles, without what is left out.</param>
/// <param name="Cost">All of it.</param>
public sealed record ErrandPlan(IReadOnlyList<int[]> Routes, IReadOnlyList<int> Unassigned, long TravelCost, long Cost);

/// <summary>When the items of a route are arrived at and begin, and when the vehicle is back.</summary>
public sealed record ErrandTimes(int[] Arrive, int[] Begin, int Back);
