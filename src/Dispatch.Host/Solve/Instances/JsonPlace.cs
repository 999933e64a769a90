using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Dispatch.Host.Solve.Instances;

/// <summary>A value in a JSON instance together with where it stands, such as "visits[12].window", so that whatever is wrong is told with its place.</summary>
internal readonly struct JsonPlace
{
    private readonly string file;
    private readonly JsonElement element;
    private readonly Func<string> where;

    private JsonPlace(string file, JsonElement element, Func<string> where) => (this.file, this.element, this.where) = (file, element, where);

    /// <summary>The whole file.</summary>
    /// <exception cref="RefusedException">It cannot be read, or is no JSON; the sentence has line and byte.</exception>
    public static JsonPlace Read(string path) => Whole(InstanceText.Bytes(path), Path.GetFileName(path));

    /// <summary>The whole file but for a large table, which is read by itself where it is written in the plain way.</summary>
    /// <param name="path">The file.</param>
    /// <param name="member">The member of the file that is the table.</param>
    /// <param name="table">The table; none: then the file has it like every other member.</param>
    /// <exception cref="RefusedException">As for the whole file.</exception>
    public static JsonPlace Read(string path, string member, out SquareTable? table)
    {
        var (bytes, name) = (InstanceText.Bytes(path), Path.GetFileName(path));
        table = SquareTable.Take(Text(bytes).Span, Encoding.UTF8.GetBytes(member), (int)InstanceText.Largest, out var rest);
        if (table is not null && Utf8.IsValid(rest) && Rest(rest, name) is { } place && place.Has(member) && place[member].Kind == JsonValueKind.Array)
            return place;
        table = null;
        return Whole(bytes, name);
    }

    // None where it is no JSON: then the whole is not either, and says where.
    private static JsonPlace? Rest(byte[] rest, string name)
    {
        try
        {
            return new JsonPlace(name, JsonDocument.Parse(rest).RootElement, () => "the file");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> Text(byte[] bytes) => bytes.AsMemory(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);

    private static JsonPlace Whole(byte[] bytes, string name)
    {
        if (!Utf8.IsValid(bytes))
            throw new RefusedException($"{name} is no UTF-8 text: see byte {FirstNoText(bytes)} there.");
        try
        {
            return new JsonPlace(name, JsonDocument.Parse(Text(bytes)).RootElement, () => "the file");
        }
        catch (JsonException error)
        {
            throw new RefusedException($"{name} is no JSON: see line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1} there.");
        }
    }

    private static int FirstNoText(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        return at + 1;
    }

    /// <summary>What is wrong here.</summary>
    public RefusedException Wrong(string what) => new($"{file}, {where()}: {what}");

    /// <summary>The kind of value.</summary>
    public JsonValueKind Kind => element.ValueKind;

    /// <summary>Whether there is a member of that name that is not null.</summary>
    public bool Has(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null;

    /// <summary>A member that must be there.</summary>
    public JsonPlace this[string name]
    {
        get
        {
            if (element.ValueKind != JsonValueKind.Object)
                throw Wrong("this is no object.");
            if (!element.TryGetProperty(name, out var member))
                throw Wrong($"'{name}' is missing.");
            var parent = where;
            return new JsonPlace(file, member, () => parent() is "the file" ? name : $"{parent()}.{name}");
        }
    }

    /// <summary>The names of all members.</summary>
    public IEnumerable<string> Names()
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Wrong("this is no object.");
        return element.EnumerateObject().Select(member => member.Name);
    }

    /// <summary>The elements of an array.</summary>
    public JsonPlace[] Items()
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Wrong("this is no array.");
        var items = new JsonPlace[element.GetArrayLength()];
        var (name, parent, index) = (file, where, 0);
        foreach (var item in element.EnumerateArray())
        {
            var at = index;
            items[index++] = new JsonPlace(name, item, () => $"{parent()}[{at}]");
        }

        return items;
    }

    /// <summary>The elements of a member that may be missing.</summary>
    public JsonPlace[] ItemsOf(string name) => Has(name) ? this[name].Items() : [];

    /// <summary>A finite number.</summary>
    public double Number(double least = -InstanceText.Largest, double most = InstanceText.Largest)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDouble(out var number) || !double.IsFinite(number))
            throw Wrong("this is no number.");
        return number >= least && number <= most ? number : throw Wrong($"{Short()} is outside of {least} to {most}.");
    }

    /// <summary>A whole number within bounds that are both allowed.</summary>
    public int Whole(int least = 0, int most = (int)InstanceText.Largest)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var exact) && exact >= least && exact <= most)
            return exact;
        var number = Number(least, most);
        return number == Math.Floor(number) ? (int)number : throw Wrong($"{Short()} is no whole number.");
    }

    /// <summary>A long id.</summary>
    public long Id() => element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var id) ? id : throw Wrong("this is no whole number.");

    /// <summary>A text.</summary>
    public string Text()
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Wrong("this is no text.");
        }
        catch (InvalidOperationException)
        {
            // An escape that is half of a character.
            throw Wrong("this is no text.");
        }
    }

    /// <summary>All elements as whole numbers.</summary>
    public int[] Wholes(int least = 0, int most = (int)InstanceText.Largest)
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Wrong("this is no array.");
        var numbers = new int[element.GetArrayLength()];
        if (least == 0 && AreDigits(JsonMarshal.GetRawUtf8Value(element), numbers, most))
            return numbers;
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt32(out var number) || number < least || number > most)
                number = Items()[index].Whole(least, most);
            numbers[index++] = number;
        }

        return numbers;
    }

    // The plain case of a long row: digits, commas and spaces alone.
    private static bool AreDigits(ReadOnlySpan<byte> text, Span<int> numbers, int most)
    {
        var (index, number, isNumber) = (0, 0L, false);
        foreach (var character in text)
        {
            if (character is >= (byte)'0' and <= (byte)'9')
            {
                (number, isNumber) = (10 * number + character - '0', true);
                if (number > most)
                    return false;
            }
            else if (character is (byte)',' or (byte)']')
            {
                if (!isNumber)
                    return index == 0 && numbers.IsEmpty;
                numbers[index++] = (int)number;
                (number, isNumber) = (0, false);
            }
            else if (character > ' ' && character != '[')
            {
                return false;
            }
        }

        return index == numbers.Length;
    }

    /// <summary>Two whole numbers in order.</summary>
    public (int Start, int End) Window(int least = 0)
    {
        var ends = Wholes(least);
        return ends.Length == 2 && ends[0] <= ends[1] ? (ends[0], ends[1]) : throw Wrong("a window is [start, end], and does not end before it starts.");
    }

    /// <summary>A square table of whole numbers, row-major.</summary>
    public int[] Table(int size)
    {
        var rows = Items();
        if (rows.Length != size)
            throw Wrong($"the table has {rows.Length} rows, not {size}.");
        if ((long)size * size > Array.MaxLength)
            throw Wrong("the table is too large.");
        var table = new int[size * size];
        for (var row = 0; row < size; row++)
        {
            var numbers = rows[row].Wholes();
            if (numbers.Length != size)
                throw rows[row].Wrong($"the row has {numbers.Length} numbers, not {size}.");
            numbers.CopyTo(table.AsSpan(row * size));
        }

        return table;
    }

    private string Short()
    {
        var text = element.GetRawText();
        return text.Length <= 30 ? text : text[..30] + "…";
    }
}
