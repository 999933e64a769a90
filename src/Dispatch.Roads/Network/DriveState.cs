using System.Runtime.InteropServices;

namespace Dispatch.Roads.Network;

/// <summary>A directed segment (in one layer, with what is remembered) as the search sees it: 16 bytes in a row.</summary>
/// <param name="Cost">Time and length of the whole segment, see <see cref="DriveCost"/>.</param>
/// <param name="Head">The junction at which it ends.</param>
/// <param name="Onward">Bit k: one may go on to the junction's k-th state.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct DriveState(long Cost, int Head, uint Onward);
