using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Dispatch.Host.Solve.Instances;

/// <summary>A square table of whole numbers, row-major.</summary>
/// <remarks>
/// Of a live day's file it is nearly everything: read as tokens the 1.2 million numbers of 1,100 places took 0.4 s, digit by digit a fiftieth of it.
/// </remarks>
internal sealed record SquareTable(int[] Values, int Size)
{
    /// <summary>
    /// Takes the table that is a member of the JSON object in a text, if it is written in the plain way: rows of digits. Otherwise there
    /// is none, and whoever reads the whole says what is wrong with it, if anything is.
    /// </summary>
    /// <param name="text">UTF-8 without a mark.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="most">No number is greater.</param>
    /// <param name="rest">The text with an empty array in the place of the table.</param>
    public static SquareTable? Take(ReadOnlySpan<byte> text, ReadOnlySpan<byte> member, int most, out byte[] rest)
    {
        rest = [];
        var start = StartOf(text, member);
        if (start < 0)
            return null;
        var (at, table) = (start, (SquareTable?)null);
        if (!Is(text, ref at, (byte)'[') || (table = Rows(text, ref at, most)) is null)
            return null;
        rest = [.. text[..start], (byte)'[', (byte)']', .. text[at..]];
        return table;
    }

    private static int StartOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> member)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(member))
                    return (int)reader.BytesConsumed;
            }
        }
        catch (JsonException)
        {
            // Told, with its place, by whoever reads the whole.
        }

        return -1;
    }

    private static SquareTable? Rows(ReadOnlySpan<byte> text, ref int at, int most)
    {
        // The first row says how many there are.
        var size = text[at..].IndexOf((byte)']') is var end and > 0 ? text.Slice(at, end).Count((byte)',') + 1 : 0;
        if (size == 0 || (long)size * size > text.Length)
            return null;
        var values = new int[size * size];
        for (var row = 0; row < size; row++)
        {
            if (row > 0 && !Is(text, ref at, (byte)','))
                return null;
            at = Row(text, at, most, values.AsSpan(row * size, size));
            if (at < 0)
                return null;
        }

        return Is(text, ref at, (byte)']') ? new SquareTable(values, size) : null;
    }

    // Where a row that begins there ends; -1 if it is not so many plain numbers. One loop over local variables: it sees millions of digits.
    private static int Row(ReadOnlySpan<byte> text, int at, int most, Span<int> row)
    {
        if (!Is(text, ref at, (byte)'['))
            return -1;
        for (var i = 0; i < row.Length; i++)
        {
            if (at < text.Length && text[at] <= ' ')
                SkipSpace(text, ref at);
            var (from, value) = (at, 0L);
            for (; at < text.Length; at++)
            {
                var digit = (uint)(text[at] - '0');
                if (digit > 9 || value > most)
                    break;
                value = 10 * value + digit;
            }

            // JSON has no 007.
            if (at == from || value > most || (text[from] == '0' && at > from + 1))
                return -1;
            row[i] = (int)value;
            if (!Is(text, ref at, i < row.Length - 1 ? (byte)',' : (byte)']'))
                return -1;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Is(ReadOnlySpan<byte> text, ref int at, byte sign)
    {
        if (at < text.Length && text[at] <= ' ')
            SkipSpace(text, ref at);
        if (at >= text.Length || text[at] != sign)
            return false;
        at++;
        return true;
    }

    private static void SkipSpace(ReadOnlySpan<byte> text, ref int at)
    {
        while (at < text.Length && (text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            at++;
    }
}
