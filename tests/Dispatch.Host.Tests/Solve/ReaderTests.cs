using System.Text;
using CsCheck;
using Dispatch.Host.Solve;
using Dispatch.Host.Solve.Instances;

namespace Dispatch.Host.Tests.Solve;

public sealed class ReaderTests
{
    // A file beside an instance is a format of its own here.
    private static readonly Dictionary<string, string> Files = new(SmallInstances.All) { ["kovacs-technicians"] = SmallInstances.Technicians, ["trsp-releases"] = SmallInstances.Releases };

    public static TheoryData<string> Formats() => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_instance_cut_short_at_any_byte_is_read_or_refused_in_one_sentence(string format)
    {
        using var folder = new Folder();
        var whole = Encoding.UTF8.GetBytes(Files[format]);
        var refused = 0;
        for (var length = 0; length < whole.Length; length++)
            refused += Refused(folder, format, whole[..length]) ? 1 : 0;
        Assert.True(refused > whole.Length / 2, $"only {refused} of {whole.Length} were refused");
        Assert.False(Refused(folder, format, whole));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_instance_with_any_bytes_changed_is_read_or_refused_in_one_sentence(string format)
    {
        using var folder = new Folder();
        var whole = Encoding.UTF8.GetBytes(Files[format]);
        var pieces = (byte[][])[[0], [255], "-"u8.ToArray(), "NaN"u8.ToArray(), "1e999"u8.ToArray(), "99999999999"u8.ToArray(), "]"u8.ToArray(), "\n"u8.ToArray(), "\"\""u8.ToArray(), [], "0.5"u8.ToArray(), "null"u8.ToArray()];
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 6], Gen.Int[0, pieces.Length - 1]).Array[1, 3].Sample(
            changes =>
            {
                var bytes = whole;
                foreach (var (at, length, piece) in changes)
                {
                    var from = Math.Min(at, bytes.Length);
                    bytes = [.. bytes[..from], .. pieces[piece], .. bytes[Math.Min(bytes.Length, from + length)..]];
                }

                Refused(folder, format, bytes);
            },
            iter: 1000, threads: 1);
    }

    [Theory]
    [InlineData("vrptw", "  3         40", "  3         x", "line 5: 'x' is not a number")]
    [InlineData("vrptw", " 2 14 2 8 10 100 5", " 2 14 2 8 10 5", "line 12: A customer has 7 numbers, here there are 6")]
    [InlineData("vrptw", " 2 14 2 8 10 100 5", " 2 14 2 8 100 10 5", "it must not end before it starts")]
    [InlineData("vrptw", " 2 14 2 8 10 100 5", " 2 NaN 2 8 10 100 5", "line 12: 'NaN' is not a number")]
    [InlineData("pcvrptw", "5 1\nDEPOT", "DEPOT", "PRIZE_SECTION has no row for node 5")]
    [InlineData("euro", "0 4 8", "0 -4 8", "must not be negative")]
    [InlineData("euro", "0 4 8", "4 8", "24 numbers, not 5 × 5")]
    [InlineData("pdptw", "\t1\t0\n4", "\t2\t0\n4", "not each other's pickup and delivery")]
    [InlineData("pdptw", "\t2\t0\t3\n", "\t2\t3\t3\n", "line 3: customer 1 has a pickup and a delivery sibling")]
    [InlineData("trsp", "[1,0]\n4", "[1]\n4", "the list of parts has 1 numbers, not 2")]
    [InlineData("hhcrsp", "[\"s1\",\"s2\"]", "[\"s2\"]", "Nobody has the skill")]
    [InlineData("hhcrsp", "[30,45]", "[45,30]", "patients[2].synchronization.distance: this is no [least, most]")]
    [InlineData("kovacs", "1\t1\t0\t0\r\n4", "1\t1\t0\r\n4", "line 7: A task (2 domains of 2 levels) has 12 numbers, here there are 11")]
    [InlineData("kovacs-technicians", "2\t1\t2", "2\t1\t3", "line 8: A level is 3")]
    [InlineData("trsp-releases", "4\t0", "3\t0", "request 3 stands twice")]
    [InlineData("vroom", "\"id\":2", "\"id\":1", "jobs[1].id: the job 1 stands twice")]
    [InlineData("vroom", "[4000,6000]", "[1000,6000]", "jobs[0].time_windows: two windows overlap")]
    [InlineData("vroom", "{\"type\":\"job\",\"id\":2}", "{\"type\":\"job\",\"id\":9}", "vehicles[0].steps[3]: there is no job 9")]
    [InlineData("vroom", "[0,400,500,600]", "[0,400,null,600]", "durations[0][2]: this is no number")]
    [InlineData("vroom", "[0,400,500,600]", "[0,400,-5,600]", "durations[0][2]: -5 is outside")]
    [InlineData("vroom", "[0,400,500,600],", "", "durations[0]: the row has 4 numbers, not 3")]
    [InlineData("hhcrsp", "[0,38,34,56]", "[0,38,34]", "distances[0]: the row has 3 numbers, not 4")]
    [InlineData("hhcrsp", "[0,38,34,56]", "[0,38,-34,56]", "distances[0][2]: -34 is outside")]
    [InlineData("live-day", "[0,400,500,600,700]", "[0,null,500,600,700]", "matrix[0][1]: this is no number")]
    [InlineData("vroom", "\"location_index\":3", "\"location\":[1.5,2.5]", "shipments[0].pickup: 'location_index' is missing")]
    [InlineData("vroom", "\"max_tasks\":2", "\"max_distance\":2", "vehicles[1].max_distance: there are no distances")]
    [InlineData("vroom", "\"max_tasks\":2", "\"costs\":{\"per_km\":2}", "vehicles[1].costs.per_km: there are no distances")]
    [InlineData("vroom", "\"setup\":60", "\"setup_per_type\":{\"van\":-1}", "jobs[0].setup_per_type.van: -1 is outside")]
    [InlineData("vroom", "[[1000,2000]]}]", "[[1000,2000]]},{\"id\":5}]", "vehicles[0].breaks[1].id: the break 5 stands twice")]
    [InlineData("live-day", "\"loc\":4,\"duration\":600", "\"loc\":9,\"duration\":600", "visits[2].loc: 9 is outside of 0 to 4")]
    [InlineData("live-day", "[0,400,", "[0,", "matrix[0]: the row has 4 numbers, not 5")]
    public void The_sentence_says_what_is_wrong_and_where(string format, string old, string changed, string words)
    {
        using var folder = new Folder();
        var text = Files[format];
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, "there is nothing to change");
        var error = Assert.Throws<RefusedException>(() => Read(folder, format, Encoding.UTF8.GetBytes(text[..at] + changed + text[(at + old.Length)..])));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vrptw")]
    [InlineData("pdptw")]
    [InlineData("trsp")]
    [InlineData("vroom")]
    public void A_hundred_thousand_visits_are_refused_in_one_sentence(string format)
    {
        using var folder = new Folder();
        var numbers = Enumerable.Range(0, 100_000);
        var text = format switch
        {
            "vrptw" => "LARGE\n\n9 100\n\n" + string.Join('\n', numbers.Select(i => $"{i} {i % 99} {i % 77} 0 0 1000 1")),
            "pdptw" => "9 100 1\n0 0 0 0 0 1000 0 0 0\n" + string.Join('\n', numbers.Select(i => i % 2 == 0 ? $"{i + 1} 1 1 5 0 1000 1 0 {i + 2}" : $"{i + 1} 2 2 -5 0 1000 1 {i} 0")),
            "trsp" => SmallInstances.All["trsp"] + string.Join('\n', numbers.Select(i => $"{i + 7} 3 1 0 90 5 [] [] [0,0]")),
            _ => """{"jobs":[""" + string.Join(',', numbers.Select(i => $"{{\"id\":{i},\"location_index\":0}}")) + """],"vehicles":[{"id":1,"start_index":0}],"matrices":{"car":{"durations":[[0]]}}}""",
        };
        var error = Assert.Throws<RefusedException>(() => Read(folder, format, Encoding.UTF8.GetBytes(text)));
        Assert.Contains("20000 at most", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("There is no file", "solve", "nowhere.txt", "--format", "vrptw", "--out", "a.sol")]
    [InlineData("There is no format", "solve", "nowhere.txt", "--format", "tsp", "--out", "a.sol")]
    [InlineData("belongs to --format", "solve", "nowhere.txt", "--format", "vrptw", "--out", "a.sol", "--release", "b.txt")]
    [InlineData("one way only", "solve", "nowhere.txt", "--format", "trsp", "--out", "a.sol", "--convention", "dist1")]
    [InlineData("--seconds", "solve", "nowhere.txt", "--format", "trsp", "--out", "a.sol", "--seconds", "-1")]
    [InlineData("no folder", "solve", "nowhere.txt", "--format", "trsp", "--out", "nowhere/a.sol")]
    public async Task What_solve_cannot_do_is_one_sentence_and_exit_code_2(string words, params string[] arguments)
    {
        var (code, errors) = await DispatchProcess.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'));
    }

    private static bool Refused(Folder folder, string format, byte[] bytes)
    {
        try
        {
            Read(folder, format, bytes);
            return false;
        }
        catch (RefusedException error)
        {
            Assert.DoesNotContain('\n', error.Message);
            Assert.Contains("instance", error.Message, StringComparison.Ordinal);
            return true;
        }
    }

    private static void Read(Folder folder, string format, byte[] bytes)
    {
        var file = Path.Combine(folder.Path, "instance.txt");
        File.WriteAllBytes(file, bytes);
        var options = SolveTests.Options(file, format.Split('-') is ["kovacs" or "trsp", var other] ? format[..^(other.Length + 1)] : format, Path.Combine(folder.Path, "out.json"));
        if (format is "kovacs-technicians" or "trsp-releases")
        {
            var beside = Path.Combine(folder.Path, "whole.txt");
            File.WriteAllText(beside, SmallInstances.All[options.Format]);
            options = format == "trsp-releases" ? options with { InstanceFile = beside, ReleaseFile = file } : options with { InstanceFile = beside, TechniciansFile = file };
        }

        InstanceFormats.Read(options);
    }
}
