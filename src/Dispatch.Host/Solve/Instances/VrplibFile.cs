using Dispatch.Planning;

namespace Dispatch.Host.Solve.Instances;

/// <summary>VRPLIB's files of sections, for site-dependent, multi-depot, prize-collecting and asymmetric problems.</summary>
/// <remarks>
/// sdvrptw and mdvrptw round each arc to a thousandth, pcvrptw truncates it to a tenth, euro takes it as it is, in whole seconds;
/// all times are scaled alike. In a solution the number v is node v + 1, and route k is vehicle k where vehicles differ.
/// </remarks>
internal sealed class VrplibFile
{
    private const double Everywhere = 1 << 28;
    private readonly InstanceText text;
    private readonly Dictionary<string, (int Line, string Value)> headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<(int Line, double[] Row)>> sections = new(StringComparer.OrdinalIgnoreCase);
    private readonly double scale;
    private readonly Func<double, double> whole;

    private VrplibFile(string path, double scale, Func<double, double> whole)
    {
        (text, this.scale, this.whole) = (InstanceText.Read(path), scale, whole);
        List<(int, double[])>? rows = null;
        for (var line = 0; line < text.Lines.Length; line++)
        {
            var words = text.Words(line);
            if (words.Length == 0)
                continue;
            if (words[0] == "EOF")
                break;
            if (words[0].EndsWith("_SECTION", StringComparison.Ordinal))
                sections[words[0][..^"_SECTION".Length]] = rows = [];
            else if (text.Lines[line].IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                headers[text.Lines[line][..colon].Trim()] = (line, text.Lines[line][(colon + 1)..].Trim());
            else if (rows is null)
                throw text.Wrong(line, "this is neither a header 'NAME : VALUE' nor in a section.");
            else
                rows.Add((line, text.Numbers(line, words)));
        }
    }

    /// <summary>The instance of a family: sdvrptw, mdvrptw, pcvrptw or euro.</summary>
    /// <exception cref="RefusedException">The file is malformed; the sentence has the line.</exception>
    public static Instance Read(string path, string family) => family switch
    {
        "pcvrptw" => new VrplibFile(path, 10, Math.Floor).Make(hasPrizes: true, areAlike: true),
        "euro" => new VrplibFile(path, 1, Math.Round).Make(hasPrizes: false, areAlike: true),
        _ => new VrplibFile(path, 1000, Math.Round).Make(hasPrizes: false, areAlike: false),
    };

    private PlannedInstance Make(bool hasPrizes, bool areAlike)
    {
        var size = Header("DIMENSION", 2, 100_001);
        var fleet = Header("VEHICLES", 1, 100_000);
        var travel = headers.TryGetValue("EDGE_WEIGHT_TYPE", out var type) && type.Value == "EXPLICIT" ? Explicit(size) : Euclidean(size);
        var depots = sections.TryGetValue("DEPOT", out var listed) ? listed.Where(row => row.Row[0] != -1).Select(row => Node(row, size)).ToArray() : [1];
        if (depots.Length == 0)
            throw text.Wrong("DEPOT_SECTION names no depot.");
        var (windows, demands, services) = (ByNode("TIME_WINDOW", size, 2), ByNode("DEMAND", size, 1), ByNode("SERVICE_TIME", size, 1, "SERVICE_TIME"));
        var prizes = hasPrizes ? ByNode("PRIZE", size, 1) : null;
        var clients = Enumerable.Range(1, size).Except(depots).ToArray();
        var visits = clients.Select(node => new PlanVisit
        {
            Place = node - 1,
            DurationSeconds = Scaled(services[node][0]),
            Windows = [Window(windows, node)],
            IsWindowStrict = true,
            Brings = [(int)demands[node][0]],
            SkipCost = prizes is null ? PlanVisit.NoPrice : Scaled(prizes[node][0]),
        });
        var visitOf = clients.Select((node, visit) => (node, visit)).ToDictionary(pair => pair.node, pair => pair.visit);
        var technicians = Enumerable.Range(1, fleet).Select(number => Vehicle(number, depots[0], windows, visitOf, size)).ToArray();
        var problem = new Problem(areAlike ? technicians[..Math.Min(fleet, clients.Length)] : technicians, [.. visits], travel, PlanWeights.DrivingAlone);
        return new PlannedInstance
        {
            Problem = problem,
            VisitNumbers = [.. clients.Select(node => node - 1)],
            TechnicianNumbers = areAlike ? null : [.. Enumerable.Range(1, fleet)],
            Cost = plan => PlannedInstance.Travel(plan) + (hasPrizes ? plan.Unassigned.Sum(visit => problem.Visits[visit].SkipCost) : 0),
        };
    }

    private PlanTechnician Vehicle(int number, int anyDepot, double[][] windows, Dictionary<int, int> visitOf, int size)
    {
        var depot = Of("VEHICLES_DEPOT", number) is { } given ? Node(given, size, 1) : anyDepot;
        var capacity = Of("CAPACITY", number) is { } room ? text.Whole(room.Line, room.Row.Length == 2 ? room.Row[1] : -1, "The capacity") : headers.ContainsKey("CAPACITY") ? Header("CAPACITY", 0, (int)InstanceText.Largest) : (int?)null;
        var window = Window(windows, depot);
        HashSet<int>? allowed = null;
        if (Of("VEHICLES_ALLOWED_CLIENTS", number) is { } list)
        {
            allowed = [];
            for (var i = 1; i < list.Row.Length; i++)
            {
                if (!visitOf.TryGetValue(Node(list, size, i), out var visit))
                    throw text.Wrong(list.Line, $"vehicle {number} may serve node {list.Row[i]}, which is a depot.");
                allowed.Add(visit);
            }
        }
        else if (sections.ContainsKey("VEHICLES_ALLOWED_CLIENTS"))
        {
            throw text.Wrong($"VEHICLES_ALLOWED_CLIENTS_SECTION does not name vehicle {number}.");
        }

        return new PlanTechnician
        {
            StartPlace = depot - 1,
            EndPlace = depot - 1,
            AvailableFrom = window.Start,
            ShiftEnd = window.End,
            IsShiftStrict = true,
            MostWorkSeconds = headers.ContainsKey("VEHICLES_MAX_DURATION") ? Scaled(Header("VEHICLES_MAX_DURATION", 0, (int)InstanceText.Largest)) : PlanVisit.None,
            Capacity = capacity is { } most ? [most] : [],
            AllowedVisits = allowed,
        };
    }

    private PlanWindow Window(double[][] windows, int node) => new(Scaled(windows[node][0]), Scaled(windows[node][1]), true);

    private int Scaled(double value) => (int)Math.Min(Everywhere, whole(scale * value));

    private (int Line, double[] Row)? Of(string section, int number)
    {
        if (!sections.TryGetValue(section, out var rows))
            return null;
        var index = number - 1 < rows.Count && rows[number - 1].Row[0] == number ? number - 1 : rows.FindIndex(row => row.Row[0] == number);
        return index < 0 ? null : rows[index];
    }

    private int Header(string name, int least, int most)
    {
        if (!headers.TryGetValue(name, out var header))
            throw text.Wrong($"the header {name} is missing.");
        return text.Whole(header.Line, text.Number(header.Line, header.Value), name, least, most);
    }

    private int Node((int Line, double[] Row) row, int size, int at = 0) =>
        row.Row.Length > at ? text.Whole(row.Line, row.Row[at], "The node", 1, size) : throw text.Wrong(row.Line, "the node is missing.");

    // By node from 1; index 0 is empty. A section may be a header that holds for all clients.
    private double[][] ByNode(string section, int size, int width, string? header = null)
    {
        var byNode = new double[size + 1][];
        if (!sections.TryGetValue(section, out var rows))
        {
            if (header is null || !headers.TryGetValue(header, out var all))
                throw text.Wrong($"{section}_SECTION is missing.");
            Array.Fill(byNode, [text.NotNegative(all.Line, text.Number(all.Line, all.Value), header)]);
            return byNode;
        }

        foreach (var row in rows)
        {
            var node = Node(row, size);
            if (row.Row.Length != width + 1)
                throw text.Wrong(row.Line, $"a row of {section}_SECTION has {width + 1} numbers, here there are {row.Row.Length}.");
            if (byNode[node] is not null)
                throw text.Wrong(row.Line, $"node {node} stands twice in {section}_SECTION.");
            byNode[node] = row.Row[1..];
            if (section == "TIME_WINDOW")
                text.Window(row.Line, row.Row[1], row.Row[2], $"Node {node}");
            else if (section == "DEMAND")
                text.Whole(row.Line, row.Row[1], $"The demand of node {node}");
            else if (section is "SERVICE_TIME" or "PRIZE")
                text.NotNegative(row.Line, row.Row[1], $"{section} of node {node}");
        }

        for (var node = 1; node <= size; node++)
        {
            if (byNode[node] is null)
                throw text.Wrong($"{section}_SECTION has no row for node {node}, or is cut short.");
        }

        return byNode;
    }

    private TravelMatrix Euclidean(int size)
    {
        var nodes = ByNode("NODE_COORD", size, 2);
        return Travelling.Between([.. nodes.Skip(1).Select(node => (node[0], node[1]))], distance => whole(scale * distance));
    }

    private TravelMatrix Explicit(int size)
    {
        if (!headers.TryGetValue("EDGE_WEIGHT_FORMAT", out var format) || format.Value != "FULL_MATRIX")
            throw text.Wrong(format.Line, "EDGE_WEIGHT_FORMAT must be FULL_MATRIX.");
        if (!sections.TryGetValue("EDGE_WEIGHT", out var rows))
            throw text.Wrong("EDGE_WEIGHT_SECTION is missing.");
        if ((long)size * size > Array.MaxLength)
            throw text.Wrong($"a table of {size} places does not fit.");
        var seconds = new int[size * size];
        var count = 0;
        foreach (var (line, row) in rows)
        {
            foreach (var value in row)
            {
                if (count == seconds.Length)
                    throw text.Wrong(line, $"EDGE_WEIGHT_SECTION has more than {size} × {size} numbers.");
                seconds[count++] = Scaled(text.NotNegative(line, value, "A travel time"));
            }
        }

        return count == seconds.Length ? new TravelMatrix(seconds, size) : throw text.Wrong($"EDGE_WEIGHT_SECTION has {count} numbers, not {size} × {size}.");
    }
}
