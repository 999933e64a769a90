using NodaTime;

namespace Dispatch.Simulation.Happenings;

/// <summary>Something from outside that happens at its time: a patient cancels, a device alarms, midnight comes.</summary>
internal sealed record Happening(Instant Due, string Name, Func<Task> HappenAsync);
