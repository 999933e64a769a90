import { useTranslation } from 'react-i18next';
import type { OptionsAnswer } from '../../../contract';
import { duration } from '../../../shared/time';
import { reasonText } from '../../parts/ReasonText';
import { useZone } from '../../parts/useZone';
import { useBoard } from '../../store/desk';

/** The three best places, each with what it would change for others. */
export function OptionList({ options, chosen, choose }: { options: OptionsAnswer; chosen: string | null; choose: (id: string) => void }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { foreseen } = useBoard();
  if (options.options.length === 0) {
    return (
      <section>
        <h3>{t('option.none')}</h3>
        <p>{t('option.noneHint')}</p>
        <ul className="reasons">{options.whyNot.map(reason => <li key={reason.code + reason.text}>{reasonText(t, reason)}</li>)}</ul>
      </section>
    );
  }
  return (
    <fieldset className="options">
      <legend className="heard">{t('option.title')}</legend>
      {options.options.map(option => (
        <label key={option.id} className="option">
          <input type="radio" name="option" checked={chosen === option.id} onChange={() => choose(option.id)} />
          <span className="option-head"><b>{option.technicianName}{option.partner && ` + ${option.partner.name}`}</b> <time>{zone.time(option.arriveAt)}</time></span>
          <span className="option-facts">
            {t('option.extra', { minutes: duration(option.extraDriveMinutes) })}
            {option.lateMinutes > 0 && <em>{t('option.late', { minutes: duration(option.lateMinutes) })}</em>}
            {option.overtimeMinutes > 0 && <span>{t('option.overtime', { minutes: duration(option.overtimeMinutes) })}</span>}
          </span>
          <ul>
            {option.shifts.length === 0 && option.displaces.length === 0 && <li className="muted">{t('option.noOne')}</li>}
            {option.shifts.filter(shift => shift.delayMinutes > 0).slice(0, 4).map(shift => (
              <li key={shift.visit}>
                {t('option.shift', { name: shift.patientName, minutes: duration(shift.delayMinutes) })}
                {shift.breaksPromise && <em>{t('option.breaks')}</em>}
              </li>
            ))}
            {option.displaces.map(visit => <li key={visit}>{t('option.displaces', { name: foreseen.visits.get(visit)?.patientName ?? visit })}</li>)}
            {option.remarks.map(remark => <li key={remark.code + remark.text}>{reasonText(t, remark)}</li>)}
          </ul>
        </label>
      ))}
    </fieldset>
  );
}
