using Dispatch.Domain.Ids;
using NodaTime;
using Orleans;

namespace Dispatch.Contracts.Messages;

/// <summary>A text to one person; under 160 characters, no diagnosis, no device, no address, no name.</summary>
/// <param name="To">The telephone number.</param>
/// <param name="Text">In the person's language, without the link.</param>
/// <param name="LinkPath">Path of the patient's page, to be put behind the house's own address; empty if there is none.</param>
/// <param name="Code">What kind of message it is: "promised", "moved", "on-the-way", "cancelled", "to-be-arranged".</param>
[GenerateSerializer, Immutable]
public sealed record OutgoingMessage(
    MessageId Id, string To, string Language, string Text, string LinkPath, string Code, TerritoryId Territory, PatientId Patient, VisitId? Visit, Instant SentAt);

/// <summary>The one way out to people: a gateway in the field, the board's inbox in the demo.</summary>
public interface IMessageSender
{
    /// <summary>Hands the message over; sending the same id twice delivers once.</summary>
    /// <exception cref="IOException">The gateway is out of reach; the outbox tries again.</exception>
    Task SendAsync(OutgoingMessage message, CancellationToken cancellation);
}

/// <summary>To whom a message went.</summary>
public enum MessageAudience
{
    /// <summary>A patient, or who is told instead.</summary>
    Patient,

    /// <summary>A technician's phone, from the desk.</summary>
    Technician,

    /// <summary>The desk, from a technician.</summary>
    Desk,
}

/// <summary>A message that went out, as board and phone show it.</summary>
/// <param name="Link">The patient's page, made anew for signed-in staff while the link lives; empty if there is none.</param>
[GenerateSerializer, Immutable]
public sealed record MessageView(
    MessageId Id,
    MessageAudience Audience,
    string Code,
    string Text,
    string Link,
    Instant SentAt,
    PatientId? Patient,
    TechnicianId? Technician,
    VisitId? Visit,
    string Sender);
