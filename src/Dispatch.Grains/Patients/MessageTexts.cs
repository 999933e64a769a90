using System.Globalization;
using Dispatch.Domain.Promises;
using NodaTime;

namespace Dispatch.Grains.Patients;

/// <summary>The texts of messages: under 160 characters with the link, no name, no address, no medical word.</summary>
internal static class MessageTexts
{
    private static readonly Dictionary<string, Dictionary<string, string>> ByLanguage = new()
    {
        ["en"] = new()
        {
            ["promised"] = "Your visit is on {0}, between {1} and {2}.",
            ["moved"] = "Your visit on {0} moved: we now come between {1} and {2}.",
            ["on-the-way"] = "We are on the way to you and arrive between {1} and {2}.",
            ["cancelled"] = "Your visit on {0} is cancelled. Call us if you have questions.",
            ["to-be-arranged"] = "Your visit on {0} has to be arranged anew. We will call you.",
        },
        ["de"] = new()
        {
            ["promised"] = "Ihr Termin ist am {0}, zwischen {1} und {2} Uhr.",
            ["moved"] = "Ihr Termin am {0} hat sich geändert: Wir kommen zwischen {1} und {2} Uhr.",
            ["on-the-way"] = "Wir sind auf dem Weg zu Ihnen und kommen zwischen {1} und {2} Uhr an.",
            ["cancelled"] = "Ihr Termin am {0} ist abgesagt. Rufen Sie uns bei Fragen an.",
            ["to-be-arranged"] = "Ihr Termin am {0} muss neu vereinbart werden. Wir rufen Sie an.",
        },
    };

    /// <summary>The languages that messages are written in.</summary>
    public static IReadOnlyCollection<string> Languages => ByLanguage.Keys;

    /// <summary>The text in a language, or in English where that one is not known.</summary>
    public static string Write(string code, string language, ArrivalInterval? interval, LocalDate? date, DateTimeZone zone)
    {
        var tag = ByLanguage.ContainsKey(language.Split('-')[0]) ? language.Split('-')[0] : "en";
        var culture = CultureInfo.GetCultureInfo(tag);
        var day = date ?? interval?.Start.InZone(zone).Date ?? default;
        string Time(Instant instant) => instant.InZone(zone).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);
        return string.Format(
            culture, ByLanguage[tag][code], day.ToDateOnly().ToString(culture.DateTimeFormat.ShortDatePattern, culture),
            interval is null ? "" : Time(interval.Start), interval is null ? "" : Time(interval.End));
    }
}
