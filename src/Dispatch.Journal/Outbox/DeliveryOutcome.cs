namespace Dispatch.Journal.Outbox;

/// <summary>What came of one try to deliver: one of the two nested cases.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome() { }

    /// <summary>The receiver has it, or had it before; it leaves the outbox.</summary>
    public sealed record Delivered : DeliveryOutcome;

    /// <summary>The receiver does not have it; it stays first in its line and is tried again.</summary>
    /// <param name="Reason">For the operator; no patient's data.</param>
    public sealed record Failed(string Reason) : DeliveryOutcome;
}

/// <summary>A delivery that keeps failing, told so that a person may look. It stays in the outbox and is tried again.</summary>
/// <param name="Delivery">With the number of failures so far.</param>
/// <param name="Reason">Of the last failure.</param>
/// <param name="Error">What was thrown; none if the failure came as a value.</param>
public sealed record StuckDelivery(PendingDelivery Delivery, string Reason, Exception? Error);
