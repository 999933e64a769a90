import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TechnicianDayView } from '../../contract';
import { chooseLanguage, languages } from '../../shared/i18n';
import { usePhone, usePhoneState, useWords } from '../phoneContext';
import { Choices } from '../sheet/Choices';
import { Sheet } from '../sheet/Sheet';
import { languageNames } from '../texts/phoneTexts';

/** Everything that is not the next step: break, end of duty, loading, language, signing out. */
export function MenuSheet({ day, isOpen, onClose, onEndDuty, onLoad }: {
  day: TechnicianDayView | null;
  isOpen: boolean;
  onClose: () => void;
  onEndDuty: () => void;
  onLoad: () => void;
}) {
  const { say, time, duration } = useWords();
  const { i18n } = useTranslation();
  const phone = usePhone();
  const { outbox, position } = usePhoneState();
  const [problem, setProblem] = useState('');
  const waiting = outbox.filter(item => item.state === 'waiting').length;
  const does = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Sheet title={say('menu')} isOpen={isOpen} onClose={onClose} isTall>
      {day?.duty === 'OnDuty' && (
        <>
          <button type="button" className="choice" onClick={does(() => void phone.report({ kind: 'fact', fact: { kind: 'break-started' } }))}>
            {say('startBreak')}
          </button>
          {day.breakStart && (
            <p className="muted">{say('breakPlanned', { time: time(day.breakStart), duration: duration(day.breakMinutes * 60) })}</p>
          )}
          <button type="button" className="choice" onClick={does(onLoad)}>{say('load')}</button>
        </>
      )}
      {(day?.duty === 'OnDuty' || day?.duty === 'OnBreak') && (
        <button type="button" className="choice" onClick={does(onEndDuty)}>{say('endDuty')}</button>
      )}
      <p className="muted position">{say(`position_${position.kind}`)}</p>
      <h2>{say('language')}</h2>
      <Choices
        label={say('language')}
        value={languages.find(each => each === i18n.language) ?? 'en'}
        options={languages.map(value => ({ value, label: languageNames[value] }))}
        onChange={value => void chooseLanguage(i18n, value)}
      />
      {waiting > 0 && <p className="muted">{say('signOutWaiting', { count: waiting })}</p>}
      {problem && <p className="problem" role="alert">{problem}</p>}
      <button
        type="button"
        className="choice"
        onClick={() => void phone.signOut().then(became => setProblem(became === 'offline' ? say('signOutOffline') : ''))}
      >
        {say('signOut')}
      </button>
    </Sheet>
  );
}
