using Dispatch.Domain.Time;
using NodaTime;

namespace Dispatch.Domain.Tests.Time;

public sealed class WorkingTimeTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Fact]
    public void A_day_without_a_shift_is_free() =>
        Assert.Null(WorkingTime.On(new LocalDate(2026, 3, 1), [new(IsoDayOfWeek.Monday, new(8, 0), new(16, 30))], Berlin));

    [Fact]
    public void Two_shifts_span_from_the_first_start_to_the_last_end()
    {
        var span = WorkingTime.On(
            new LocalDate(2026, 3, 2),
            [new(IsoDayOfWeek.Monday, new(13, 0), new(18, 0)), new(IsoDayOfWeek.Monday, new(8, 0), new(12, 0))],
            Berlin);
        Assert.Equal((Instant.FromUtc(2026, 3, 2, 7, 0), Instant.FromUtc(2026, 3, 2, 17, 0)), span);
    }

    [Fact]
    public void A_night_shift_ends_on_the_next_day()
    {
        var span = WorkingTime.On(new LocalDate(2026, 3, 2), [new(IsoDayOfWeek.Monday, new(22, 0), new(6, 0))], Berlin);
        Assert.Equal(Duration.FromHours(8), span!.Value.End - span.Value.Start);
    }

    [Fact]
    public void A_time_that_the_clock_skips_is_taken_after_the_gap() =>
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 30), WorkingTime.At(new LocalDate(2026, 3, 29), new LocalTime(2, 30), Berlin));

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    [InlineData(2, true)]
    [InlineData(8, false)]
    public void Quiet_hours_run_over_midnight(int hour, bool isQuiet) =>
        Assert.Equal(isQuiet, QuietHours.Contains(new LocalTime(hour, 0), new LocalTime(21, 0), new LocalTime(8, 0)));
}
