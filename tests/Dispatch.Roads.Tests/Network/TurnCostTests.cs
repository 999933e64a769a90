using Dispatch.Roads.Network;
using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Network;

public sealed class TurnCostTests
{
    private const string Crossing = """
            N
            |
        W---X---E
            |
            S
        """;

    [Fact]
    public void Straight_on_costs_next_to_nothing_and_a_turn_across_the_oncoming_traffic_most()
    {
        var town = DrawnTown.Draw(Crossing).Turning(TurnCostRule.Default);
        var (straight, right, left) = (Turn(town, "WX", "EX"), Turn(town, "WX", "SX"), Turn(town, "WX", "NX"));
        Assert.InRange(straight, 0, 50);
        Assert.InRange(right, 1500, 3000);
        Assert.InRange(left, 4000, 6500);
    }

    [Fact]
    public void Where_one_drives_on_the_left_it_is_the_other_way_about()
    {
        var rule = TurnCostRule.Default;
        Assert.Equal(rule.Milliseconds(90, drivesOnLeft: false), rule.Milliseconds(-90, drivesOnLeft: true));
        Assert.Equal(rule.Milliseconds(-90, drivesOnLeft: false), rule.Milliseconds(90, drivesOnLeft: true));
        Assert.True(rule.Milliseconds(90, drivesOnLeft: true) > rule.Milliseconds(90, drivesOnLeft: false));
    }

    [Fact]
    public void A_bend_where_no_other_road_comes_in_costs_nothing()
    {
        const string bend = """
            A---B
                |
                C
            """;
        Assert.Equal(
            DrawnTown.Draw(bend).Seconds("AB", "BC"), DrawnTown.Draw(bend).Turning(TurnCostRule.Default).Seconds("AB", "BC"));
    }

    [Fact]
    public void A_sharper_turn_never_costs_less()
    {
        var rule = TurnCostRule.Default;
        for (var degrees = 1; degrees < 180; degrees++)
        {
            Assert.True(rule.Milliseconds(degrees, false) >= rule.Milliseconds(degrees - 1, false));
            Assert.True(rule.Milliseconds(-degrees, false) >= rule.Milliseconds(1 - degrees, false));
        }
    }

    [Fact]
    public void Turning_back_at_the_end_of_a_road_takes_its_time()
    {
        var town = () => DrawnTown.Draw("""
            S---A---B
                |
                C
            """).Restrict("no_right_turn", "SA", "A", "AC");
        Assert.Equal("SA AB AC", town().Drive("SA", "AC"));
        var slower = Milliseconds(town().Turning(TurnCostRule.Default), "SA", "AC") - Milliseconds(town(), "SA", "AC");
        Assert.InRange(slower, 20_000, 27_000);
    }

    private static int Turn(DrawnTown town, string from, string to) =>
        Milliseconds(town, from, to) - Milliseconds(DrawnTown.Draw(Crossing), from, to);

    private static int Milliseconds(DrawnTown town, string from, string to) =>
        DriveCost.Milliseconds(town.Roads.Query.FindPath(town.On(from), town.On(to))!.Cost);
}
