using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Messages;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Desk;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using Dispatch.Grains.Visits;
using NodaTime;

namespace Dispatch.Grains.Patients;

using Decided = Decision<PatientEvent>;

/// <summary>The rules of a patient's entry and of what goes out to people.</summary>
internal static class PatientRules
{
    private const int MostPreferred = 5;

    /// <summary>Tells the patient: a message, or where that must not be, a call task for a person.</summary>
    /// <remarks>A call takes a message's place in quiet hours, for P0 and P1 always, and for who wants no messages.</remarks>
    public static Decided Tell(PatientState state, TellPatient told, CommandId command, TerritoryProfile territory, Instant now)
    {
        if (state.Profile is not { } patient)
            return Decided.Nothing;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(territory.TimeZone) ?? DateTimeZone.Utc;
        var isQuiet = QuietHours.Contains(now.InZone(zone).TimeOfDay, territory.Settings.QuietFrom, territory.Settings.QuietTo);
        if (isQuiet || told.Urgency <= UrgencyClass.P1 || !patient.Contact.AcceptsTexts)
            return Call(told, command, patient, now);

        var text = MessageTexts.Write(told.Code, patient.Contact.Language, told.Interval, told.Date, zone);
        var id = new MessageId("message-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(command.Value)))[..24]);
        var to = patient.Contact.SomeoneElse.Length > 0 ? patient.Contact.SomeoneElse : patient.Contact.Phone;
        var view = new MessageView(id, MessageAudience.Patient, told.Code, text, "", now, patient.Id, null, told.Visit, "Dispatch");
        return Decided.Happened(new PatientMessaged(view)).Telling(new Outgoing(
            "gateway/" + id.Value,
            new TellGateway(new OutgoingMessage(id, to, patient.Contact.Language, text, "", told.Code, patient.Territory, patient.Id, told.Visit, now))));
    }

    /// <summary>The first mistake in an entry; none if all is well.</summary>
    public static Reason? Mistake(PatientProfile profile, PatientId id, bool isTerritoryKnown, bool isOnRoad)
    {
        if (profile.Id != id || !IdText.IsValid(id.Value))
            return new Reason("id-mismatch", "The id in the entry and the one in the address differ.");
        if (!isTerritoryKnown)
            return new Reason("territory-unknown", $"There is no territory {profile.Territory}; enter it first.");
        if (profile.Name.Length is 0 or > 200)
            return new Reason("name-missing", "Give the patient a name of 1 to 200 characters.");
        if (!profile.Place.IsOnEarth() || !isOnRoad)
            return new Reason("place-off-road", "No road is near that place on the map; choose the place anew.");
        if (profile.FlowLitresPerMinute is <= 0 or > 60)
            return new Reason("flow-out-of-range", "The flow is more than 0 and at most 60 litres a minute.");
        return ContactMistake(profile.Contact);
    }

    /// <summary>Notes whom the patient would rather have come, and tells the visits that are open.</summary>
    /// <param name="roster">Who works in the territory; whoever was preferred before may stay so.</param>
    public static Decided Prefer(PatientState state, PreferTechnicians command, IReadOnlyList<TechnicianId> roster, IEnumerable<VisitId> open)
    {
        if (state.Profile is null)
            return Decided.Refused(CommandResult.NotFound("patient").Refusal!);
        var wanted = command.Technicians.Distinct().ToList();
        if (wanted.Count > MostPreferred)
            return Decided.Refused(new Reason("preferred-too-many", $"Choose at most {MostPreferred} technicians whom the patient prefers."));
        if (wanted.Exists(id => !roster.Contains(id) && !state.Preferred.Contains(id)))
            return Decided.Refused(new Reason("preferred-unknown", "One of these technicians does not work in the patient's territory; choose others."));
        return wanted.SequenceEqual(state.Preferred)
            ? Decided.Nothing
            : Decided.Happened(new PatientPreferenceChanged(wanted)).Telling(open.Select(visit => new Outgoing(ReceiverName.Visit(visit), new TellPreferred(wanted))));
    }

    /// <summary>The first mistake in how to tell a patient.</summary>
    public static Reason? ContactMistake(ContactPreferences contact)
    {
        if (contact.Phone.Length is 0 or > 40 || contact.SomeoneElse.Length > 120)
            return new Reason("phone-missing", "Give a telephone number of at most 40 characters.");
        return contact.Language.Length is < 2 or > 20 ? new Reason("language-unknown", "Give the language as a tag such as en or de.") : null;
    }

    private static Decided Call(TellPatient told, CommandId command, PatientProfile patient, Instant now)
    {
        // Nobody is called about a plain first interval at night, nor twice about the same: the next message will say it.
        if (told is { Code: "promised", Urgency: > UrgencyClass.P1 } && patient.Contact.AcceptsTexts)
            return Decided.Nothing;
        // Made from the delivery, so that hearing it twice asks for one call.
        var task = new CallTaskId("call-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(command.Value)))[..24]);
        var why = new Reason("call-" + told.Code, told.Code switch
        {
            "promised" => "Tell the patient when we come.",
            "moved" => "Tell the patient that the visit moved.",
            "on-the-way" => "Tell the patient that we are on the way.",
            "cancelled" => "Tell the patient that the visit is cancelled.",
            _ => "Arrange a new time with the patient.",
        });
        return Decided.Happened(new PatientCallArranged(task, told.Visit, told.Code, now)).Telling(new Outgoing(
            ReceiverName.Desk(patient.Territory),
            new TellCall(new RequestCall(task, why, told.Urgency, now, patient.Id, null, told.Visit))))
            .Telling(new Outgoing(ReceiverName.Visit(told.Visit), new TellCallArranged(task, why.Code)));
    }
}
