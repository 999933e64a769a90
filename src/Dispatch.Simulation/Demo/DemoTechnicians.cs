using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Time;
using Dispatch.Domain.Vans;
using NodaTime;
using static Dispatch.Simulation.Demo.DemoCatalogue;

namespace Dispatch.Simulation.Demo;

/// <summary>The field staff of the demo: one in five a therapist, one in eight for dialysis, the rest oxygen technicians and drivers.</summary>
internal static class DemoTechnicians
{
    public static TechnicianId Id(int index) => new($"t{index + 1:000}");

    /// <param name="home">Where the technician lives; every third one starts at the depot instead.</param>
    /// <param name="today">The first service day; certificates expire relative to it.</param>
    public static TechnicianProfile Make(Chance chance, int index, GeoPoint home, LocalDate today)
    {
        var id = Id(index);
        var start = new LocalTime(7, 0).PlusMinutes(15 * chance.Whole(id.Value, "shift", 0, 7));
        return new TechnicianProfile(
            id,
            DemoOptions.Territory,
            DemoNames.Of(chance, "technician/" + index),
            $"+1 202 555 {100 + (index % 100):0000}",
            DemoTerritory.Depot,
            StartsAtHome: index % 3 != 0,
            home,
            SkillsOf(chance, index, today),
            [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => new Shift(day, start, start.PlusMinutes(510)))],
            new BreakRule(new LocalTime(11, 15), new LocalTime(13, 30), 30),
            Van: $"V-{101 + index}",
            Stock(index),
            IsActive: true)
        { DurationPercent = PaceOf(index), Instruments = Instruments(chance, index, today), Room = [new(Full, 24), new(Empty, 24), new(Clean, 12), new(Dirty, 12)] };
    }

    // Of each team one is new, and takes longer; one has done it for many years.
    private static int PaceOf(int index) => (index % 24) switch
    {
        7 => 120,
        10 => 90,
        _ => 100,
    };

    private static List<Skill> SkillsOf(Chance chance, int index, LocalDate today)
    {
        var skills = new List<Skill> { new(Driver, 1, null) };
        switch (index % 24)
        {
            case 1 or 5 or 9 or 13 or 17 or 21:
                skills.Add(new Skill(Respiratory, 2, null));
                // One certificate in a team that has run out shows what an expired one does to a plan.
                skills.Add(new Skill(Ventilator, 1, index == 17 ? today.PlusDays(-3) : today.PlusMonths(chance.Whole("t" + index, "expiry", 2, 30))));
                break;
            case 3 or 11 or 19:
                skills.Add(new Skill(Dialysis, 2, null));
                skills.Add(new Skill(Monitoring, 1, null));
                break;
            case 7 or 15:
                skills.Add(new Skill(Monitoring, 2, null));
                skills.Add(new Skill(Oxygen, 1, null));
                break;
            default:
                skills.Add(new Skill(Oxygen, index % 2 == 0 ? 2 : 1, null));
                break;
        }

        return skills;
    }

    // All in date on the demo's day but for one analyser that has not long to go.
    private static List<Instrument> Instruments(Chance chance, int index, LocalDate today)
    {
        Instrument Of(InstrumentId kind, string letter) => new(kind, $"{letter}-{1_100 + index}", today.PlusMonths(chance.Whole("t" + index, "calibrated/" + kind, 2, 12)));
        return (index % 24) switch
        {
            1 or 5 or 9 or 13 or 17 or 21 => [Of(VentilatorTester, "VT"), Of(SafetyTester, "ES"), Of(Analyser, "OA")],
            3 or 11 or 19 => [Of(WaterMeter, "WM"), Of(SafetyTester, "ES")],
            2 => [Of(Analyser, "OA") with { CalibratedUntil = today.PlusDays(5) }],
            _ => [Of(Analyser, "OA")],
        };
    }

    private static List<PartCount> Stock(int index)
    {
        var stock = new List<PartCount> { new(Cylinder, 24), new(Filter, 10), new(Bag, 10) };
        switch (index % 24)
        {
            case 1 or 5 or 9 or 13 or 17 or 21:
                stock.AddRange([new(VentilatorUnit, 3), new(Circuit, 6), new(Mask, 8)]);
                break;
            case 3 or 11 or 19:
                stock.AddRange([new(DialysisParts, 3), new(WaterKit, 8), new(DemoCatalogue.Monitor, 2)]);
                break;
            case 7 or 15:
                stock.AddRange([new(DemoCatalogue.Monitor, 6), new(Concentrator, 3), new(Portable, 1)]);
                break;
            default:
                stock.AddRange([new(Concentrator, 6), new(Portable, 3)]);
                break;
        }

        return stock;
    }
}
