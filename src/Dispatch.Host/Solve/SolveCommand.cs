using System.CommandLine;
using Dispatch.Host.Solve.Instances;

namespace Dispatch.Host.Solve;

/// <summary>"dispatch solve INSTANCE --format F --out FILE": plans an instance of the literature, a live day or VROOM's input.</summary>
internal static class SolveCommand
{
    public static Command Make()
    {
        var instance = new Argument<string>("INSTANCE") { Description = "The instance's file." };
        var format = new Option<string>("--format") { Description = $"One of {string.Join(", ", InstanceFormats.Names)}.", Required = true };
        var convention = new Option<string?>("--convention") { Description = "For vrptw: dist1 (distance, arcs truncated to a tenth; the default) or hier (fewest vehicles, then distance)." };
        var release = new Option<string?>("--release") { Description = "For trsp: when each request becomes known; the day is then played through." };
        var technicians = new Option<string?>("--technicians") { Description = "For kovacs: the technicians' file; otherwise the one that belongs to the instance by name." };
        var map = new Option<string?>("--map") { Description = "For vroom: the map that gives travel times between coordinates." };
        var seconds = new Option<double>("--seconds") { Description = "Wall time from the start of the process; with --release, time for the start and for each release.", DefaultValueFactory = _ => 10 };
        var threads = new Option<int>("--threads") { Description = "Threads that search.", DefaultValueFactory = _ => 1 };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the search.", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--out") { Description = "Where the solution goes: FILE.sol, or FILE.json in VROOM's shape.", Required = true };
        var trace = new Option<string?>("--trace") { Description = "A CSV of seconds, cost and unassigned at each improvement." };
        var keep = new Option<bool>("--keep-routes") { Description = "For vroom: the routes of the vehicles' steps stay as they are; times are told, and what they break." };
        var command = new Command("solve", "Plans an instance of the literature, a live day, or VROOM's input.")
        {
            instance, format, convention, release, technicians, map, seconds, threads, seed, output, trace, keep,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new SolveOptions(
                parsed.GetValue(instance)!, parsed.GetValue(format)!, parsed.GetValue(convention), parsed.GetValue(release), parsed.GetValue(technicians),
                parsed.GetValue(map), parsed.GetValue(seconds), parsed.GetValue(threads), parsed.GetValue(seed), parsed.GetValue(output)!, parsed.GetValue(trace))
            {
                KeepsRoutes = parsed.GetValue(keep),
            };
            await RunAsync(options, SolveClock.SinceProcessStart, Console.Out, cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Reads, searches, writes.</summary>
    /// <exception cref="RefusedException">An option or the instance cannot be.</exception>
    public static async Task RunAsync(SolveOptions options, Func<double, SolveClock> start, TextWriter said, CancellationToken cancellation)
    {
        Check(options);
        var clock = start(options.Seconds);
        var trace = new SolveTrace(clock);
        var instance = await ReadAsync(options, said);
        if (instance.NeedsJson && !options.IsJson)
            throw new RefusedException($"A solution of {options.Format} holds more than .sol can; give --out a name that ends in .json.");
        var solution = instance.Solve(new SolveRun(options, clock, trace, cancellation));
        try
        {
            await File.WriteAllTextAsync(options.OutFile, instance.Write(solution, options.IsJson), cancellation);
            if (options.TraceFile is not null)
                await File.WriteAllTextAsync(options.TraceFile, trace.ToString(), cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The solution cannot be written: {error.Message}");
        }

        await said.WriteLineAsync(FormattableString.Invariant($"cost {Math.Round(solution.Cost, 4)}, {solution.Routes.Count} routes, {solution.Unassigned.Count} unassigned, {clock.Elapsed:0.0} s"));
    }

    private static async Task<Instance> ReadAsync(SolveOptions options, TextWriter said)
    {
        try
        {
            return InstanceFormats.Read(options);
        }
        catch (RefusedException error) when (options.Format == "vroom")
        {
            // Whoever reads VROOM's answers looks for its code.
            await said.WriteLineAsync(VroomAnswer.Refusal(error.Message));
            throw;
        }
    }

    private static void Check(SolveOptions options)
    {
        if (!InstanceFormats.Names.Contains(options.Format))
            throw new RefusedException($"There is no format '{options.Format}'; use {string.Join(", ", InstanceFormats.Names)}.");
        if (options.Convention is not (null or "dist1" or "hier"))
            throw new RefusedException($"There is no convention '{options.Convention}'; use dist1 or hier.");
        if (options.Convention is not null && options.Format != "vrptw" && (options.Format, options.Convention) != ("pdptw", "hier"))
            throw new RefusedException($"{options.Format} counts in one way only; leave --convention out.");
        if (!(options.Seconds is > 0 and <= 1e6))
            throw new RefusedException("--seconds is more than 0, and 1,000,000 at most.");
        if (options.Threads is < 1 or > 256)
            throw new RefusedException("--threads is from 1 to 256.");
        Only(options.ReleaseFile, "--release", "trsp", options.Format);
        Only(options.TechniciansFile, "--technicians", "kovacs", options.Format);
        Only(options.MapFile, "--map", "vroom", options.Format);
        if (options.KeepsRoutes && options.Format != "vroom")
            throw new RefusedException($"--keep-routes belongs to --format vroom, not {options.Format}.");
        if (Path.GetDirectoryName(Path.GetFullPath(options.OutFile)) is { } folder && !Directory.Exists(folder))
            throw new RefusedException($"There is no folder {folder} for the solution; make it first.");
    }

    private static void Only(string? file, string option, string format, string given)
    {
        if (file is not null && given != format)
            throw new RefusedException($"{option} belongs to --format {format}, not {given}.");
    }
}
