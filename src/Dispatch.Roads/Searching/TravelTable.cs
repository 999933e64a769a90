using System.Buffers;
using Dispatch.Roads.Contraction;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Searching;

/// <summary>Tables of whole seconds and metres.</summary>
internal static class TravelTable
{
    public static void Fill(Hierarchy hierarchy, ReadOnlySpan<Snap> sources, ReadOnlySpan<Snap> targets, Span<int> seconds,
        Span<int> metres, int threads, CancellationToken ct)
    {
        var columns = targets.Length;
        // Threads cannot share a span; what is copied in the end is a small part of the work.
        var filledSeconds = ArrayPool<int>.Shared.Rent(seconds.Length);
        var filledMetres = ArrayPool<int>.Shared.Rent(metres.Length);
        try
        {
            if (metres.IsEmpty)
                new TableFilling<int>(hierarchy, sources, targets).Fill(WriteSeconds, threads, ct);
            else
                new TableFilling<long>(hierarchy, sources, targets).Fill(WriteBoth, threads, ct);
            filledSeconds.AsSpan(0, seconds.Length).CopyTo(seconds);
            filledMetres.AsSpan(0, metres.Length).CopyTo(metres);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(filledSeconds);
            ArrayPool<int>.Shared.Return(filledMetres);
        }

        void WriteSeconds(int source, ReadOnlySpan<long> costs)
        {
            var row = filledSeconds.AsSpan(source * columns, columns);
            for (var target = 0; target < costs.Length; target++)
                row[target] = costs[target] == DriveCost.Unreachable ? RoadQuery.NoRoad : DriveCost.Seconds(costs[target]);
        }

        void WriteBoth(int source, ReadOnlySpan<long> costs)
        {
            WriteSeconds(source, costs);
            var row = filledMetres.AsSpan(source * columns, columns);
            for (var target = 0; target < costs.Length; target++)
                row[target] = costs[target] == DriveCost.Unreachable ? RoadQuery.NoRoad : DriveCost.Metres(costs[target]);
        }
    }
}
