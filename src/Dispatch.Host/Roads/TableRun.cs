using System.Diagnostics;
using Dispatch.Roads;

namespace Dispatch.Host.Roads;

/// <summary>Searches a table block of rows by block, so that memory does not grow with the number of sources.</summary>
internal sealed class TableRun(RoadMap map, Snap[] sources, Snap[] targets, bool withMetres, int threads, CancellationToken cancellation)
{
    private const int CellsAtOnce = 16_000_000;
    private const int CellsOfLongWork = 4_000_000;

    private readonly RoadQuery query = map.CreateQuery();

    /// <summary>Time for the search alone.</summary>
    public TimeSpan Search { get; private set; }

    /// <summary>Time for writing the files.</summary>
    public TimeSpan Writing { get; private set; }

    /// <summary>Searches and writes all of it; files appear whole or not at all.</summary>
    /// <exception cref="RefusedException">A file cannot be written.</exception>
    public void Write(string secondsFile, string? metresFile, PairCheck? check)
    {
        var rowsAtOnce = Math.Clamp(CellsAtOnce / targets.Length, 1, sources.Length);
        var (seconds, metres) = (new int[rowsAtOnce * targets.Length], new int[withMetres ? rowsAtOnce * targets.Length : 0]);
        using var secondsOut = TableFile.Create(secondsFile);
        using var metresOut = metresFile is null ? null : TableFile.Create(metresFile);
        for (var row = 0; row < sources.Length; row += rowsAtOnce)
        {
            var rows = Math.Min(rowsAtOnce, sources.Length - row);
            var start = Stopwatch.GetTimestamp();
            var cells = rows * targets.Length;
            query.Table(sources.AsSpan(row, rows), targets, seconds.AsSpan(0, cells), withMetres ? metres.AsSpan(0, cells) : [], threads, cancellation);
            Search += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            secondsOut.Add(seconds.AsSpan(0, rows * targets.Length), targets.Length);
            metresOut?.Add(metres.AsSpan(0, rows * targets.Length), targets.Length);
            Writing += Stopwatch.GetElapsedTime(start);
            check?.Note(row, rows, seconds);
            if ((long)sources.Length * targets.Length > CellsOfLongWork)
                Console.Error.WriteLine($"table: {row + rows} of {sources.Length} rows");
        }

        secondsOut.Finish();
        metresOut?.Finish();
    }
}
