using System.Globalization;

namespace Dispatch.LoadTests.Planning.Live;

/// <summary>"planning events": a live day's events played through in order, kept up live and solved anew at each event, side by side.</summary>
internal static class EventsBench
{
    private const double MorningSeconds = 60;
    private const double SecondsAnEvent = 1;

    public static int Run(string[] arguments)
    {
        if (LiveOptions.Parse("events", arguments) is not { } options)
            return 2;
        var day = LiveDay.Read(options.Day);
        var morning = KeptPlan.Of(day, options.PlanFile, MorningSeconds);
        Console.WriteLine("| day | kept up | driving h | unassigned (urgent) | late min | promised visits moved | starts shifted > 15 min | promises kept | at once: first event, p50 / p99 / most of the others, ms |");
        foreach (var keeping in Enum.GetValues<KeepingUp>())
        {
            var played = new PlayedDay(day, morning, keeping, SecondsAnEvent).Run();
            var later = played.Milliseconds[1..].Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {day.Name} | {(keeping == KeepingUp.Live ? "live" : "anew")} | {played.DriveHours:0.0} | {played.Unassigned} ({played.UrgentUnassigned}) | {played.LateMinutes:0} | {played.Moved} | {played.Shifted} | {played.PromisesKept} of {played.Promises} | {played.Milliseconds[0]:0}, {later[later.Length / 2]:0} / {later[(int)(later.Length * 0.99)]:0} / {later[^1]:0} |"));
        }

        return 0;
    }
}
