namespace Dispatch.Planning.Rich.Synchronised;

/// <summary>Who does what in which order on a <see cref="SynchronisedDay"/>, and when.</summary>
/// <remarks>
/// All visits stand in one order that every route follows, so that no two technicians wait for each other in a ring; starts are the
/// earliest that the order allows. (What an order cannot say, two pairs that cross within their gaps, is given up.)
/// </remarks>
public sealed class SynchronisedPlan
{
    /// <param name="day">What is planned.</param>
    /// <param name="order">All visits.</param>
    /// <param name="technicianOf">By task: 2v is the first service of visit v, 2v + 1 its second; -1 where there is none.</param>
    public SynchronisedPlan(SynchronisedDay day, IReadOnlyList<int> order, IReadOnlyList<int> technicianOf)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(technicianOf);
        (Day, Order, TechnicianOf) = (day, [.. order], [.. technicianOf]);
        Start = new double[2 * day.Visits.Length];
        Arrive = new double[2 * day.Visits.Length];
        var (place, time) = (new int[day.Skills.Length], new double[day.Skills.Length]);
        foreach (var visit in Order)
            Do(visit, place, time);
        for (var t = 0; t < place.Length; t++)
            Travel += day[place[t], 0];
        Cost = Travel + Lateness + LargestLateness;
    }

    /// <summary>What is planned.</summary>
    public SynchronisedDay Day { get; }

    /// <summary>All visits; each route follows this order.</summary>
    public int[] Order { get; }

    /// <summary>Who does each task; -1 where a visit has no second service.</summary>
    public int[] TechnicianOf { get; }

    /// <summary>When each task starts.</summary>
    public double[] Start { get; }

    /// <summary>When its technician arrives.</summary>
    public double[] Arrive { get; }

    /// <summary>All travel.</summary>
    public double Travel { get; private set; }

    /// <summary>All lateness.</summary>
    public double Lateness { get; private set; }

    /// <summary>The largest lateness of one service.</summary>
    public double LargestLateness { get; private set; }

    /// <summary>The sum of the three.</summary>
    public double Cost { get; }

    private void Do(int visit, int[] place, double[] time)
    {
        var what = Day.Visits[visit];
        for (var i = 0; i < what.Services.Count; i++)
        {
            var technician = TechnicianOf[2 * visit + i];
            var drive = Day[place[technician], visit + 1];
            Travel += drive;
            Arrive[2 * visit + i] = time[technician] + drive;
            Start[2 * visit + i] = Math.Max(what.Ready, Arrive[2 * visit + i]);
        }

        if (what.Services.Count == 2)
        {
            Start[2 * visit + 1] = Math.Max(Start[2 * visit + 1], Start[2 * visit] + what.LeastGap);
            Start[2 * visit] = Math.Max(Start[2 * visit], Start[2 * visit + 1] - what.MostGap);
        }

        for (var i = 0; i < what.Services.Count; i++)
        {
            var technician = TechnicianOf[2 * visit + i];
            var late = Math.Max(0, Start[2 * visit + i] - what.Due);
            Lateness += late;
            LargestLateness = Math.Max(LargestLateness, late);
            (place[technician], time[technician]) = (visit + 1, Start[2 * visit + i] + what.Services[i].Duration);
        }
    }
}
