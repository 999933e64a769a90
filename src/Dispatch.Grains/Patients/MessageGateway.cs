using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Messages;
using Dispatch.Contracts.Patients;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Grains.Desk;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;

namespace Dispatch.Grains.Patients;

/// <summary>The last step of the outbox before people: opens the link and hands the message to the one sender.</summary>
[Orleans.Concurrency.StatelessWorker]
internal sealed class MessageGatewayGrain(
    IMessageSender sender, PatientLinkTokens links, EventCatalogue catalogue, DomainClock clock) : Grain, IGatewayInbox
{
    /// <inheritdoc />
    public async Task ReceiveTogetherAsync(Delivery[] deliveries)
    {
        foreach (var delivery in deliveries)
            await ReceiveAsync(delivery);
    }

    /// <inheritdoc />
    public async Task ReceiveAsync(Delivery delivery)
    {
        var message = ((TellGateway)catalogue.Read(delivery.Name, delivery.Version, delivery.Data)).Message;
        if (message.Visit is { } visit)
        {
            var token = links.For(visit);
            await GrainFactory.GetGrain<IPatientLinkGrain>(PatientLinkTokens.KeyOf(token)).OpenAsync(
                new PatientLink(visit, message.Patient, message.Territory, null),
                new CommandContext(new CommandId("open-" + message.Id.Value), "house", Role.House, clock.Now));
            message = message with { LinkPath = "/p/" + token };
        }

        await sender.SendAsync(message, CancellationToken.None);
    }
}

/// <summary>The sender that needs no gateway: messages land in the desk's inbox, where the board shows them.</summary>
internal sealed class DeskInboxSender(IGrainFactory grains) : IMessageSender
{
    /// <inheritdoc />
    public Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        // The link is left out: the desk makes it anew for who is signed in, so that no token is ever stored.
        var view = new MessageView(
            message.Id, MessageAudience.Patient, message.Code, message.Text, "", message.SentAt, message.Patient, null, message.Visit, "Dispatch");
        var told = new TellMessage(view);
        var name = EventCatalogue.OfThisRoom.NameOf(told);
        return grains.GetGrain<IDeskInbox>(message.Territory.Value).ReceiveAsync(
            new Delivery("inbox-" + message.Id.Value, name.Name, name.Version, EventCatalogue.Write(told)));
    }
}
