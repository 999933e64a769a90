namespace Dispatch.LoadTests.Planning;

/// <summary>What the rows of the table are made of. Where a usual instance is not at hand, another of its class and size stands for it.</summary>
internal static class BenchRows
{
    private static readonly string[] Vrptw =
    [
        "solomon/r101", "solomon/c106", "solomon/rc208", "homberger_200/c2_2_6", "homberger_200/r1_2_5", "homberger_200/rc2_2_3",
        "homberger_400/r1_4_4", "homberger_400/rc1_4_5", "homberger_1000/c1_10_5", "homberger_1000/rc2_10_4",
    ];

    private static readonly string[] Wide =
    [
        "solomon/c204", "solomon/r112", "solomon/r211", "solomon/rc107", "homberger_200/c1_2_4", "homberger_200/r2_2_4", "homberger_200/rc1_2_6", "homberger_200/rc2_2_9",
        "homberger_400/c1_4_3", "homberger_400/c2_4_8", "homberger_400/r2_4_2", "homberger_400/rc2_4_6", "homberger_600/c1_6_6", "homberger_600/c2_6_3", "homberger_600/r1_6_4",
        "homberger_600/rc2_6_1", "homberger_800/c2_8_4", "homberger_800/r1_8_9", "homberger_800/r2_8_3", "homberger_800/rc1_8_6", "homberger_1000/c2_10_4", "homberger_1000/r1_10_7",
        "homberger_1000/r2_10_9", "homberger_1000/rc1_10_3",
    ];

    private static readonly string[] HomeCare =
    [
        "mankowska/InstanzCPLEX_HCSRP_25_5", "kummer/HHCRSP_100_20_11_1.2_R_C", "italian/instance_003-rome-r19-p44-s4-sim22.3-seq22.9", "mankowska/InstanzVNS_HCSRP_100_2",
        "mankowska/InstanzCPLEX_HCSRP_50_1", "mankowska/InstanzCPLEX_HCSRP_75_4", "mankowska/InstanzVNS_HCSRP_100_8", "kummer/HHCRSP_25_5_26_0.8_C_C",
        "kummer/HHCRSP_50_10_33_0.4_R_RC", "kummer/HHCRSP_75_15_5_0.8_C_RC", "italian/instance_015-cesena-r15-p73-s2-sim20.2-seq15.8", "italian/instance_029-macerata-r21-p100-s3-sim1.5-seq2.2",
    ];

    private static readonly string[] Technicians = ["C101", "R208", "RC203", "C109", "C205", "C204", "R101", "R110", "R205", "RC108", "RC104", "RC208"];

    private static readonly string[] Pairs =
    [
        "li_lim_100/lrc107", "li_lim_200/lr1_2_6", "li_lim_200/lrc2_2_3", "li_lim_100/lr112", "li_lim_100/lrc204", "li_lim_100/lc109",
        "li_lim_200/lc2_2_4", "li_lim_200/lr2_2_4", "li_lim_200/lrc1_2_5", "li_lim_400/lr1_4_9", "li_lim_400/lrc2_4_3", "li_lim_400/lc2_4_7",
    ];

    /// <summary>The names of all rows.</summary>
    public static readonly string[] All = ["vrptw10", "vrptw60", "vrptw24", "sd", "hhcrsp", "trsp", "dynamic", "pdptw", "kovacs", "live", "vroom", "growth"];

    /// <summary>The runs of a row; a part of them unless all are wanted.</summary>
    public static IEnumerable<BenchWork> Of(string row, bool isFull) => row switch
    {
        "vrptw10" => Some(Vrptw, isFull, 5).Select(name => new BenchWork(row, "vrptw", "vrptw", $"vrptw/{name}.txt", 10)),
        "vrptw60" => Some(Vrptw, isFull, 3).Select(name => new BenchWork(row, "vrptw", "vrptw", $"vrptw/{name}.txt", 60)),
        "vrptw24" => Some(Wide, isFull, 4).Select(name => new BenchWork(row, "vrptw", "vrptw", $"vrptw/{name}.txt", 60)),
        "sd" => Some(["PR06", "PR10", "PR14A"], isFull, 3).Select(name => new BenchWork(row, "sdvrptw", "sdvrptw", $"sdvrptw/{name}.vrp", 60)),
        "hhcrsp" => Some(HomeCare, isFull, 4).Select(name => new BenchWork(row, "hhcrsp", "hhcrsp", $"hhcrsp/{name}.json", 60)),
        "trsp" => Some(Technicians, isFull, 4).Select(name => new BenchWork(row, "trsp", "trsp", $"trsp/crew25/{name}.100_25-5-5-5.txt", 60)),
        "dynamic" =>
            from percent in isFull ? (int[])[10, 30, 50, 70, 90] : [10, 50]
            from name in Some(["R205", "C101", "RC203"], isFull, 1)
            let file = $"{name}.100_25-5-5-5"
            select new BenchWork(row, "trsp", "trsp-dynamic", $"trsp/crew25/{file}.txt", 2, $"trsp/dynamic/{file}_rd_{percent}.txt"),
        "pdptw" => Some(Pairs, isFull, 4).Select(name => new BenchWork(row, "pdptw", "pdptw", $"pdptw/{name}.txt", 60)),
        "kovacs" => Some(["R101_6x6", "C101_5x4", "RC203_7x4", "R203_5x4"], isFull, 2).Select(name => new BenchWork(row, "kovacs", "strsp-kovacs", $"strsp-kovacs/tasks_noTeam/{name}_noTeam.txt", 60)),
        "vroom" => Some(["1000x100", "300x30", "1300x100"], isFull, 1).Select(name => new BenchWork(row, "vroom", "vroom", $"live-day/live-{name}-s11.json", 20)),
        "live" =>
            from run in isFull ? ((string, double)[])[("1000", 1), ("1000", 20), ("1000", 60), ("1300", 60), ("300", 60)] : [("1000", 1), ("1000", 20), ("1300", 60)]
            select new BenchWork(row, "live-day", "live-day", $"live-day/live-{run.Item1}x{(run.Item1 == "300" ? 30 : 100)}-s11.json", run.Item2),
        "growth" => (isFull ? (int[])[250, 500, 1_000, 2_000, 5_000, 10_000] : [250, 1_000, 5_000]).Select(count => new BenchWork(row, "mdvrptw", "mdvrptw", $"{count}", 60)),
        _ => throw new ArgumentException($"There is no row '{row}'; use {string.Join(",", All)}."),
    };

    private static IEnumerable<string> Some(string[] names, bool isFull, int few) => isFull ? names : names.Take(few);
}
