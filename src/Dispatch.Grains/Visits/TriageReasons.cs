using Dispatch.Contracts.Commands;

namespace Dispatch.Grains.Visits;

/// <summary>The sentences behind the codes of triage.</summary>
internal static class TriageReasons
{
    public static Reason Of(string code) => new("triage-" + code, code switch
    {
        "life-at-risk" => "The patient is not known to be safe: emergency plan and ambulance first.",
        "backup-not-running" => "The patient lives by the device and no backup is running.",
        "backup-unknown" => "The patient lives by the device and nobody knows whether a backup is running.",
        "on-backup" => "The patient depends on the device and is on backup: within the response time or the runway, whichever is less.",
        "runway-short" => "The backups end before anyone is sure to be there.",
        "supply-low" => "Supplies run out: before the runway ends.",
        "not-dependent" => "Nobody is harmed by waiting: the same day or later.",
        _ => "Planned work.",
    });
}
