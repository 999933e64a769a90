using Dispatch.Domain.Ids;
using Orleans;

namespace Dispatch.Domain.Vans;

/// <summary>How much goes into one of a van's spaces, or how much room it has there: full cylinders apart from empty ones, clean devices apart from those to be disinfected.</summary>
[GenerateSerializer, Immutable]
public sealed record SpaceCount(SpaceId Space, int Count);
