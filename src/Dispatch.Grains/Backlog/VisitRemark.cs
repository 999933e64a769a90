using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;

namespace Dispatch.Grains.Backlog;

/// <summary>Remarks on one visit of several, which name it by the value "visit".</summary>
internal static class VisitRemark
{
    /// <summary>The same reason, naming the visit that it is about.</summary>
    public static Reason About(this Reason reason, VisitId visit) => reason with { Values = new Dictionary<string, string>(reason.Values) { ["visit"] = visit.Value } };
}
