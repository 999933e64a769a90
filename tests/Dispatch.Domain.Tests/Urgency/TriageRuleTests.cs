using Dispatch.Domain.Urgency;
using NodaTime;
using static Dispatch.Domain.Tests.Urgency.RunwayRuleTests;

namespace Dispatch.Domain.Tests.Urgency;

public sealed class TriageRuleTests
{
    private static readonly DependenceFacts Ventilated = new(Dependence.LifeSupporting, 480, null, 60);
    private static readonly DependenceFacts Oxygen = new(Dependence.Supporting, 0, 2, null);
    private static readonly DependenceFacts Comfort = new(Dependence.None, 0, null, null);

    [Theory]
    [InlineData(Answer.No, Answer.Yes, UrgencyClass.P0)]
    [InlineData(Answer.Unknown, Answer.Yes, UrgencyClass.P0)]
    [InlineData(Answer.Yes, Answer.No, UrgencyClass.P0)]
    [InlineData(Answer.Yes, Answer.Unknown, UrgencyClass.P0)]
    [InlineData(Answer.Yes, Answer.Yes, UrgencyClass.P1)]
    public void A_ventilator_alarm_is_P0_unless_patient_and_backup_are_known_to_be_well(Answer safe, Answer backup, UrgencyClass expected) =>
        Assert.Equal(expected, Judge(Report(FailureKind.DeviceAlarm, safe: safe, backup: backup), Ventilated).Urgency);

    [Fact]
    public void A_failed_concentrator_on_a_cylinder_is_P1_by_the_lesser_of_four_hours_and_the_cylinder()
    {
        var full = Judge(Report(FailureKind.DeviceFailed, cylinders: [new("US H", 2200, 1)]), Oxygen);
        var half = Judge(Report(FailureKind.DeviceFailed, cylinders: [new("US E", 1100, 1)]), Oxygen);
        Assert.Equal(UrgencyClass.P1, full.Urgency);
        Assert.Equal(Duration.FromMinutes(240), full.Deadline!.Value - full.Runway!.EndsAt + Duration.FromMinutes(full.Runway.UsableMinutes));
        Assert.Equal(half.Runway!.Deadline, half.Deadline);
    }

    [Fact]
    public void P0_opens_the_emergency_card_and_is_due_within_the_emergency_response()
    {
        var report = Report(FailureKind.DeviceFailed, safe: Answer.No);
        var triage = Judge(report, Ventilated);
        Assert.True(triage.OpensEmergencyCard);
        Assert.Equal(report.ReportedAt + Duration.FromMinutes(120), triage.Deadline);
    }

    [Fact]
    public void A_device_that_nobody_depends_on_is_never_more_than_P2() =>
        Assert.Equal(UrgencyClass.P2, Judge(Report(FailureKind.DeviceFailed, safe: Answer.Unknown), Comfort).Urgency);

    [Fact]
    public void Nothing_failed_keeps_the_class_of_the_visit_type() =>
        Assert.Equal(UrgencyClass.P4, TriageRule.Judge(Report(FailureKind.None), Oxygen, RunwayParameters.Unsigned, UrgencyClass.P4).Urgency);

    [Theory]
    [InlineData(1, UrgencyClass.P1)]
    [InlineData(2, UrgencyClass.P2)]
    [InlineData(12, UrgencyClass.P3)]
    public void Supplies_are_as_urgent_as_what_is_left_of_them(int cylinders, UrgencyClass expected) =>
        Assert.Equal(expected, Judge(Report(FailureKind.SupplyLow, cylinders: [new("US E", 1800, cylinders)]), Oxygen).Urgency);

    private static Triage Judge(BackupReport report, DependenceFacts facts) =>
        TriageRule.Judge(report, facts, RunwayParameters.Unsigned, UrgencyClass.P1);
}
