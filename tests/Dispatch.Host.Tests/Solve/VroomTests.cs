using System.Text.Json;
using System.Text.Json.Nodes;
using Dispatch.Host.Solve;

namespace Dispatch.Host.Tests.Solve;

public sealed class VroomTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Days_with_everything_in_them_are_answered_as_the_referee_wants_it(int seed)
    {
        using var folder = new Folder();
        var input = Input(new Random(seed));
        var answer = await SolveAsync(folder, input, 0.3);
        Assert.Equal(0, (int)answer["code"]!);
        await Referee.JudgeAsync("vroom", Path.Combine(folder.Path, "input.json"), Path.Combine(folder.Path, "out.json"));

        // Each step follows from the one before, and the sums are those of the steps.
        foreach (var route in answer["routes"]!.AsArray())
        {
            var steps = route!["steps"]!.AsArray();
            for (var i = 1; i < steps.Count; i++)
            {
                var (before, step) = (steps[i - 1]!, steps[i]!);
                var left = Number(before, "arrival") + Number(before, "waiting_time") + Number(before, "setup") + Number(before, "service");
                Assert.Equal(Number(step, "arrival") - left, Number(step, "duration") - Number(before, "duration"));
            }

            Assert.Equal(Number(route, "service"), steps.Sum(step => Number(step!, "service")));
            Assert.Equal(Number(route, "waiting_time"), steps.Sum(step => Number(step!, "waiting_time")));
            Assert.Equal(Number(route, "duration"), Number(steps[^1]!, "duration"));
        }

        Assert.Equal(Number(answer["summary"]!, "cost"), answer["routes"]!.AsArray().Sum(route => Number(route!, "cost")));
        Assert.Equal(Number(answer["summary"]!, "unassigned"), answer["unassigned"]!.AsArray().Count);
    }

    [Fact]
    public async Task Its_own_answer_is_a_start_and_the_next_one_is_no_worse()
    {
        using var folder = new Folder();
        var input = Input(new Random(11));
        var answer = await SolveAsync(folder, input, 0.3);
        input["routes"] = answer["routes"]!.DeepClone();
        var again = await SolveAsync(folder, input, 0.05);
        Assert.True(Number(again["summary"]!, "unassigned") <= Number(answer["summary"]!, "unassigned"));
        Assert.True(Number(again["summary"]!, "unassigned") < Number(answer["summary"]!, "unassigned") || Number(again["summary"]!, "cost") <= Number(answer["summary"]!, "cost"));
    }

    [Fact]
    public async Task Times_since_1970_come_back_as_times_since_1970()
    {
        const long monday = 1_767_600_000;
        using var folder = new Folder();
        var input = new JsonObject
        {
            ["jobs"] = new JsonArray(new JsonObject { ["id"] = 1, ["location_index"] = 1, ["time_windows"] = new JsonArray(new JsonArray(monday + 3600, monday + 7200)) }),
            ["vehicles"] = new JsonArray(new JsonObject { ["id"] = 1, ["start_index"] = 0, ["end_index"] = 0, ["time_window"] = new JsonArray(monday, monday + 36000) }),
            ["matrices"] = JsonNode.Parse("""{"car":{"durations":[[0,600],[700,0]]}}"""),
        };
        var steps = (await SolveAsync(folder, input, 0.1))["routes"]![0]!["steps"]!.AsArray();
        Assert.Equal([monday + 3000, monday + 3600, monday + 4300], steps.Select(step => Number(step!, "arrival")));
    }

    [Fact]
    public async Task Coordinates_are_driven_between_on_a_map_of_ours()
    {
        using var folder = new Folder();
        var map = Path.Combine(AppContext.BaseDirectory, "maps", "alderhaven.osm.pbf");
        var prepared = Path.Combine(folder.Path, "prepared");
        using var roads = Dispatch.Roads.RoadMap.Open(map, prepared);
        var (west, south, east, north) = (roads.Bounds.West, roads.Bounds.South, roads.Bounds.East, roads.Bounds.North);
        JsonArray At(double share) => [west + (east - west) * share, south + (north - south) * share];
        var input = new JsonObject
        {
            ["jobs"] = new JsonArray(new JsonObject { ["id"] = 1, ["location"] = At(0.45) }, new JsonObject { ["id"] = 2, ["location"] = At(0.55) }),
            ["vehicles"] = new JsonArray(new JsonObject { ["id"] = 1, ["start"] = At(0.5), ["end"] = At(0.5) }, new JsonObject { ["id"] = 2, ["start"] = At(0.4) }),
        };
        var summary = (await SolveAsync(folder, input, 0.1, map))["summary"]!;
        Assert.Equal(0, Number(summary, "unassigned"));
        Assert.True(Number(summary, "duration") > 0 && Number(summary, "distance") > 0);
    }

    [Fact]
    public async Task Times_by_type_of_vehicle_and_the_price_of_working_decide_who_goes()
    {
        using var folder = new Folder();
        var input = JsonNode.Parse(
            """
            {"jobs":[{"id":1,"location_index":1,"service":600,"service_per_type":{"van":300},"setup":60,"setup_per_type":{"bike":120}}],
            "vehicles":[{"id":1,"type":"bike","start_index":0,"end_index":0,"costs":{"per_task_hour":3600}},{"id":2,"type":"van","start_index":0,"end_index":0,"costs":{"per_task_hour":3600}}],
            "matrices":{"car":{"durations":[[0,100],[100,0]]}}}
            """)!;
        var route = (await SolveAsync(folder, input, 0.1))["routes"]![0]!;
        Assert.Equal((2, 300, 60, 560), (Number(route, "vehicle"), Number(route, "service"), Number(route, "setup"), Number(route, "cost")));
    }

    [Fact]
    public async Task No_route_is_longer_than_its_vehicle_may_go_and_no_break_is_taken_with_too_much_on_board()
    {
        using var folder = new Folder();
        var input = JsonNode.Parse(
            """
            {"jobs":[{"id":1,"location_index":1,"delivery":[3]},{"id":2,"location_index":2,"delivery":[1]}],
            "vehicles":[{"id":1,"start_index":0,"end_index":0,"capacity":[4],"max_distance":5000,"breaks":[{"id":9,"service":60,"description":"noon","time_windows":[[0,90]],"max_load":[1]}]}],
            "matrices":{"car":{"durations":[[0,50,60],[50,0,60],[60,60,0]],"distances":[[0,1000,2000],[1000,0,1500],[2000,1500,0]]}}}
            """)!;
        var steps = (await SolveAsync(folder, input, 0.1))["routes"]![0]!["steps"]!.AsArray();
        Assert.Equal(["start", "job", "break", "job", "end"], steps.Select(step => (string)step!["type"]!));
        Assert.Equal((1, 4500, "noon"), (Number(steps[1]!, "id"), Number(steps[4]!, "distance"), (string)steps[2]!["description"]!));
        input["vehicles"]![0]!["max_distance"] = 4000;
        var answer = await SolveAsync(folder, input, 0.1);
        Assert.Equal(1, Number(answer["summary"]!, "unassigned"));
    }

    [Fact]
    public async Task What_nobody_may_do_and_what_is_wanted_outside_every_shift_is_left_out_and_the_rest_is_done()
    {
        using var folder = new Folder();
        var input = JsonNode.Parse(
            """
            {"jobs":[{"id":1,"location_index":1,"skills":[9]},{"id":2,"location_index":1,"time_windows":[[9000,9500]]},{"id":3,"location_index":1}],
            "vehicles":[{"id":1,"start_index":0,"end_index":0,"time_window":[0,8000]}],"matrices":{"car":{"durations":[[0,100],[100,0]]}}}
            """)!;
        var answer = await SolveAsync(folder, input, 0.1);
        Assert.Equal([1, 2], answer["unassigned"]!.AsArray().Select(left => Number(left!, "id")));
        Assert.Equal(3, Number(answer["routes"]![0]!["steps"]![1]!, "id"));
    }

    [Fact]
    public async Task Routes_that_are_kept_are_told_with_what_they_break()
    {
        using var folder = new Folder();
        var input = JsonNode.Parse(
            """
            {"jobs":[{"id":1,"location_index":1,"service":600,"skills":[4]},{"id":2,"location_index":2,"time_windows":[[0,100]],"delivery":[9]},{"id":3,"location_index":1}],
            "shipments":[{"pickup":{"id":1,"location_index":1},"delivery":{"id":1,"location_index":2}}],
            "vehicles":[{"id":7,"start_index":0,"end_index":0,"capacity":[4],"max_tasks":2,"max_travel_time":100,"time_window":[0,800],"breaks":[{"id":1}],
            "steps":[{"type":"start"},{"type":"job","id":1,"service_after":200},{"type":"delivery","id":1},{"type":"job","id":2},{"type":"end"}]}],
            "matrices":{"car":{"durations":[[0,50,60],[50,0,60],[60,60,0]]}}}
            """)!;
        var answer = await SolveAsync(folder, input, 0.1, keeps: true);
        var route = answer["routes"]![0]!;
        var steps = route["steps"]!.AsArray();
        string[] Causes(JsonNode node) => [.. node["violations"]!.AsArray().Select(violation => (string)violation!["cause"]!).Order()];
        Assert.Equal([150L, 200, 860, 860, 920], steps.Select(step => Number(step!, "arrival")));
        Assert.Equal(["load", "skills"], Causes(steps[1]!));
        Assert.Equal(["load", "precedence"], Causes(steps[2]!));
        Assert.Equal((760, 120), (Number(steps[3]!["violations"]![0]!, "duration"), Number(steps[4]!["violations"]![0]!, "duration")));
        Assert.Equal(["delay", "load", "max_tasks", "max_travel_time", "missing_break", "precedence", "skills"], Causes(route));
        Assert.Equal(Causes(route), Causes(answer["summary"]!));
        Assert.Equal([3L, 1], answer["unassigned"]!.AsArray().Select(task => Number(task!, "id")));
    }

    [Fact]
    public async Task An_input_that_cannot_be_is_answered_with_code_2_and_writes_nothing()
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "input.json");
        await File.WriteAllTextAsync(file, """{"jobs":[{"id":1}],"vehicles":[{"id":1,"start_index":0}],"matrices":{"car":{"durations":[[0]]}}}""", TestContext.Current.CancellationToken);
        var options = SolveTests.Options(file, "vroom", Path.Combine(folder.Path, "out.json"));
        using var said = new StringWriter();
        await Assert.ThrowsAsync<RefusedException>(() => SolveCommand.RunAsync(options, given => new SolveClock(given, 0), said, TestContext.Current.CancellationToken));
        var answer = JsonNode.Parse(said.ToString())!;
        Assert.Equal((2, true), ((int)answer["code"]!, ((string)answer["error"]!).Contains("jobs[0]: 'location_index' is missing", StringComparison.Ordinal)));
        Assert.False(File.Exists(options.OutFile));
    }

    private static long Number(JsonNode node, string name) => (long)node[name]!;

    private static async Task<JsonNode> SolveAsync(Folder folder, JsonNode input, double seconds, string? map = null, bool keeps = false)
    {
        var file = Path.Combine(folder.Path, "input.json");
        await File.WriteAllTextAsync(file, input.ToJsonString());
        var options = SolveTests.Options(file, "vroom", Path.Combine(folder.Path, "out.json")) with { MapFile = map, Seconds = seconds, KeepsRoutes = keeps };
        using var said = new StringWriter();
        await SolveCommand.RunAsync(options, given => new SolveClock(given, 0), said, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await File.ReadAllTextAsync(options.OutFile))!;
    }

    private static JsonObject Input(Random random)
    {
        var places = random.Next(4, 20);
        JsonArray Windows() => [.. Enumerable.Range(0, random.Next(1, 3)).Select(i => (JsonNode)new JsonArray(8000 * i + random.Next(0, 3000), 8000 * i + random.Next(3000, 7000)))];
        JsonArray Numbers(int count, int most) => [.. Enumerable.Range(0, count).Select(_ => (JsonNode)random.Next(0, most))];
        JsonObject Task(int id)
        {
            var task = new JsonObject { ["id"] = id, ["location_index"] = random.Next(places), ["service"] = random.Next(0, 900), ["setup"] = random.Next(0, 300) };
            if (random.Next(2) == 0)
                task["time_windows"] = Windows();
            return task;
        }

        var jobs = new JsonArray();
        for (var id = 1; id <= random.Next(5, 25); id++)
        {
            var job = Task(id);
            (job["delivery"], job["pickup"], job["skills"], job["priority"]) = (Numbers(2, 3), Numbers(2, 3), Numbers(random.Next(2), 2), random.Next(0, 101));
            jobs.Add((JsonNode)job);
        }

        var shipments = new JsonArray();
        for (var id = 1; id <= random.Next(0, 8); id++)
            shipments.Add((JsonNode)new JsonObject { ["amount"] = Numbers(2, 4), ["skills"] = Numbers(random.Next(2), 2), ["pickup"] = Task(id), ["delivery"] = Task(id) });
        var vehicles = new JsonArray();
        for (var id = 1; id <= random.Next(2, 5); id++)
        {
            var vehicle = new JsonObject { ["id"] = id, ["start_index"] = random.Next(places), ["capacity"] = new JsonArray(10, 12), ["skills"] = Numbers(2, 2), ["time_window"] = new JsonArray(0, random.Next(8000, 20000)) };
            if (random.Next(3) > 0)
                vehicle["end_index"] = random.Next(places);
            if (random.Next(3) == 0)
                vehicle["max_tasks"] = random.Next(2, 6);
            if (random.Next(3) == 0)
                vehicle["max_travel_time"] = random.Next(2000, 6000);
            vehicle["breaks"] = new JsonArray([.. Enumerable.Range(1, random.Next(0, 3)).Select(b => (JsonNode)new JsonObject { ["id"] = b, ["service"] = 600, ["time_windows"] = new JsonArray(new JsonArray(3000 * b, 3000 * b + 2000)) })]);
            vehicles.Add((JsonNode)vehicle);
        }

        var durations = new JsonArray([.. Enumerable.Range(0, places).Select(a => (JsonNode)new JsonArray([.. Enumerable.Range(0, places).Select(b => (JsonNode)(a == b ? 0 : random.Next(60, 1500)))]))]);
        return new JsonObject { ["jobs"] = jobs, ["shipments"] = shipments, ["vehicles"] = vehicles, ["matrices"] = new JsonObject { ["car"] = new JsonObject { ["durations"] = durations } } };
    }
}
