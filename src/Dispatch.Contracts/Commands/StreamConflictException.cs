using Orleans;

namespace Dispatch.Contracts.Commands;

/// <summary>Somebody else wrote to the same stream: two activations met. The caller tries again with the same command id.</summary>
[GenerateSerializer]
public sealed class StreamConflictException() : Exception("The state was changed elsewhere at the same moment; try again.");
