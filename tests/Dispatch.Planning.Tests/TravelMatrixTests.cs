using CsCheck;

namespace Dispatch.Planning.Tests;

public sealed class TravelMatrixTests
{
    private static readonly Gen<(TravelMatrix Matrix, int[] Begins, int[][] Tables)> Matrices = Gen.Int[0, 1_000_000].Select(seed =>
    {
        var random = new Random(seed);
        int[] begins = [.. Enumerable.Range(0, 1 + random.Next(5)).Select(slot => slot * 500 + random.Next(400))];
        int[][] tables = [.. begins.Select(_ => Enumerable.Range(0, 4).Select(at => at % 3 == 0 ? 0 : random.Next(1, 900)).ToArray())];
        return (new TravelMatrix(begins, tables, 2), begins, tables);
    });

    [Fact]
    public void A_drive_takes_what_driving_it_second_by_second_takes() =>
        Gen.Select(Matrices, Gen.Int[0, 3_000]).Sample((made, departure) =>
            Assert.Equal(Driven(made.Begins, made.Tables, departure), made.Matrix.DriveSeconds(0, 1, departure)), iter: 3_000);

    [Fact]
    public void Who_leaves_later_never_arrives_earlier_and_no_drive_is_shorter_than_the_shortest() =>
        Matrices.Sample(made =>
        {
            var before = 0;
            for (var departure = 0; departure < 3_500; departure++)
            {
                var drive = made.Matrix.DriveSeconds(0, 1, departure);
                Assert.True(departure + drive >= before, $"leaving at {departure}");
                Assert.True(drive >= made.Matrix[0, 1]);
                before = departure + drive;
            }
        }, iter: 100);

    [Fact]
    public void Who_leaves_at_the_latest_is_there_and_a_second_later_is_not() =>
        Gen.Select(Matrices, Gen.Int[0, 4_000]).Sample((made, arrival) =>
        {
            var departure = made.Matrix.LatestDeparture(0, 1, arrival);
            Assert.True(departure + made.Matrix.DriveSeconds(0, 1, departure) <= arrival);
            Assert.True(departure + 1 + made.Matrix.DriveSeconds(0, 1, departure + 1) > arrival);
        }, iter: 3_000);

    [Fact]
    public void One_slot_alone_is_a_plain_table()
    {
        var matrix = new TravelMatrix([0], [[0, 60, 70, 0]], 2);
        Assert.False(matrix.DependsOnDeparture);
        Assert.Equal((60, 60, 40), (matrix[0, 1], matrix.DriveSeconds(0, 1, 99_999), matrix.LatestDeparture(0, 1, 100)));
    }

    [Fact]
    public void Tables_that_contradict_each_other_are_refused()
    {
        int[] table = [0, 60, 70, 0];
        Assert.Throws<ArgumentException>(() => new TravelMatrix([], [], 2));
        Assert.Throws<ArgumentException>(() => new TravelMatrix([0], [table, table], 2));
        Assert.Throws<ArgumentException>(() => new TravelMatrix([10, 10], [table, table], 2));
        Assert.Throws<ArgumentException>(() => new TravelMatrix([0, 10], [table, [0, 60, 70]], 2));
        Assert.Throws<ArgumentException>(() => new TravelMatrix([0, 10], [table, [0, -1, 70, 0]], 2));
        Assert.Throws<ArgumentException>(() => new TravelMatrix([0, 10], [table, [0, TravelMatrix.NoRoad, 70, 0]], 2));
        var strict = new PlanTechnician { StartPlace = 0, EndPlace = 0, AvailableFrom = 0, ShiftEnd = 100, Break = new PlanBreak(0, 10, 5) { IsStrict = true } };
        Assert.Throws<ArgumentException>(() => new Problem([strict], [], new TravelMatrix([0, 10], [table, table], 2)));
    }

    private static int Driven(int[] begins, int[][] tables, int departure)
    {
        var (share, now) = (0m, departure);
        for (; share < 1 - 1e-9m; now++)
            share += 1m / tables[Math.Max(0, Array.FindLastIndex(begins, begin => begin <= now))][1];
        return now - departure;
    }
}
