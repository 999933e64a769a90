import { usePhone, usePhoneState, useWords } from '../phoneContext';

/** What the server would not have, with its reason; it stays until it was read. */
export function RefusedCard() {
  const { say } = useWords();
  const phone = usePhone();
  const [first] = usePhoneState().refused;
  if (!first) return null;
  return (
    <section className="card" role="alert">
      <h2>{say('refusedTitle')}</h2>
      {first.report.kind === 'message' && <p>“{first.report.text}”</p>}
      <p>{first.text || first.code}</p>
      <button type="button" className="secondary" onClick={() => void phone.dismissRefused(first.id)}>{say('refusedSeen')}</button>
    </section>
  );
}
