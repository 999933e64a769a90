using CsCheck;
using Dispatch.Domain.Urgency;
using NodaTime;

namespace Dispatch.Domain.Tests.Urgency;

public sealed class RunwayRuleTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 10, 32);
    private static readonly RunwayParameters Parameters = RunwayParameters.Unsigned;
    private static readonly DependenceFacts Oxygen = new(Dependence.Supporting, 0, 2, null);
    private static readonly DependenceFacts Ventilated = new(Dependence.LifeSupporting, 480, null, 20);

    [Fact]
    public void A_full_E_cylinder_at_two_litres_lasts_308_minutes() =>
        Assert.Equal(308, RunwayRule.Compute(Report(FailureKind.DeviceFailed, cylinders: [new("US E", 2200, 1)]), Oxygen, Parameters).UsableMinutes);

    [Fact]
    public void A_battery_helps_in_a_power_cut_and_not_when_the_device_is_dead()
    {
        var cut = RunwayRule.Compute(Report(FailureKind.PowerCut, battery: 240), Ventilated, Parameters);
        var dead = RunwayRule.Compute(Report(FailureKind.DeviceFailed, battery: 240), Ventilated, Parameters);
        Assert.Equal(260, cut.UsableMinutes);
        Assert.Equal(20, dead.UsableMinutes);
    }

    [Fact]
    public void An_unread_gauge_counts_as_empty_and_is_marked_as_assumed()
    {
        var runway = RunwayRule.Compute(Report(FailureKind.DeviceFailed, cylinders: [new("US E", null, 2)]), Oxygen, Parameters);
        Assert.Equal(0, runway.UsableMinutes);
        Assert.True(Assert.Single(runway.Parts).IsAssumed);
    }

    [Fact]
    public void The_deadline_is_the_end_less_road_and_margin()
    {
        var runway = RunwayRule.Compute(Report(FailureKind.DeviceFailed, cylinders: [new("US E", 2200, 1)]), Oxygen, Parameters);
        Assert.Equal(Now + Duration.FromMinutes(308 - 50), runway.Deadline);
    }

    [Fact]
    public void A_deadline_never_lies_before_the_report_and_never_after_the_end() =>
        Gen.Select(Gen.Int[-100, 5000], Gen.Int[0, 20], Gen.Double[-1, 20], Gen.Int[0, 3000]).Sample((psi, count, flow, battery) =>
        {
            var report = Report(FailureKind.PowerCut, battery, [new("US H", psi, count)]) with { FlowLitresPerMinute = flow };
            var runway = RunwayRule.Compute(report, Oxygen, Parameters);
            Assert.InRange(runway.Deadline, Now, runway.EndsAt);
            Assert.InRange(runway.UsableMinutes, 0, RunwayRule.LongestMinutes);
        });

    [Fact]
    public void More_pressure_never_shortens_the_runway() =>
        Gen.Select(Gen.Int[0, 2200], Gen.Int[0, 2200]).Sample((a, b) =>
        {
            int Minutes(int psi) =>
                RunwayRule.Compute(Report(FailureKind.DeviceFailed, cylinders: [new("US M", psi, 1)]), Oxygen, Parameters).UsableMinutes;
            Assert.True(Minutes(Math.Min(a, b)) <= Minutes(Math.Max(a, b)));
        });

    internal static BackupReport Report(
        FailureKind failure, int? battery = null, IReadOnlyList<CylinderReport>? cylinders = null,
        Answer safe = Answer.Yes, Answer backup = Answer.Yes) =>
        new(failure, safe, backup, cylinders ?? [], null, battery, null, Now);
}
