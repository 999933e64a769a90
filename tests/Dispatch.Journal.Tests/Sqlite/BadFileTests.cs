using Dispatch.Journal.Sqlite;
using Dispatch.Journal.Tests.Child;
using Microsoft.Data.Sqlite;

namespace Dispatch.Journal.Tests.Sqlite;

public sealed class BadFileTests
{
    [Fact]
    public async Task A_second_opening_is_told_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        await using var first = SqliteJournal.Open(folder.File());
        Assert.Contains("Another process is using", Refusal(folder.File()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_process_keeps_the_file_until_it_ends_even_by_a_kill()
    {
        using var folder = new TemporaryFolder();
        using var child = ChildProcess.Start(ChildWork.Hold, folder.File());
        Assert.Equal("open", await child.ReadLineAsync());
        Assert.Contains("Another process is using", Refusal(folder.File()), StringComparison.Ordinal);
        child.Kill();
        await using var journal = SqliteJournal.Open(folder.File());
        Assert.Equal(0, await journal.LastPositionAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_that_another_program_has_locked_is_told_as_locked()
    {
        using var folder = new TemporaryFolder();
        await SqliteJournal.Open(folder.File()).DisposeAsync();
        using var other = new SqliteConnection($"Data Source={folder.File()};Pooling=False");
        other.Open();
        Execute(other, "PRAGMA journal_mode = DELETE");
        Execute(other, "BEGIN EXCLUSIVE");
        var options = new JournalOptions { File = folder.File(), LockWait = TimeSpan.FromSeconds(1) };
        Assert.Contains("locked by another program", Assert.Throws<JournalException>(() => SqliteJournal.Open(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_file_is_no_journal()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(), new string('x', 5000));
        Assert.Contains("not a journal of Dispatch", RefusalThatChangesNothing(folder.File()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_with_its_middle_overwritten_is_told_as_damaged()
    {
        using var folder = new TemporaryFolder();
        await SqliteJournal.Open(folder.File()).DisposeAsync();
        using (var file = File.OpenWrite(folder.File()))
        {
            file.Position = 100;
            file.Write(new byte[3000]);
        }

        Assert.Contains("damaged", RefusalThatChangesNothing(folder.File()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_journal_is_told_as_such()
    {
        using var folder = new TemporaryFolder();
        await SqliteJournal.Open(folder.File()).DisposeAsync();
        File.SetAttributes(folder.File(), FileAttributes.ReadOnly);
        Assert.Contains("is read-only; make it writable", RefusalThatChangesNothing(folder.File()), StringComparison.Ordinal);
        File.SetAttributes(folder.File(), FileAttributes.Normal);
    }

    [Fact]
    public void A_folder_that_is_a_file_is_told()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("data"), "");
        Assert.Contains("choose another data folder", Refusal(Path.Combine(folder.File("data"), "journal.db")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PRAGMA user_version = 99", "written by a newer Dispatch (format 99)")]
    [InlineData("CREATE TABLE other (x)", "not a journal of Dispatch")]
    [InlineData("CREATE TABLE other (x); PRAGMA user_version = 1", "not a journal of Dispatch")]
    [InlineData("CREATE TABLE other (x); PRAGMA user_version = 99", "not a journal of Dispatch")]
    public void A_database_of_something_else_or_newer_is_left_alone(string sql, string expected)
    {
        using var folder = new TemporaryFolder();
        Make(folder.File(), sql);
        Assert.Contains(expected, RefusalThatChangesNothing(folder.File()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_of_a_newer_program_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        await SqliteJournal.Open(folder.File()).DisposeAsync();
        Make(folder.File(), "PRAGMA user_version = 2");
        Assert.Contains("written by a newer Dispatch (format 2)", RefusalThatChangesNothing(folder.File()), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_option_out_of_bounds_is_named()
    {
        var good = new JournalOptions { File = "journal.db" };
        Assert.Empty(JournalOptionsValidator.Validate(good));
        Assert.Contains("File", Wrong(good with { File = " " }), StringComparison.Ordinal);
        Assert.Contains("MostWritesTogether is 0", Wrong(good with { MostWritesTogether = 0 }), StringComparison.Ordinal);
        Assert.Contains("PageEvents is 100001", Wrong(good with { PageEvents = 100_001 }), StringComparison.Ordinal);
        Assert.Contains("LockWait", Wrong(good with { LockWait = TimeSpan.Zero }), StringComparison.Ordinal);
        Assert.Contains("LockWait", Wrong(good with { LockWait = TimeSpan.FromMilliseconds(1500) }), StringComparison.Ordinal);
        Assert.Contains("LockWait", Wrong(good with { LockWait = TimeSpan.FromSeconds(61) }), StringComparison.Ordinal);
    }

    private static string Wrong(JournalOptions options) => Assert.Single(JournalOptionsValidator.Validate(options));

    private static string Refusal(string file) => Assert.Throws<JournalException>(() => SqliteJournal.Open(file)).Message;

    private static string RefusalThatChangesNothing(string file)
    {
        var before = File.ReadAllBytes(file);
        var sentence = Refusal(file);
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.False(File.Exists(file + "-wal"));
        return sentence;
    }

    private static void Make(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, sql);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
