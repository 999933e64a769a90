using System.Globalization;
using System.Text;

namespace Dispatch.Host.Solve.Instances;

/// <summary>A text file of numbers, read line by line; whatever is wrong is told with its line.</summary>
internal sealed class InstanceText
{
    /// <summary>No number of an instance is beyond this, so that sums of scaled ones stay exact.</summary>
    public const double Largest = 1e8;

    private readonly string name;

    private InstanceText(string name, string[] lines) => (this.name, Lines) = (name, lines);

    /// <summary>The lines, without their ends.</summary>
    public string[] Lines { get; }

    /// <exception cref="RefusedException">The file cannot be read, is too large or no text.</exception>
    public static InstanceText Read(string path)
    {
        var bytes = Bytes(path);
        var zero = Array.IndexOf(bytes, (byte)0);
        if (zero >= 0)
            throw new RefusedException($"{Path.GetFileName(path)} is no text: its byte {zero} is 0.");
        return new InstanceText(Path.GetFileName(path), Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n'));
    }

    /// <exception cref="RefusedException">The file cannot be read or is too large.</exception>
    public static byte[] Bytes(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new RefusedException($"There is no file {path}; give the path of an instance.");
        if (file.Length > 1L << 30)
            throw new RefusedException($"{file.Name} is larger than 1 GiB; an instance has at most 100,000 visits.");
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{path} cannot be read: {error.Message}");
        }
    }

    /// <summary>What is wrong in a line, counted from 0.</summary>
    public RefusedException Wrong(int line, string what) => new($"{name}, line {Math.Min(line, Math.Max(0, Lines.Length - 1)) + 1}: {what}");

    /// <summary>What is wrong with the whole.</summary>
    public RefusedException Wrong(string what) => new($"{name}: {what}");

    /// <summary>The words of a line.</summary>
    public string[] Words(int line) => Lines[line].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of a line that must be so many numbers.</summary>
    public double[] Row(int line, int count, string what)
    {
        var row = Numbers(line, Words(line));
        return row.Length == count ? row : throw Wrong(line, $"{what} has {count} numbers, here there are {row.Length}.");
    }

    /// <summary>Words as numbers.</summary>
    public double[] Numbers(int line, IReadOnlyList<string> words)
    {
        var numbers = new double[words.Count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = Number(line, words[i]);
        return numbers;
    }

    /// <summary>A word as a number.</summary>
    public double Number(int line, string word)
    {
        if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw Wrong(line, $"'{Short(word)}' is not a number.");
        return Math.Abs(number) <= Largest ? number : throw Wrong(line, $"'{Short(word)}' is too large.");
    }

    /// <summary>A number that must be whole, within bounds that are both allowed.</summary>
    public int Whole(int line, double number, string what, int least = 0, int most = (int)Largest) =>
        number == Math.Floor(number) && number >= least && number <= most
            ? (int)number
            : throw Wrong(line, $"{what} is {number.ToString(CultureInfo.InvariantCulture)}; it must be a whole number from {least} to {most}.");

    /// <summary>A window's two ends, in order.</summary>
    public (double Start, double End) Window(int line, double start, double end, string what) =>
        start >= 0 && end >= start ? (start, end) : throw Wrong(line, $"{what} is open from {start.ToString(CultureInfo.InvariantCulture)} to {end.ToString(CultureInfo.InvariantCulture)}; it must not end before it starts, nor start before 0.");

    /// <summary>A length of time or an amount.</summary>
    public double NotNegative(int line, double number, string what) =>
        number >= 0 ? number : throw Wrong(line, $"{what} is {number.ToString(CultureInfo.InvariantCulture)}; it must not be negative.");

    private static string Short(string word) => word.Length <= 30 ? word : word[..30] + "…";
}
