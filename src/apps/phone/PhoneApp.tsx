import { Broken } from './frame/Broken';
import { usePhoneState, useWords } from './phoneContext';
import { OtherRole } from './signin/OtherRole';
import { SignIn } from './signin/SignIn';
import { Today } from './Today';

/** The phone: who you are first, then the day. */
export function PhoneApp() {
  const { say } = useWords();
  return (
    <Broken title={say('brokenTitle')} lead={say('brokenLead')} again={say('brokenAgain')}>
      <Screen />
    </Broken>
  );
}

function Screen() {
  const { say } = useWords();
  const { phase } = usePhoneState();
  switch (phase) {
    case 'starting':
      return <main className="page" aria-busy="true"><h1 className="heard">{say('title')}</h1></main>;
    case 'signed-out':
      return <SignIn />;
    case 'other-role':
      return <OtherRole />;
    case 'signed-in':
      return <Today />;
  }
}
