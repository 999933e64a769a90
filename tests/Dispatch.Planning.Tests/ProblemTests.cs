namespace Dispatch.Planning.Tests;

public sealed class ProblemTests
{
    private static readonly PlanTechnician Technician = new() { StartPlace = 0, EndPlace = 0, AvailableFrom = 0, ShiftEnd = 30_000 };
    private static readonly PlanVisit Visit = new() { Place = 1, DurationSeconds = 600 };
    private static readonly TravelMatrix Travel = new([0, 60, 60, 0], 2);

    public static TheoryData<string, Func<Problem>> Mistakes => new()
    {
        { "lasts less than no time", () => With(Visit with { DurationSeconds = -1 }) },
        { "urgency 7", () => With(Visit with { Urgency = 7 }) },
        { "ends before it starts", () => With(Visit with { Windows = [new PlanWindow(9, 3, false)] }) },
        { "overlap or are not ascending", () => With(Visit with { Windows = [new PlanWindow(9, 30, false), new PlanWindow(20, 40, false)] }) },
        { "whom there is not", () => With(Visit with { PinnedTechnician = 4 }) },
        { "group of skills of visit 0 is empty", () => With(Visit with { AnySkills = [1, 0] }) },
        { "no technician 2, whom visit 0 prefers", () => With(Visit with { Preferred = [2] }) },
        { "no technician -1, whom visit 0 is known to", () => With(Visit with { Known = [-1] }) },
        { "not ascending, or one is named twice", () => With(Visit with { Known = [0, 0] }) },
        { "does not prefer costs -3", () => With(Visit with { Preferred = [0], NotPreferredCost = -3 }) },
        { "of one group, but pinned to technicians 0 and 1", () => new Problem([Technician, Technician], [Visit with { Group = 3, PinnedTechnician = 0 }, Visit with { Group = 3, PinnedTechnician = 1 }], Travel) },
        { "but are of one group", () => new Problem([Technician], [Visit with { Group = 3 }, Visit with { Group = 3, TiedTo = 0 }], Travel) },
        { "Setting up at visit 0", () => With(Visit with { SetupSeconds = -1 }) },
        { "has 2 durations for 1 technicians", () => With(Visit with { DurationByTechnician = [5, 6] }) },
        { "with one of its technicians", () => With(Visit with { DurationByTechnician = [-5] }) },
        { "takes 0 % of", () => new Problem([Technician with { DurationPercent = 0 }], [Visit], Travel) },
        { "vehicle of kind 1, but kinds are counted from 0 and 1 of them has", () => new Problem([Technician with { Vehicle = 1 }], [Visit], Travel) },
        { "vehicle of kind -1, but kinds are counted from 0 and 2 of them have", () => new Problem([Technician with { Vehicle = -1 }], [Visit], TravelMatrix.ByVehicle([Travel, Travel])) },
        { "kind 1 has 1 places and that of kind 0 has 2", () => new Problem([Technician], [Visit], TravelMatrix.ByVehicle([Travel, new TravelMatrix([0], 1)])) },
        { "kind 0 are themselves of several kinds", () => new Problem([Technician], [Visit], TravelMatrix.ByVehicle([TravelMatrix.ByVehicle([Travel, Travel])])) },
        { "one kind of vehicle at least", () => new Problem([Technician], [Visit], TravelMatrix.ByVehicle([])) },
        { "may drive less than no time", () => new Problem([Technician with { MostDriveSeconds = -1 }], [Visit], Travel) },
        { "rises by 0 to 10,000", () => new Problem([Technician], [Visit], Travel, new PlanWeights { WindowRiseTenths = -1 }) },
        { "The days of visit 0 are not ascending", () => With(Visit with { Days = [new PlanVisitDay(1), new PlanVisitDay(1)] }) },
        { "Day 0 of visit 0 costs -1", () => With(Visit with { Days = [new PlanVisitDay(0) { Cost = -1 }] }) },
        { "A window of visit 0 on day 2 ends before", () => With(Visit with { Days = [new PlanVisitDay(2) { Windows = [new PlanWindow(9, 3, false)] }] }) },
        { "down to urgency 5", () => new Problem([Technician with { LowestUrgency = 5 }], [Visit], Travel) },
        { "person -2 on day 0", () => new Problem([Technician with { Person = -2 }], [Visit], Travel) },
        { "are one person, but the second begins on day 0", () => new Problem([Technician with { Person = 1 }, Technician with { Person = 1, AvailableFrom = 20_000 }], [Visit], Travel) },
        { "is of group -2", () => With(Visit with { Group = -2 }) },
        { "no technician 1, whom visit 0 is outside the area of", () => With(Visit with { OutsideAreaOf = [1] }) },
        { "outside the technician's area costs 0 to", () => new Problem([Technician], [Visit], Travel, new PlanWeights { OutsideArea = -1 }) },
        { "does not know the patient costs 0 to", () => new Problem([Technician], [Visit], Travel, new PlanWeights { UnknownTechnician = -1 }) },
        { "picked up at visit 2, which there is not", () => With(Visit with { PickedUpAt = 2 }) },
        { "which is itself picked up elsewhere", () => new Problem([Technician], [Visit with { PickedUpAt = 1 }, Visit with { PickedUpAt = 0 }], Travel) },
        { "Two visits are picked up at visit 0", () => new Problem([Technician], [Visit, Visit with { PickedUpAt = 0 }, Visit with { PickedUpAt = 0 }], Travel) },
        { "is not in the table", () => With(Visit with { Place = 2 }) },
        { "promise of visit 0", () => With(Visit with { PromiseStart = 20, PromiseEnd = 10 }) },
        { "before the day begins", () => new Problem([Technician with { AvailableFrom = -5 }], [Visit], Travel) },
        { "overlap, or are not in order", () => new Problem([Technician with { Breaks = [new PlanBreak(100, 500, 60), new PlanBreak(400, 600, 60)] }], [Visit], Travel) },
        { "strict and some are not", () => new Problem([Technician with { Breaks = [new PlanBreak(100, 500, 60), new PlanBreak(500, 600, 60) { IsStrict = true }] }], [Visit], Travel) },
        { "ends before it begins", () => new Problem([Technician with { Break = new PlanBreak(10, 5, 60) }], [Visit], Travel) },
        { "less than none", () => new Problem([Technician with { Stock = [-1] }], [Visit], Travel) },
        { "frozen in two places", () => new Problem([Technician with { Frozen = [0, 0] }], [Visit], Travel) },
        { "which there is not", () => new Problem([Technician with { Frozen = [3] }], [Visit], Travel) },
        { "has 4 times", () => new Problem([Technician], [Visit], new TravelMatrix([0], 2)) },
        { "is negative", () => new Problem([Technician], [Visit], new TravelMatrix([0, -1, 1, 0], 2)) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_contradiction_is_named(string words, Func<Problem> make) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => make()).Message, StringComparison.Ordinal);

    [Fact]
    public void Urgency_comes_before_any_cost()
    {
        var left = Score.OfUnassigned(1);
        var dear = new Score { Cost = long.MaxValue / 2 };
        Assert.True(dear < left);
        Assert.True(Score.OfUnassigned(2) < Score.OfUnassigned(1));
        Assert.True(default(Score).Late(1, 5) < Score.OfUnassigned(1));
        Assert.True(Score.OfUnassigned(1) < default(Score).Late(0, 1));
    }

    private static Problem With(PlanVisit visit) => new([Technician], [visit], Travel);
}
