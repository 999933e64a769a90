using System.Buffers.Binary;
using System.Globalization;
using Dispatch.Roads;

namespace Dispatch.Host.Roads;

/// <summary>A table on disk, row by row: .csv with commas, empty where no road leads; .bin as int32, little-endian, −1 where none does.</summary>
internal abstract class TableFile : IDisposable
{
    private readonly string file;
    private readonly string sideName;

    private TableFile(string file)
    {
        (this.file, sideName) = (file, $"{file}.{Environment.ProcessId}.part");
        Stream = TryTo(() => new FileStream(sideName, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20));
    }

    protected FileStream Stream { get; }

    /// <summary>Refuses a name that cannot be, before any work is done.</summary>
    public static void Check(string file, string option)
    {
        if (Path.GetExtension(file).ToUpperInvariant() is not (".CSV" or ".BIN"))
            throw new RefusedException($"{option} ends in .csv or .bin; '{file}' does not.");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            throw new RefusedException($"There is no folder {folder} for {option}; make it first.");
    }

    public static TableFile Create(string file) => Path.GetExtension(file).Equals(".bin", StringComparison.OrdinalIgnoreCase) ? new Binary(file) : new Csv(file);

    /// <summary>Adds whole rows.</summary>
    public void Add(ReadOnlySpan<int> cells, int columns)
    {
        for (var row = 0; row < cells.Length; row += columns)
        {
            try
            {
                AddRow(cells.Slice(row, columns));
            }
            catch (IOException error)
            {
                throw Unwritable(error);
            }
        }
    }

    /// <summary>Gives the file its name: it is whole.</summary>
    public void Finish() => TryTo(() =>
    {
        Stream.Dispose();
        File.Move(sideName, file, overwrite: true);
        return true;
    });

    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(sideName);
    }

    protected abstract void AddRow(ReadOnlySpan<int> cells);

    private T TryTo<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(error);
        }
    }

    private RefusedException Unwritable(Exception error) => new($"{file} cannot be written: {error.Message}");

    private sealed class Csv(string file) : TableFile(file)
    {
        private readonly byte[] number = new byte[12];

        protected override void AddRow(ReadOnlySpan<int> cells)
        {
            for (var column = 0; column < cells.Length; column++)
            {
                if (column > 0)
                    Stream.WriteByte((byte)',');
                if (cells[column] != RoadQuery.NoRoad && cells[column].TryFormat(number, out var length, provider: CultureInfo.InvariantCulture))
                    Stream.Write(number, 0, length);
            }

            Stream.WriteByte((byte)'\n');
        }
    }

    private sealed class Binary(string file) : TableFile(file)
    {
        private readonly byte[] number = new byte[4];

        protected override void AddRow(ReadOnlySpan<int> cells)
        {
            foreach (var cell in cells)
            {
                BinaryPrimitives.WriteInt32LittleEndian(number, cell == RoadQuery.NoRoad ? -1 : cell);
                Stream.Write(number);
            }
        }
    }
}
