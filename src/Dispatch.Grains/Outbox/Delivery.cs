using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using NodaTime;

namespace Dispatch.Grains.Outbox;

/// <summary>Something told by one grain to another, at least once.</summary>
/// <param name="Id">What repeats are ignored by.</param>
/// <param name="Data">UTF-8 JSON.</param>
[GenerateSerializer, Immutable]
public sealed record Delivery(string Id, string Name, int Version, byte[] Data);

/// <summary>A grain that others tell things by the outbox.</summary>
public interface IDeliveryReceiver
{
    /// <summary>Takes a delivery; one that was taken before changes nothing.</summary>
    [Alias("receive")]
    Task ReceiveAsync(Delivery delivery);

    /// <summary>Takes several in order. Where it throws, some may have been taken; told again, those change nothing.</summary>
    [Alias("receive-together")]
    Task ReceiveTogetherAsync(Delivery[] deliveries);
}

/// <summary>The visit's inbox.</summary>
[Alias("dispatch.inbox.visit")]
public interface IVisitInbox : IGrainWithStringKey, IDeliveryReceiver;

/// <summary>The day plan's inbox.</summary>
[Alias("dispatch.inbox.day-plan")]
public interface IDayPlanInbox : IGrainWithStringKey, IDeliveryReceiver;

/// <summary>The desk's inbox.</summary>
[Alias("dispatch.inbox.desk")]
public interface IDeskInbox : IGrainWithStringKey, IDeliveryReceiver;

/// <summary>The patient's inbox.</summary>
[Alias("dispatch.inbox.patient")]
public interface IPatientInbox : IGrainWithStringKey, IDeliveryReceiver;

/// <summary>The equipment's inbox.</summary>
[Alias("dispatch.inbox.equipment")]
public interface IEquipmentInbox : IGrainWithStringKey, IDeliveryReceiver;

/// <summary>The territory's inbox.</summary>
[Alias("dispatch.inbox.territory")]
public interface ITerritoryInbox : IGrainWithStringKey, IDeliveryReceiver;

/// <summary>The inbox of what is learned.</summary>
[Alias("dispatch.inbox.learned-times")]
public interface ILearnedTimesInbox : IGrainWithStringKey, IDeliveryReceiver;

/// <summary>The way out to people; key: the message's id.</summary>
[Alias("dispatch.inbox.gateway")]
public interface IGatewayInbox : IGrainWithStringKey, IDeliveryReceiver;

/// <summary>How receivers are named in the outbox.</summary>
internal static class ReceiverName
{
    public static string Visit(VisitId id) => "visit/" + id.Value;

    public static string DayPlan(TerritoryId territory, LocalDate date) => "day-plan/" + DayPlanKey.Of(territory, date);

    public static string Desk(TerritoryId id) => "desk/" + id.Value;

    public static string Patient(PatientId id) => "patient/" + id.Value;

    public static string Equipment(EquipmentId id) => "equipment/" + id.Value;

    public static string Territory(TerritoryId id) => "territory/" + id.Value;

    public static string LearnedTimes(TerritoryId id) => "learned-times/" + id.Value;

    /// <summary>The grain behind a name.</summary>
    /// <exception cref="InvalidDataException">The outbox holds a name that this program does not know.</exception>
    public static IDeliveryReceiver Find(IGrainFactory grains, string receiver)
    {
        var slash = receiver.IndexOf('/', StringComparison.Ordinal);
        var key = receiver[(slash + 1)..];
        return receiver[..slash] switch
        {
            "visit" => grains.GetGrain<IVisitInbox>(key),
            "day-plan" => grains.GetGrain<IDayPlanInbox>(key),
            "desk" => grains.GetGrain<IDeskInbox>(key),
            "patient" => grains.GetGrain<IPatientInbox>(key),
            "equipment" => grains.GetGrain<IEquipmentInbox>(key),
            "gateway" => grains.GetGrain<IGatewayInbox>(key),
            "learned-times" => grains.GetGrain<ILearnedTimesInbox>(key),
            "territory" => grains.GetGrain<ITerritoryInbox>(key),
            var kind => throw new InvalidDataException($"Nobody is called '{kind}' in the outbox."),
        };
    }
}
