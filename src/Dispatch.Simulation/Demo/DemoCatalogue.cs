using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Skills;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Vans;

namespace Dispatch.Simulation.Demo;

/// <summary>Skills, parts and visit types of the demo; general planning values that a provider would set for itself.</summary>
internal static class DemoCatalogue
{
    public static readonly SkillId Driver = new("driver");
    public static readonly SkillId Oxygen = new("oxygen");
    public static readonly SkillId Respiratory = new("respiratory");
    public static readonly SkillId Ventilator = new("ventilator");
    public static readonly SkillId Dialysis = new("dialysis");
    public static readonly SkillId Monitoring = new("monitoring");

    public static IReadOnlyList<SkillKind> Skills { get; } =
    [
        new(Driver, "Delivery driver"), new(Oxygen, "Oxygen technician"), new(Respiratory, "Respiratory therapist"),
        new(Ventilator, "Ventilator certificate"), new(Dialysis, "Dialysis technician"), new(Monitoring, "Monitor technician"),
    ];

    public static readonly PartId Cylinder = new("cylinder-e");
    public static readonly PartId Concentrator = new("concentrator");
    public static readonly PartId Portable = new("portable");
    public static readonly PartId VentilatorUnit = new("ventilator-unit");
    public static readonly PartId Circuit = new("circuit");
    public static readonly PartId Filter = new("filter-set");
    public static readonly PartId Mask = new("mask-set");
    public static readonly PartId Monitor = new("monitor-unit");
    public static readonly PartId DialysisParts = new("dialysis-parts");
    public static readonly PartId WaterKit = new("water-kit");
    public static readonly PartId Bag = new("bag-label");

    public static IReadOnlyList<PartKind> Parts { get; } =
    [
        new(Cylinder, "Oxygen cylinder, E"), new(Concentrator, "Concentrator, stationary"), new(Portable, "Concentrator, portable"),
        new(VentilatorUnit, "Ventilator"), new(Circuit, "Ventilator circuit"), new(Filter, "Filter set"), new(Mask, "Mask set"),
        new(Monitor, "Monitor on loan"), new(DialysisParts, "Dialysis spare parts"), new(WaterKit, "Water test kit"), new(Bag, "Bags and labels"),
    ];

    public static readonly InstrumentId Analyser = new("oxygen-analyser");
    public static readonly InstrumentId SafetyTester = new("safety-tester");
    public static readonly InstrumentId VentilatorTester = new("ventilator-tester");
    public static readonly InstrumentId WaterMeter = new("water-meter");

    public static IReadOnlyList<InstrumentKind> Instruments { get; } =
    [
        new(Analyser, "Oxygen analyser"), new(SafetyTester, "Electrical safety tester"), new(VentilatorTester, "Ventilator tester"), new(WaterMeter, "Chlorine and conductivity meter"),
    ];

    public static readonly SpaceId Full = new("full-cylinders");
    public static readonly SpaceId Empty = new("empty-cylinders");
    public static readonly SpaceId Clean = new("clean-devices");
    public static readonly SpaceId Dirty = new("dirty-devices");

    public static IReadOnlyList<SpaceKind> Spaces { get; } =
    [
        new(Full, "Full cylinders"), new(Empty, "Empty cylinders"), new(Clean, "Clean devices"), new(Dirty, "Devices to be disinfected"),
    ];

    private static readonly Dictionary<string, IReadOnlyList<string>> Preparation = new()
    {
        ["en"] = ["Someone at home who can open the door", "A clear way to where we will work", "Pets in another room", "Your papers at hand"],
        ["de"] = ["Jemand ist zu Hause und kann öffnen", "Der Weg zum Arbeitsplatz ist frei", "Haustiere in einem anderen Zimmer", "Ihre Unterlagen liegen bereit"],
    };

    /// <summary>A visit type and how many in a thousand planned visits are of it.</summary>
    public sealed record Mix(VisitType Type, int PerThousand, string? Device)
    {
        /// <summary>The same, with test instruments that must be on the van.</summary>
        public Mix With(params InstrumentId[] instruments) => this with { Type = Type with { Instruments = instruments } };

        /// <summary>The same, with what is left there and what is taken along.</summary>
        public Mix Swapping(SpaceCount[] brings, SpaceCount[] takes) => this with { Type = Type with { Brings = brings, Takes = takes } };

        /// <summary>The same, done by two at once.</summary>
        /// <param name="second">What the second must know.</param>
        public Mix ForTwo(SkillRequirement[] second) => this with { Type = Type with { SecondSkills = second } };
    }

    public static IReadOnlyList<Mix> Types { get; } =
    [
        Make("ventilator-failed", "Ventilator failed", 75, UrgencyClass.P0, 120, 0, "ventilator", [new(Respiratory, 2), new(Ventilator, 1)], [new(VentilatorUnit, 1), new(Circuit, 1)], "Resuscitation bag at hand", "System check-out", "Second way to ventilate present", "Settings equal the order", "Alarms heard in every room").With(VentilatorTester).Swapping([new(Clean, 1)], [new(Dirty, 1)]),
        Make("ventilator-alarm", "Ventilator alarm, backup working", 60, UrgencyClass.P1, 240, 0, "ventilator", [new(Respiratory, 2), new(Ventilator, 1)], [new(Circuit, 1)], "System check-out", "Battery run", "Alarms tested", "Settings equal the order").With(VentilatorTester),
        Make("concentrator-failed", "Concentrator failed", 45, UrgencyClass.P1, 240, 6, "concentrator", [new(Oxygen, 2)], [new(Concentrator, 1), new(Cylinder, 2)], "Purity after 20 minutes", "Flow within limits", "Alarm and lights", "Backup shown").With(Analyser).Swapping([new(Clean, 1), new(Full, 2)], [new(Dirty, 1)]),
        Make("power-cut", "Power cut at the patient's", 20, UrgencyClass.P1, 240, 0, "concentrator", [new(Driver, 1)], [new(Cylinder, 2)], "Cylinders changed over", "Minutes left told").Swapping([new(Full, 2)], [new(Empty, 2)]),
        Make("oxygen-discharge", "Oxygen set-up after discharge", 60, UrgencyClass.P2, null, 50, "concentrator", [new(Oxygen, 2)], [new(Concentrator, 1), new(Portable, 1), new(Cylinder, 2)], "Own grounded outlet", "Smoke alarm present", "5 ft from open flame", "Teach-back by patient or carer", "Backup shown").Swapping([new(Clean, 2), new(Full, 2)], []),
        Make("oxygen-order", "Oxygen set-up", 45, UrgencyClass.P3, null, 110, "concentrator", [new(Oxygen, 1)], [new(Concentrator, 1), new(Cylinder, 1)], "Own grounded outlet", "Smoke alarm present", "Teach-back").Swapping([new(Clean, 1), new(Full, 1)], []),
        Make("oxygen-refill", "Oxygen refill", 20, UrgencyClass.P3, null, 210, "concentrator", [new(Driver, 1)], [new(Cylinder, 3)], "Full and empty counted", "Cylinders secured").Swapping([new(Full, 3)], [new(Empty, 3)]),
        Make("dialysis-down", "Dialysis machine down", 110, UrgencyClass.P2, 480, 8, "dialysis", [new(Dialysis, 2)], [new(DialysisParts, 1)], "Conductivity", "Leak alarm", "Rinse and test run").With(WaterMeter, SafetyTester),
        Make("dialysis-water", "Dialysis water and filter", 60, UrgencyClass.P3, null, 55, "dialysis", [new(Dialysis, 1)], [new(WaterKit, 1)], "Chloramine at most 0.1 mg/L", "Samples labelled", "RO rejection").With(WaterMeter),
        Make("monitor-fault", "Monitor fault", 40, UrgencyClass.P2, 480, 22, "monitor", [new(Monitoring, 1)], [new(Monitor, 1)], "Leads and alarm limits", "Recording checked").Swapping([new(Clean, 1)], [new(Dirty, 1)]),
        Make("monitor-setup", "Monitor set-up", 45, UrgencyClass.P3, null, 45, "monitor", [new(Monitoring, 1)], [new(Monitor, 1)], "Alarm limits as ordered", "Teach-back").Swapping([new(Clean, 1)], []),
        Make("pap-setup", "PAP set-up", 50, UrgencyClass.P3, null, 95, "pap", [new(Respiratory, 1)], [new(Mask, 1)], "Mask fit at pressure", "Teach-back"),
        Make("mask-refit", "Mask refit", 30, UrgencyClass.P4, null, 50, "pap", [new(Respiratory, 1)], [new(Mask, 1)], "Leak below the limit"),
        Make("concentrator-maintenance", "Concentrator maintenance", 30, UrgencyClass.P4, null, 170, "concentrator", [new(Oxygen, 1, [new(Respiratory, 2)])], [new(Filter, 1)], "Purity after 20 minutes", "Filter changed", "Alarm and lights").With(Analyser),
        Make("ventilator-new", "New ventilator patient", 150, UrgencyClass.P3, null, 18, "ventilator", [new(Respiratory, 2), new(Ventilator, 1)], [new(VentilatorUnit, 2), new(Circuit, 2)], "System check-out of both units", "Own grounded outlet", "Alarms heard in every room", "Escape plan and emergency numbers", "Teach-back by patient and carer").ForTwo([new(Driver, 1)]).With(VentilatorTester).Swapping([new(Clean, 2)], []),
        Make("ventilator-maintenance", "Ventilator maintenance", 40, UrgencyClass.P4, null, 22, "ventilator", [new(Respiratory, 2), new(Ventilator, 1)], [new(Filter, 1)], "System check-out", "Battery run", "Alarms tested").With(VentilatorTester, SafetyTester),
        Make("pick-up", "Pick-up", 20, UrgencyClass.P4, null, 100, null, [new(Driver, 1)], [new(Bag, 1)], "Bagged and labelled as dirty", "Serial noted").Swapping([], [new(Dirty, 1)]),
        Make("recall-exchange", "Recall exchange", 40, UrgencyClass.P3, null, 39, "concentrator", [new(Oxygen, 1)], [new(Concentrator, 1)], "Serial and lot compared", "New unit tested", "Backup shown").With(Analyser).Swapping([new(Clean, 1)], [new(Dirty, 1)]),
    ];

    private static Mix Make(
        string id, string name, int minutes, UrgencyClass urgency, int? responseMinutes, int perThousand, string? device,
        SkillRequirement[] skills, PartCount[] parts, params string[] checklist) =>
        new(new VisitType(new(id), name, minutes, urgency, responseMinutes, skills, parts, Preparation, checklist), perThousand, device);
}
