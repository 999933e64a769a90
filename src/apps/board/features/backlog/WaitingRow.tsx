import { useTranslation } from 'react-i18next';
import { duration } from '../../../shared/time';
import { ReasonText } from '../../parts/ReasonText';
import { Urgency } from '../../parts/Urgency';
import { useZone } from '../../parts/useZone';
import { selectOne } from '../../store/selection';
import type { Waiting } from './waiting';

/** A visit that waits: on which days it may be, the day that is proposed and with whom, or why it stays. */
export function WaitingRow({ row: { visit, proposed, why }, isLeft, toggle, show }: { row: Waiting; isLeft: boolean; toggle: () => void; show: () => void }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { days } = visit;
  return (
    <tr data-left={(proposed !== null && isLeft) || undefined}>
      <td>{proposed && <input type="checkbox" aria-label={t('backlog.takeOne', { name: visit.patientName })} checked={!isLeft} onChange={toggle} />}</td>
      <td>
        <Urgency urgency={visit.urgency} /> <button type="button" className="link" onClick={() => { show(); selectOne('visit', visit.id); }}>{visit.patientName}</button>
        <small>{visit.typeName}, {duration(visit.durationMinutes)}</small>
      </td>
      <td>
        {days ? `${zone.day(days.first)} – ${zone.day(days.last)}` : visit.dueDate ? t('backlog.until', { date: zone.day(visit.dueDate) }) : t('list.noDate')}
        {days?.times?.map(time => <small key={`${time.on}${time.from}`}>{time.from.slice(0, 5)}–{time.to.slice(0, 5)}</small>)}
      </td>
      <td>{proposed && <><b>{zone.day(proposed.date)}</b><small>{t('backlog.about', { time: zone.time(proposed.arriveAt) })}</small></>}</td>
      <td>
        {proposed && <>{proposed.technicianName}{proposed.second && `, ${proposed.second.technicianName}`}<small>{t('option.extra', { minutes: duration(proposed.extraDriveMinutes) })}</small></>}
        {!proposed && why.map(reason => <span key={reason.code + reason.text} className="backlog-why"><ReasonText reason={reason} /></span>)}
      </td>
    </tr>
  );
}
