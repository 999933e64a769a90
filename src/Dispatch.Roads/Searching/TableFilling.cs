using System.Numerics;
using System.Runtime.CompilerServices;
using Dispatch.Roads.Contraction;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Searching;

/// <summary>Fills tables of the fastest drives: each place climbs once, then every pair takes the least sum over what both climbed to.</summary>
/// <remarks>
/// <para>
/// What two places climb to in common is the beginning of both their ways up, at the same positions (as in the labels of Ouyang et al.,
/// "When hierarchy meets 2-hop-labeling", 2018); so a pair costs one pass over two rows of memory, and 16 targets (8 with lengths)
/// are passed over at once. Places in the order of the tree have the same beginning for whole blocks.
/// </para>
/// <para>
/// The other way would be a sweep down over the arcs that lead to all targets (RPHAST, Delling, Goldberg, Werneck 2011): it touches all
/// of these for every 16 sources, after they were gathered for the table; here a pair touches some 100 numbers that lie in a row.
/// </para>
/// </remarks>
/// <typeparam name="T"><see cref="int"/>: milliseconds; <see cref="long"/>: time and length, see <see cref="DriveCost"/>.</typeparam>
internal sealed class TableFilling<T> where T : unmanaged, INumber<T>
{
    private const int SourcesInChunk = 64;

    private readonly Hierarchy hierarchy;
    private readonly SegmentTree tree;
    private readonly SortedPlaces sources;
    private readonly SortedPlaces targets;
    private readonly int lanes = LeastSums.Lanes<T>();
    private readonly T[][] blocks;

    public TableFilling(Hierarchy hierarchy, ReadOnlySpan<Snap> sources, ReadOnlySpan<Snap> targets)
    {
        this.hierarchy = hierarchy;
        tree = hierarchy.Tree;
        this.sources = new SortedPlaces(tree, sources);
        this.targets = new SortedPlaces(tree, targets);
        blocks = new T[(targets.Length + lanes - 1) / lanes][];
    }

    /// <summary>Fills the rows of all sources.</summary>
    /// <param name="write">Takes a source (as it was given) and the costs to the targets (as they were given).</param>
    /// <param name="threads">How many threads may work at it.</param>
    /// <param name="ct">Ends the work early.</param>
    public void Fill(RowWriter write, int threads, CancellationToken ct)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = ct };
        var chunks = (sources.Places.Length + SourcesInChunk - 1) / SourcesInChunk;
        if (threads <= 1)
        {
            var costs = new long[tree.Depth];
            for (var block = 0; block < blocks.Length; block++)
                ClimbToBlock(block, costs);
            var workplace = new Workplace(this);
            for (var chunk = 0; chunk < chunks; chunk++)
            {
                ct.ThrowIfCancellationRequested();
                FillChunk(chunk, workplace, write);
            }

            return;
        }

        Parallel.For(0, blocks.Length, options, () => new long[tree.Depth], (block, _, costs) =>
        {
            ClimbToBlock(block, costs);
            return costs;
        }, _ => { });
        Parallel.For(0, chunks, options, () => new Workplace(this), (chunk, _, workplace) =>
        {
            FillChunk(chunk, workplace, write);
            return workplace;
        }, _ => { });
    }

    private static T Number(long cost) =>
        typeof(T) == typeof(int) ? T.CreateTruncating(DriveCost.Milliseconds(cost)) : T.CreateTruncating(cost);

    private static T Endless => Number(DriveCost.Endless);

    private void ClimbToBlock(int block, long[] costs)
    {
        var (first, depth) = (block * lanes, 0);
        var end = Math.Min(first + lanes, targets.OnRoad);
        for (var target = first; target < end; target++)
            depth = Math.Max(depth, tree.ChainEnd(targets.Groups[target]));
        var numbers = new T[depth * lanes];
        Array.Fill(numbers, Endless);
        for (var target = first; target < end; target++)
        {
            var climbed = costs.AsSpan(0, tree.ChainEnd(targets.Groups[target]));
            PlaceClimb.To(hierarchy, targets.Places[target], climbed);
            for (var position = 0; position < climbed.Length; position++)
                numbers[position * lanes + target - first] = Number(climbed[position]);
        }

        blocks[block] = numbers;
    }

    private void FillChunk(int chunk, Workplace workplace, RowWriter write)
    {
        var first = chunk * SourcesInChunk;
        var end = Math.Min(first + SourcesInChunk, sources.Places.Length);
        workplace.Least.AsSpan().Fill(Endless);
        for (var source = first; source < end; source++)
            Climb(source, source - first, workplace);
        for (var block = 0; block < blocks.Length && blocks[block].Length > 0; block++)
        {
            for (var four = 0; four < end - first; four += LeastSums.SourcesAtOnce)
                PassOver(block, four, workplace);
        }

        for (var source = first; source < end; source++)
            Finish(source, source - first, workplace, write);
    }

    private void Climb(int source, int row, Workplace workplace)
    {
        var numbers = workplace.Climbed.AsSpan(row * tree.Depth, tree.Depth);
        var lengths = workplace.Lengths.AsSpan(row * workplace.Columns, workplace.Columns);
        if (source >= sources.OnRoad)
        {
            lengths.Clear();
            return;
        }

        var costs = workplace.Costs.AsSpan(0, tree.ChainEnd(sources.Groups[source]));
        PlaceClimb.From(hierarchy, sources.Places[source], costs);
        for (var position = 0; position < costs.Length; position++)
            numbers[position] = Number(costs[position]);
        targets.Common(sources.Groups[source], lengths[..targets.Places.Length]);
    }

    /// <summary>Four sources against a block: together as far as all have the same way up, then each with those that share more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PassOver(int block, int four, Workplace workplace)
    {
        var least = workplace.Least.AsSpan((block * SourcesInChunk + four) * lanes, LeastSums.SourcesAtOnce * lanes);
        var count = Math.Min(lanes, targets.OnRoad - block * lanes);
        var common = int.MaxValue;
        for (var row = four; row < four + LeastSums.SourcesAtOnce; row++)
        {
            foreach (var length in workplace.LengthsOf(row, block * lanes, count))
                common = Math.Min(common, length);
        }

        LeastSums.OfFour(workplace.Climbed.AsSpan(four * tree.Depth), tree.Depth, blocks[block], common, least);
        for (var row = four; row < four + LeastSums.SourcesAtOnce; row++)
        {
            LeastSums.OfSome<T>(
                workplace.Climbed.AsSpan(row * tree.Depth, tree.Depth), blocks[block], common,
                workplace.LengthsOf(row, block * lanes, count), least.Slice((row - four) * lanes, lanes));
        }
    }

    private void Finish(int source, int row, Workplace workplace, RowWriter write)
    {
        var costs = workplace.Row;
        if (source >= sources.OnRoad)
        {
            costs.AsSpan().Fill(DriveCost.Unreachable);
            write(sources.Original[source], costs);
            return;
        }

        var headStart = PlaceClimb.HeadStart(hierarchy, sources.Places[source]);
        var headStartNumber = Number(headStart);
        var longest = Number(DriveCost.Longest);
        for (var target = 0; target < costs.Length; target++)
        {
            var (block, lane) = Math.DivRem(target, lanes);
            var sum = workplace.Least[(block * SourcesInChunk + row) * lanes + lane];
            var cost = sum - headStartNumber;
            costs[targets.Original[target]] = sum >= Endless || cost >= longest ? DriveCost.Unreachable
                : typeof(T) == typeof(int) ? long.CreateTruncating(cost) << 32 : long.CreateTruncating(cost);
        }

        var group = sources.Groups[source];
        var same = targets.Groups.AsSpan(0, targets.OnRoad).BinarySearch(group);
        if (same >= 0)
        {
            while (same > 0 && targets.Groups[same - 1] == group)
                same--;
            for (; same < targets.OnRoad && targets.Groups[same] == group; same++)
                costs[targets.Original[same]] = workplace.SameSegment.Cost(sources.Places[source], targets.Places[same]);
        }

        write(sources.Original[source], costs);
    }

    /// <summary>What one thread works with.</summary>
    private sealed class Workplace(TableFilling<T> table)
    {
        /// <summary>Targets, and room up to a whole block.</summary>
        public int Columns { get; } = table.blocks.Length * table.lanes;

        public long[] Costs { get; } = new long[table.tree.Depth];

        /// <summary>By source of a chunk and position.</summary>
        public T[] Climbed { get; } = new T[SourcesInChunk * table.tree.Depth];

        /// <summary>By source of a chunk and target: how many positions they have in common.</summary>
        public ushort[] Lengths { get; } = new ushort[SourcesInChunk * table.blocks.Length * table.lanes];

        /// <summary>By block, source and lane.</summary>
        public T[] Least { get; } = new T[table.blocks.Length * SourcesInChunk * table.lanes];

        public long[] Row { get; } = new long[table.targets.Places.Length];

        public SameSegment SameSegment { get; } = new(table.hierarchy);

        public ReadOnlySpan<ushort> LengthsOf(int row, int target, int count) => Lengths.AsSpan(row * Columns + target, count);
    }
}

/// <summary>Takes a finished row: the source, as it was given, and the cost to each target, as they were given.</summary>
internal delegate void RowWriter(int source, ReadOnlySpan<long> costs);
