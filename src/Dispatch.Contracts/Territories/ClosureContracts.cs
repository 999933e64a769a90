using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Territories;

/// <summary>Closes streets, or says that they are slower.</summary>
/// <param name="Shape">A line along or across the streets that are meant, 2 to 200 points; or the corners of an area, 3 to 200.</param>
/// <param name="Factor">How many times as long a drive there takes, 1.1 to 20; none when nobody may drive there.</param>
/// <param name="Until">When it is over by itself; none until somebody says so.</param>
/// <param name="Reason">In a few words, at most 200 characters.</param>
[GenerateSerializer, Immutable]
public sealed record CloseStreets(IReadOnlyList<GeoPoint> Shape, bool IsArea, double? Factor, Instant? Until, string Reason);

/// <summary>What is otherwise on some streets, and who said so.</summary>
/// <param name="Id">The id of the command that said so.</param>
[GenerateSerializer, Immutable]
public sealed record ClosureView(
    ClosureId Id, IReadOnlyList<GeoPoint> Shape, bool IsArea, double? Factor, Instant? Until, string Reason, string By, Instant At);
