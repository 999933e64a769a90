import { useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused, type Reason } from '../../../contract';
import { reasonOf } from '../../commands/commands';
import { reasonText } from '../../parts/ReasonText';
import { SavedContext } from './FirstSteps';

/** A form that is saved as a whole; says what was wrong, field by field where the server knows it, and that nothing was changed. */
export function SaveForm({ save, remove, removeQuestion, children }: {
  save: () => Promise<unknown>;
  remove?: (() => Promise<unknown>) | undefined;
  removeQuestion?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const told = useContext(SavedContext);
  const [outcome, setOutcome] = useState<'saved' | null>(null);
  const [mistake, setMistake] = useState<{ text: string | Reason; errors: readonly string[] } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setMistake(null);
    setOutcome(null);
    try {
      await work();
      setOutcome('saved');
      told();
    } catch (error) {
      const errors = error instanceof Refused ? Object.entries(error.problem.errors ?? {}).map(([field, texts]) => `${field}: ${texts.join(' ')}`) : [];
      setMistake({ text: reasonOf(error), errors });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="admin-form" onChange={() => setOutcome(null)} onSubmit={event => { event.preventDefault(); void attempt(save); }}>
      {children}
      <div className="admin-foot">
        <div role="status">
          {outcome && t('admin.saved')}
          {mistake && (
            <div className="mistake" role="alert">
              <b>{t('admin.notSaved')}</b> {typeof mistake.text === 'string' ? t(mistake.text) : reasonText(t, mistake.text)}
              {mistake.errors.length > 0 && <ul>{mistake.errors.map(text => <li key={text}>{text}</li>)}</ul>}
            </div>
          )}
        </div>
        {remove && <button type="button" disabled={isBusy} onClick={() => { if (confirm(removeQuestion ?? t('admin.removeQuestion'))) void attempt(remove); }}>{t('admin.remove')}</button>}
        <button type="submit" className="primary" disabled={isBusy}>{t('edit.submit')}</button>
      </div>
    </form>
  );
}
