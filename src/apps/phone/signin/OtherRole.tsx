import { usePhone, useWords } from '../phoneContext';

/** Somebody signed in who has no route: shown the way instead of an empty day. */
export function OtherRole() {
  const { say } = useWords();
  const phone = usePhone();
  return (
    <main className="page signin">
      <h1>{say('otherRole')}</h1>
      <p className="muted">{say('otherRoleLead')}</p>
      <a className="primary" href="/">{say('toBoard')}</a>
      <button type="button" className="secondary" onClick={() => void phone.signOut()}>{say('signOut')}</button>
    </main>
  );
}
