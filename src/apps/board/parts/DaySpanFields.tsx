import { useTranslation } from 'react-i18next';
import { useDesk } from '../store/desk';
import type { EnteredDays } from './days';
import { TimeInput } from './TimeInput';

/** On which days a visit may be done that has no day yet: from, to, and at which times of the day. */
export function DaySpanFields({ days, change }: { days: EnteredDays; change: (next: EnteredDays) => void }) {
  const { t } = useTranslation();
  const { today } = useDesk();
  return (
    <fieldset className="field">
      <legend>{t('backlog.mayBe')}</legend>
      <div className="field-row">
        <label className="field">{t('backlog.first')}<input type="date" required min={today} value={days.first} onChange={event => change({ ...days, first: event.target.value })} /></label>
        <label className="field">{t('backlog.last')}<input type="date" required min={days.first || today} value={days.last} onChange={event => change({ ...days, last: event.target.value })} /></label>
        <TimeInput label={t('window.from')} value={days.from} set={from => change({ ...days, from })} isRequired={days.to !== ''} />
        <TimeInput label={t('window.to')} value={days.to} set={to => change({ ...days, to })} isRequired={days.from !== ''} />
      </div>
    </fieldset>
  );
}
