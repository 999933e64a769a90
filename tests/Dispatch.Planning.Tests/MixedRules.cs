namespace Dispatch.Planning.Tests;

/// <summary>Adds the rules on who has a visit to a random day, each to some days, so that all of them meet all others.</summary>
internal static class MixedRules
{
    public static Problem Onto(Problem day, int seed, bool mayChangeTimes = true) =>
        mayChangeTimes && new Random(seed ^ 0x51AB).Next(3) == 0 ? OnVehicles(Rules(day, seed, mayChangeTimes), seed) : Rules(day, seed, mayChangeTimes);

    /// <summary>Some drive what is slower or quicker on each road, finds no road in places, and may need as long whenever it leaves where others do not.</summary>
    public static Problem OnVehicles(Problem day, int seed)
    {
        var (random, places) = (new Random(seed ^ 0x51AC), day.Travel.PlaceCount);
        var kinds = new List<TravelMatrix> { day.Travel };
        while (kinds.Count < 2 + seed % 2)
        {
            var (seconds, distances) = (new int[places * places], new int[places * places]);
            for (var at = 0; at < seconds.Length; at++)
            {
                var drive = day.Travel[at / places, at % places];
                seconds[at] = drive == TravelMatrix.NoRoad || random.Next(200) == 0 ? at % (places + 1) == 0 ? 0 : TravelMatrix.NoRoad : (int)(drive * (0.7 + 1.1 * random.NextDouble()));
                distances[at] = random.Next(900);
            }

            kinds.Add(day.Travel.DependsOnDeparture && random.Next(2) == 0 ? SmallDays.ByDeparture(seconds, places, random) : new TravelMatrix(seconds, places, distances));
        }

        return new Problem([.. day.Technicians.Select(technician => technician with { Vehicle = random.Next(kinds.Count) })], day.Visits, TravelMatrix.ByVehicle(kinds), day.Weights);
    }

    private static Problem Rules(Problem day, int seed, bool mayChangeTimes)
    {
        var random = new Random(seed ^ 0x2E17);
        var rules = random.Next(512);
        if (rules % 4 == 0)
            return day;
        var (technicians, visits) = (day.Technicians.ToArray(), day.Visits.ToArray());
        if ((rules & 1) != 0)
            Change(visits, random, visit => visit with { AnySkills = [(ulong)random.Next(1, 8), .. random.Next(3) == 0 ? (ulong[])[6] : []], Skills = visit.Skills & 1 });
        if ((rules & 2) != 0)
            Change(visits, random, visit => visit with { Preferred = Some(technicians.Length, random), NotPreferredCost = random.Next(3) * 400 });
        if ((rules & 4) != 0)
            Change(visits, random, visit => visit with { Known = Some(technicians.Length, random) });
        if ((rules & 128) != 0)
            Change(visits, random, visit => visit with { OutsideAreaOf = Some(technicians.Length, random) });
        if ((rules & 16) != 0 && mayChangeTimes)
        {
            for (var v = 0; v < visits.Length; v++)
                visits[v] = visits[v] with { Place = v > 0 && random.Next(2) == 0 ? visits[v - 1].Place : visits[v].Place, SetupSeconds = random.Next(3) * 300 };
            Change(visits, random, visit => visit with { DurationByTechnician = random.Next(3) > 0 ? [] : [.. technicians.Select(_ => 600 + random.Next(3000))] });
            for (var t = 0; t < technicians.Length; t++)
                technicians[t] = technicians[t] with { DurationPercent = 80 + random.Next(60) };
        }

        if ((rules & 32) != 0 && mayChangeTimes && !day.Travel.DependsOnDeparture)
        {
            for (var t = 0; t < technicians.Length; t++)
                technicians[t] = technicians[t] with { MostDriveSeconds = random.Next(3) == 0 ? PlanVisit.None : 2_000 + random.Next(8_000) };
        }

        if ((rules & 64) != 0)
        {
            for (var t = 0; t < technicians.Length; t++)
                technicians[t] = technicians[t] with { Day = t % 2, Person = t / 2, LowestUrgency = random.Next(5) == 0 ? 2 : 4, LatestEnd = random.Next(3) == 0 ? technicians[t].ShiftEnd + random.Next(3_000) : PlanVisit.None };
            Change(visits, random, visit => visit with { Days = Days(random, mayChangeTimes) });
        }

        if ((rules & 256) != 0 && mayChangeTimes)
        {
            // A short one before the one that there is, and one after it.
            for (var t = 0; t < technicians.Length; t++)
            {
                if (technicians[t].Break is { } pause && random.Next(3) > 0)
                    technicians[t] = technicians[t] with { Breaks = [pause with { Earliest = pause.Earliest - 6_000, Latest = pause.Earliest - random.Next(5_000), Seconds = 600 }, pause, .. random.Next(2) == 0 ? (PlanBreak[])[pause with { Earliest = pause.Latest, Latest = pause.Latest + 3_000, Seconds = 900 }] : []] };
            }
        }

        if ((rules & 8) != 0)
        {
            for (var v = 0; v < visits.Length; v++)
                visits[v] = random.Next(3) == 0 ? visits[v] : visits[v] with { Group = v / 3, PinnedTechnician = -1 };
        }

        return new Problem(technicians, visits, day.Travel, day.Weights with { UnknownTechnician = random.Next(2) * 300, OutsideArea = random.Next(2) * 450, WindowRiseTenths = day.Weights.Window > 0 ? random.Next(3) * 20 : 0 });
    }

    private static void Change(PlanVisit[] visits, Random random, Func<PlanVisit, PlanVisit> change)
    {
        for (var v = 0; v < visits.Length; v++)
        {
            if (random.Next(2) == 0)
                visits[v] = change(visits[v]);
        }
    }

    private static PlanVisitDay[] Days(Random random, bool mayChangeTimes) => [.. Enumerable.Range(0, 2).Where(_ => random.Next(3) > 0).Select(day => new PlanVisitDay(day)
    {
        Windows = mayChangeTimes && random.Next(2) == 0 ? random.Next(3) == 0 ? [] : [new PlanWindow(31_000 + 3_000 * day, 33_000 + 4_000 * day, false), new PlanWindow(40_000, 41_000, true)] : null,
        Deadline = mayChangeTimes && random.Next(3) == 0 ? 35_000 - 86_400 * day : null,
        Cost = random.Next(3) * 500,
    })];

    private static int[] Some(int technicians, Random random) => [.. Enumerable.Range(0, technicians).Where(_ => random.Next(2) == 0)];
}
