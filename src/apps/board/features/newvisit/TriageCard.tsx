import { PhoneCall } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TriageView } from '../../../contract';
import { duration } from '../../../shared/time';
import { reasonText } from '../../parts/ReasonText';
import { Urgency } from '../../parts/Urgency';
import { useZone } from '../../parts/useZone';

/** What the rules make of the call: class, deadline and why; for P0 the emergency plan before anything else. */
export function TriageCard({ triage }: { triage: TriageView }) {
  const { t } = useTranslation();
  const zone = useZone();
  return (
    <section className="triage" data-urgency={triage.urgency}>
      {triage.opensEmergencyCard && (
        <div className="emergency-plan" role="alert">
          <h3>{t('emergency.first')}</h3>
          <p className="emergency-text">{triage.emergencyPlan || t('emergency.noPlan')}</p>
          <a className="button primary emergency-call" href={`tel:${triage.emergencyNumber}`}><PhoneCall size={16} aria-hidden /> {triage.emergencyNumber || t('emergency.noNumber')}</a>
        </div>
      )}
      <p className="triage-line">
        <Urgency urgency={triage.urgency} isCalling={triage.urgency === 'P0' || triage.urgency === 'P1'} /> <b>{t(`urgency.${triage.urgency}`)}</b>
        {triage.deadline && <span>{t('triage.by', { time: zone.moment(triage.deadline) })}</span>}
      </p>
      <ul className="reasons">{triage.reasons.map(reason => <li key={reason.code}>{reasonText(t, reason)}</li>)}</ul>
      {triage.runway && (
        <p className="muted">
          {t('triage.runway', { minutes: duration(triage.runway.usableMinutes) })}
          {triage.runway.parts.map(part => ` · ${t(`runway.${part.source}`, { defaultValue: part.source })} ${duration(part.minutes)}${part.isAssumed ? ` (${t('runway.assumed')})` : ''}`)}
        </p>
      )}
    </section>
  );
}
