using System.Text;
using System.Text.Json;
using CsCheck;
using Dispatch.Host.Solve.Instances;

namespace Dispatch.Host.Tests.Solve;

/// <summary>A table read digit by digit, against the same text read as JSON.</summary>
public sealed class SquareTableTests
{
    private static readonly string[] Spaces = ["", "", "", " ", "\n", " \t\r\n"];

    private static readonly Gen<(int Size, int[] Numbers, string[] Gaps)> Tables =
        from size in Gen.Int[1, 6]
        from numbers in Gen.OneOf(Gen.Int[0, 9], Gen.Int[0, 100_000], Gen.Const(100_000_000)).Array[size * size]
        from gaps in Gen.Int[0, Spaces.Length - 1].Select(i => Spaces[i]).Array[7]
        select (size, numbers, gaps);

    [Fact]
    public void A_plain_table_is_taken_out_and_the_rest_stays() =>
        Tables.Sample(table =>
        {
            var taken = SquareTable.Take(Encoding.UTF8.GetBytes(Text(table)), "matrix"u8, 100_000_000, out var rest);
            Assert.NotNull(taken);
            Assert.Equal((table.Size, string.Join(' ', table.Numbers)), (taken.Size, string.Join(' ', taken.Values)));
            using var document = JsonDocument.Parse(rest);
            Assert.Equal((1, "[]", "[[7]]"), (document.RootElement.GetProperty("a").GetInt32(), document.RootElement.GetProperty("matrix").GetRawText(), document.RootElement.GetProperty("b").GetProperty("matrix").GetRawText()));
        }, iter: 1000);

    [Fact]
    public void What_is_taken_from_a_changed_text_is_what_JSON_has_there()
    {
        var pieces = (string[])["", "0", "00", "-", ".5", "e3", "]", "[", ",", "\"", "x", "{", "null", "999999999999", "\u00a0", "\f"];
        var taken = 0;
        Gen.Select(Tables, Gen.Int[0, 200], Gen.Int[0, 2], Gen.Int[0, pieces.Length - 1]).Sample(
            (table, at, length, piece) =>
            {
                var text = Text(table);
                var from = Math.Min(at, text.Length);
                text = text[..from] + pieces[piece] + text[Math.Min(text.Length, from + length)..];
                if (SquareTable.Take(Encoding.UTF8.GetBytes(text), "matrix"u8, 100_000_000, out var rest) is not { } square)
                    return;
                Interlocked.Increment(ref taken);
                // Whatever is wrong elsewhere is still wrong in the rest.
                if (!IsJson(Encoding.UTF8.GetString(rest)))
                {
                    Assert.False(IsJson(text), text);
                    return;
                }

                using var document = JsonDocument.Parse(text);
                var rows = document.RootElement.GetProperty("matrix").EnumerateArray().Select(row => row.EnumerateArray().Select(number => number.GetInt32()).ToArray()).ToArray();
                Assert.True(rows.Length == square.Size && rows.SelectMany(row => row).SequenceEqual(square.Values), text);
            }, iter: 5000);
        Assert.True(taken > 500, $"Only {taken} were taken.");
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Text((int Size, int[] Numbers, string[] Gaps) table)
    {
        var gap = 0;
        string Gap() => table.Gaps[gap++ % table.Gaps.Length];
        var rows = table.Numbers.Chunk(table.Size).Select(row => "[" + Gap() + string.Join(Gap() + "," + Gap(), row) + Gap() + "]");
        return "{\"a\":1,\"b\":{\"matrix\":[[7]]},\"matrix\"" + Gap() + ":" + Gap() + "[" + Gap() + string.Join("," + Gap(), rows) + Gap() + "]" + Gap() + ",\"c\":[\"matrix\"]}";
    }
}
