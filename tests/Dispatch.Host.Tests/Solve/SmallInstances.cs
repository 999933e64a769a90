using System.Globalization;
using System.Text;

namespace Dispatch.Host.Tests.Solve;

/// <summary>Small instances of each format, as text.</summary>
internal static class SmallInstances
{
    private const string Vrplib = "NAME: small\nTYPE: VRPTW\nEDGE_WEIGHT_TYPE: EUC_2D\nDIMENSION: 5\nVEHICLES: 2\nCAPACITY: 20\n";
    private const string Sections = "NODE_COORD_SECTION\n1\t0.5\t1\n2\t4\t3\n3\t8\t1\n4\t2\t9\n5\t6\t6\nDEMAND_SECTION\n1\t0\n2\t5\n3\t5\n4\t5\n5\t5\nSERVICE_TIME_SECTION\n1\t0\n2\t2\n3\t2\n4\t2\n5\t2\nTIME_WINDOW_SECTION\n1\t0\t100\n2\t0\t60\n3\t10\t70\n4\t20\t80\n5\t0\t90\n";

    /// <summary>By format; the file's ending with it.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["vrptw"] = Solomon(),
        ["sdvrptw"] = Vrplib + "VEHICLES_MAX_DURATION: 80\n" + Sections + "VEHICLES_ALLOWED_CLIENTS_SECTION\n1\t2\t3\t4\t5\n2\t2\t3\nEOF\n",
        ["mdvrptw"] = Vrplib + Sections + "VEHICLES_DEPOT_SECTION\n1\t1\n2\t2\nDEPOT_SECTION\n1\n2\n-1\nEOF\n",
        ["pcvrptw"] = Vrplib + Sections + "PRIZE_SECTION\n1 0\n2 3\n3 30\n4 30\n5 1\nDEPOT_SECTION\n1\n-1\nEOF\n",
        ["euro"] = Vrplib.Replace("EUC_2D", "EXPLICIT\nEDGE_WEIGHT_FORMAT: FULL_MATRIX", StringComparison.Ordinal) + Sections
            + "EDGE_WEIGHT_SECTION\n0 4 8 9 7\n4 0 5 6 4\n8 5 0 9 5\n9 6 9 0 5\n7 4 5 5 0\nEOF\n",
        ["pdptw"] = "2\t20\t1\n0\t0\t0\t0\t0\t100\t0\t0\t0\n1\t3\t4\t5\t0\t50\t2\t0\t3\n2\t1\t9\t7\t0\t60\t2\t0\t4\n3\t8\t1\t-5\t0\t90\t2\t1\t0\n4\t6\t6\t-7\t0\t90\t2\t2\t0\n",
        ["trsp"] = "SMALL\n\nINFO\nCREW COUNT  SKILLS  TOOLS   SPARE PARTS\n2      2       2       2\n\nDEPOT TECHNICIANS AND REQUESTS\nID   X     Y     TWS    TWE    Serv   SKILLS   TOOLS    SPARE PARTS\n"
            + "0 5 5 0 200 0 [] [] []\n1 0 0 0 200 0 [0,1] [0] [1,0]\n2 9 9 0 200 0 [1] [1] [0,2]\n3 1 4 0 90 5 [0] [0] [1,0]\n4 2 7 10 100 5 [0] [1] [0,0]\n5 8 3 0 120 5 [1] [] [0,1]\n6 6 8 20 80 5 [1] [0] [1,1]\n",
        ["hhcrsp"] = HomeCare,
        ["kovacs"] = "Capacity: 200\r\nCustomer: 5\r\n\r\nCUST NO. XCOORD. YCOORD. DEMAND READY TIME DUE DATE SERVICE TIME cost d11 d12 d21 d22\r\n"
            + "1\t5\t5\t0\t0\t200\t0\t0\t0\t0\t0\t0\r\n2\t1\t4\t5\t0\t90\t5\t100\t1\t0\t0\t0\r\n3\t2\t7\t5\t10\t100\t5\t100\t1\t1\t0\t0\r\n"
            + "4\t8\t3\t5\t0\t120\t5\t100\t0\t0\t1\t1\r\n5\t6\t8\t5\t20\t80\t5\t100\t2\t0\t0\t0\r\n",
        ["live-day"] = LiveDay(),
        ["vroom"] = Vroom,
    };

    /// <summary>The technicians that belong to the small instance of kovacs.</summary>
    public const string Technicians = "Technicians\r\nNumber of Technicians: 2\r\ndomains: 2\r\nproficiency level: 2\r\n\r\nID\tdomain1\tdomain2\r\n1\t2\t0\r\n2\t1\t2\r\n";

    /// <summary>When each request of the small instance of trsp becomes known.</summary>
    public const string Releases = "SMALL\nID\tRD\n3\t-1\n4\t0\n5\t12.5\n6\t20\n";

    /// <summary>The ending that a solution of the format needs.</summary>
    public static string Ending(string format) => format is "live-day" or "hhcrsp" or "vroom" ? ".json" : ".sol";

    /// <summary>The referee's name of a format.</summary>
    public static string Family(string format) => format switch { "euro" => "euro-neurips", "kovacs" => "strsp-kovacs", _ => format };

    private static string Solomon()
    {
        var text = new StringBuilder("SMALL\r\n\r\nVEHICLE\r\nNUMBER     CAPACITY\r\n  3         40\r\n\r\nCUSTOMER\r\nCUST NO.   XCOORD.   YCOORD.    DEMAND   READY TIME   DUE DATE   SERVICE TIME\r\n\r\n");
        for (var i = 0; i < 9; i++)
            text.Append(CultureInfo.InvariantCulture, $" {i} {i * 7 % 20} {i * 11 % 20} {(i == 0 ? 0 : 8)} {(i == 0 ? 0 : i * 5)} {(i == 0 ? 200 : 90 + i * 5)} {(i == 0 ? 0 : 5)}\r\n");
        return text.ToString();
    }

    private const string HomeCare =
        """
        {"patients":[{"id":"p1","time_window":[240,360],"required_caregivers":[{"service":"s2","duration":30}]},
        {"id":"p2","time_window":[120,180],"required_caregivers":[{"service":"s1","duration":30},{"service":"s2","duration":20}],"synchronization":{"type":"simultaneous"}},
        {"id":"p3","time_window":[0,60],"required_caregivers":[{"service":"s1","duration":45.5},{"service":"s2","duration":10}],"synchronization":{"type":"sequential","distance":[30,45]}}],
        "services":[{"id":"s1","default_duration":30},{"id":"s2","default_duration":30}],
        "caregivers":[{"id":"c1","abilities":["s1","s2"]},{"id":"c2","abilities":["s2"]}],
        "central_offices":[{"id":"d"}],
        "distances":[[0,38,34,56],[39,0,23,22.5],[35,23,0,44],[56,22,44,0]]}
        """;

    private const string Vroom =
        """
        {"jobs":[{"id":1,"location_index":1,"service":300,"setup":60,"delivery":[1],"skills":[1],"priority":10,"time_windows":[[0,2000],[4000,6000]]},
        {"id":2,"location_index":2,"service":300,"pickup":[2],"priority":0},{"id":3,"location_index":2,"service":100,"description":"the third"}],
        "shipments":[{"amount":[2],"skills":[2],"priority":50,"pickup":{"id":1,"location_index":3,"service":60},"delivery":{"id":1,"location_index":1,"service":60,"time_windows":[[0,5000]]}}],
        "vehicles":[{"id":7,"start_index":0,"end_index":0,"capacity":[3],"skills":[1,2],"time_window":[0,9000],"breaks":[{"id":5,"service":300,"time_windows":[[1000,2000]]}],
        "steps":[{"type":"start"},{"type":"job","id":1},{"type":"break","id":5},{"type":"job","id":2},{"type":"end"}]},
        {"id":8,"start_index":3,"capacity":[2],"skills":[1],"max_tasks":2,"max_travel_time":3000}],
        "matrices":{"car":{"durations":[[0,400,500,600],[410,0,300,500],[500,310,0,320],[610,500,330,0]]}}}
        """;

    private static string LiveDay() =>
        """
        {"name":"small","technicians":[{"id":0,"loc":0,"shift":[0,9000],"breakWindow":[3000,5000],"breakDuration":600,"levels":[2,1],"parts":[2]},
        {"id":1,"loc":1,"shift":[0,9000],"breakWindow":[3000,5000],"breakDuration":600,"levels":[1,3],"parts":[1]}],
        "visits":[{"id":0,"loc":2,"duration":600,"window":[0,8000],"skill":0,"level":2,"priority":10,"parts":[1]},
        {"id":1,"loc":3,"duration":600,"window":[0,8000],"skill":1,"level":3,"priority":100,"parts":[1]},
        {"id":2,"loc":4,"duration":600,"window":[2000,8000],"skill":1,"level":1,"priority":50,"parts":[0]},
        {"id":3,"loc":4,"duration":600,"window":[2000,8000],"skill":1,"level":3,"priority":50,"parts":[1]}],
        "xy":[[0,0],[1,1],[2,2],[3,3],[4,4]],
        "matrix":[[0,400,500,600,700],[410,0,300,500,600],[500,310,0,320,450],[610,500,330,0,340],[700,600,450,350,0]],"events":[]}
        """;
}
