using Dispatch.Host.Solve;
using Dispatch.Host.Solve.Instances;
using Dispatch.Host.Tests.Solve.Plain;

namespace Dispatch.Host.Tests.Solve;

public sealed class SolveTests
{
    public static TheoryData<string> Formats() => [.. SmallInstances.All.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_small_instance_of_each_format_is_solved_as_plain_walk_and_referee_want_it(string format)
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "instance.txt");
        await File.WriteAllTextAsync(file, SmallInstances.All[format]);
        await SolveAsync(folder, file, format);
    }

    [Theory]
    [InlineData("vrptw", "vrptw/solomon/rc208.txt")]
    [InlineData("vrptw", "vrptw/homberger_200/c1_2_1.txt")]
    [InlineData("sdvrptw", "sdvrptw/PR01.vrp")]
    [InlineData("mdvrptw", "mdvrptw/PR11A.vrp")]
    [InlineData("pcvrptw", "pcvrptw/C1_10_1.vrp")]
    [InlineData("euro", "euro-neurips-2022/ORTEC-VRPTW-ASYM-852a6910-d1-n202-k20.txt")]
    [InlineData("pdptw", "pdptw/li_lim_100/lc101.txt")]
    [InlineData("trsp", "trsp/crew25/R101.100_25-5-5-5.txt")]
    [InlineData("pdptw", "pdptw/li_lim_100/lr112.txt")]
    [InlineData("hhcrsp", "hhcrsp/toy.json")]
    [InlineData("kovacs", "strsp-kovacs/tasks_noTeam/R101_6x6_noTeam.txt")]
    [InlineData("hhcrsp", "hhcrsp/italian/instance_003-rome-r19-p44-s4-sim22.3-seq22.9.json")]
    [InlineData("live-day", "live-day/live-300x30-s11.json")]
    public async Task Published_instances_are_solved_as_plain_walk_and_referee_want_it(string format, string name)
    {
        using var folder = new Folder();
        await SolveAsync(folder, SharedInstances.Require(name), format);
    }

    [Fact]
    public async Task A_day_with_releases_is_played_through_as_the_referee_wants_it()
    {
        using var folder = new Folder();
        var file = SharedInstances.Require("trsp/crew25/R205.100_25-5-5-5.txt");
        var releases = SharedInstances.Require("trsp/dynamic/R205.100_25-5-5-5_rd_30.txt");
        var options = Options(file, "trsp", Path.Combine(folder.Path, "out.json")) with { ReleaseFile = releases, Seconds = 0.1 };
        using var said = new StringWriter();
        await SolveCommand.RunAsync(options, seconds => new SolveClock(seconds, 0), said, TestContext.Current.CancellationToken);
        await Referee.JudgeAsync("trsp-dynamic", file, options.OutFile, "--release", releases);
    }

    [Theory]
    [InlineData("ID RD\n3 -1\n4 10\n5 20\n6 30\n", null)]
    [InlineData("ID RD\n3 -1\n4 10\n5 20\n", "request 6 has no release date")]
    [InlineData("ID RD\n3 -1\n4 10\n5 x\n", "line 4: 'x' is not a number")]
    [InlineData("ID RD\n3 -1\n3 10\n", "line 3: request 3 stands twice")]
    [InlineData("ID RD\n9 -1\n", "line 2: the instance has no request 9")]
    public async Task A_release_file_is_read_or_refused_with_its_line(string releases, string? words)
    {
        using var folder = new Folder();
        var (file, release) = (Path.Combine(folder.Path, "instance.txt"), Path.Combine(folder.Path, "release.txt"));
        await File.WriteAllTextAsync(file, SmallInstances.All["trsp"]);
        await File.WriteAllTextAsync(release, releases);
        var options = Options(file, "trsp", Path.Combine(folder.Path, "out.json")) with { ReleaseFile = release };
        if (words is null)
            Assert.NotNull(InstanceFormats.Read(options));
        else
            Assert.Contains(words, Assert.Throws<RefusedException>(() => InstanceFormats.Read(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_begins_with_the_first_plan_and_ends_with_what_is_written()
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "instance.txt");
        await File.WriteAllTextAsync(file, SmallInstances.All["vrptw"]);
        var options = Options(file, "vrptw", Path.Combine(folder.Path, "out.sol")) with { TraceFile = Path.Combine(folder.Path, "trace.csv") };
        using var said = new StringWriter();
        await SolveCommand.RunAsync(options, seconds => new SolveClock(seconds, 0), said, TestContext.Current.CancellationToken);
        var lines = await File.ReadAllLinesAsync(options.TraceFile);
        Assert.Equal("seconds,cost,unassigned", lines[0]);
        var last = lines[^1].Split(',');
        Assert.Contains($"cost {last[1]},", said.ToString(), StringComparison.Ordinal);
        Assert.Equal("0", last[2]);
    }

    /// <summary>Half a second's search with seed 1.</summary>
    internal static SolveOptions Options(string file, string format, string output)
    {
        var technicians = format == "kovacs" && Path.GetFileName(file) == "instance.txt" ? Path.Combine(Path.GetDirectoryName(file)!, "technicians.txt") : null;
        if (technicians is not null && !File.Exists(technicians))
            File.WriteAllText(technicians, SmallInstances.Technicians);
        return new(file, format, null, null, technicians, null, 0.5, 1, 1, output, null);
    }

    private static async Task SolveAsync(Folder folder, string file, string format)
    {
        var options = Options(file, format, Path.Combine(folder.Path, "out" + SmallInstances.Ending(format)));
        using var said = new StringWriter();
        await SolveCommand.RunAsync(options, seconds => new SolveClock(seconds, 0), said, TestContext.Current.CancellationToken);
        if (InstanceFormats.Read(options) is PlannedInstance planned)
        {
            var solution = planned.Solve(new SolveRun(options, new SolveClock(0.5, 0), new SolveTrace(new SolveClock(0.5, 0)), TestContext.Current.CancellationToken));
            PlainWalk.Check(planned.Problem, planned.VisitNumbers, planned.TechnicianNumbers, solution);
        }

        if (!said.ToString().Contains(" 0 routes", StringComparison.Ordinal))
            await Referee.JudgeAsync([SmallInstances.Family(format), file, options.OutFile, .. options.TechniciansFile is { } technicians ? (string[])["--technicians", technicians] : []]);
    }
}
