using System.Text;

namespace Dispatch.Roads.Import;

/// <summary>What a map says of itself in its first block.</summary>
/// <param name="WritingProgram">The program that wrote it; may be empty.</param>
/// <param name="Source">Where its data come from; may be empty.</param>
/// <remarks>Source: OSM wiki, "PBF Format", HeaderBlock.</remarks>
public sealed record OsmHeader(string WritingProgram, string Source)
{
    internal static OsmHeader Parse(ReadOnlySpan<byte> block)
    {
        var (program, source) = ("", "");
        var header = new ProtobufReader(block);
        for (var field = header.NextField(); field != 0; field = header.NextField())
        {
            switch (field)
            {
                case 4:
                    CheckFeature(Encoding.UTF8.GetString(header.Bytes()));
                    break;
                case 16:
                    program = Encoding.UTF8.GetString(header.Bytes());
                    break;
                case 17:
                    source = Encoding.UTF8.GetString(header.Bytes());
                    break;
                default:
                    header.Skip();
                    break;
            }
        }

        return new OsmHeader(program, source);
    }

    private static void CheckFeature(string feature)
    {
        if (feature is not ("OsmSchema-V0.6" or "DenseNodes"))
            throw new MapException("The map needs a feature that is not supported (it may hold a history); give a plain extract.");
    }
}
