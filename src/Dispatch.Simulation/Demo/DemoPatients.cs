using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Patients;
using Dispatch.Domain.Equipment;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Urgency;
using NodaTime;

namespace Dispatch.Simulation.Demo;

/// <summary>The patients of the demo, each with the devices that their visits are about.</summary>
internal static class DemoPatients
{
    private static readonly string[] Kinds = ["concentrator", "concentrator", "concentrator", "concentrator", "pap", "pap", "ventilator", "dialysis", "monitor", "concentrator"];

    private static readonly string[] AccessNotes =
    [
        "Ring twice, it takes a while to get to the door.", "Second floor, no lift.", "Side entrance, through the yard.", "Friendly dog.",
        "Key safe left of the door, code at the desk.", "Park in the drive.", "Daughter opens the door.", "",
    ];

    public static PatientId Id(int index) => new($"p{index + 1:00000}");

    /// <summary>The kind of device that the patient with this number lives with.</summary>
    public static string KindOf(int index) => Kinds[index % Kinds.Length];

    public static PatientProfile Patient(Chance chance, int index, GeoPoint place, Address address)
    {
        var id = Id(index);
        var kind = KindOf(index);
        return new PatientProfile(
            id,
            DemoOptions.Territory,
            DemoNames.Of(chance, "patient/" + index),
            address,
            place,
            chance.OneOf(id.Value, "access", AccessNotes),
            new ContactPreferences(
                $"+1 202 555 {100 + (index % 100):0000}",
                chance.Of(id.Value, "language") < 0.2 ? "de" : "en",
                AcceptsTexts: chance.Of(id.Value, "texts") < 0.93,
                SomeoneElse: ""),
            EmergencyPlan: kind == "ventilator" ? "Call the ambulance. Ventilate with the resuscitation bag until it comes. Tell the clinic on call." : "Call the ambulance if short of breath. Change over to the cylinder.",
            EmergencyNumber: "112",
            FlowLitresPerMinute: kind == "concentrator" ? 1 + chance.Whole(id.Value, "flow", 0, 4) : null,
            FreeBreathingMinutes: kind == "ventilator" ? 10 * chance.Whole(id.Value, "free-breathing", 1, 30) : null);
    }

    public static EquipmentProfile Device(Chance chance, int index, LocalDate today)
    {
        var kind = KindOf(index);
        var id = new EquipmentId($"e{index + 1:00000}");
        return new EquipmentProfile(
            id,
            DemoOptions.Territory,
            kind,
            kind switch
            {
                "ventilator" => "Breva V5",
                "dialysis" => "Rena Home 2",
                "monitor" => "Cardia M1",
                "pap" => "Somna A10",
                _ => chance.OneOf(id.Value, "model", (string[])["Oxara 5", "Oxara 10"]),
            },
            Serial: $"{kind[..2].ToUpperInvariant()}{100_000 + index * 37}",
            Udi: "",
            Lot: $"L{2020 + index % 6}-{1 + index % 12:00}",
            Id(index),
            EquipmentState.InUse,
            kind switch
            {
                "ventilator" => Dependence.LifeSupporting,
                "concentrator" or "dialysis" => Dependence.Supporting,
                _ => Dependence.None,
            },
            BatteryMinutes: kind == "ventilator" ? 480 : 0,
            NextServiceDate: today.PlusDays(chance.Whole(id.Value, "service", -5, 300)));
    }
}
