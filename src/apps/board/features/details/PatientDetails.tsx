import { Phone, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PatientDetailsView } from '../../../contract';
import { addressLine } from '../../../shared/address';
import { languageName } from '../../../shared/languageName';
import { duration } from '../../../shared/time';
import { UrgencyMark } from '../../../shared/UrgencyMark';
import { useAnswer } from '../../parts/useAnswer';
import { useZone } from '../../parts/useZone';
import { useBoard } from '../../store/desk';
import { prompt } from '../../store/prompts';
import { selectOne } from '../../store/selection';
import { Fact, Facts, History, Missing } from './Facts';
import { PreferredTechnicians } from './PreferredTechnicians';

/** A patient: home, contact, emergency plan, devices, visits, messages. */
export function PatientDetails({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const zone = useZone();
  const { desk } = useBoard();
  const read = useAnswer<PatientDetailsView>(`/api/patients/${encodeURIComponent(id)}`, desk.messages.find(message => message.patient === id)?.id);
  if (!read.value) return <Missing read={read} />;
  const { patient, equipment, visits, messages, history } = read.value;
  return (
    <>
      <header className="details-head">
        <h2>{patient.name}</h2>
        <p className="muted">{addressLine(patient.address)}</p>
      </header>
      <div className="actions" role="group" aria-label={t('details.actions')}>
        <button type="button" className="primary" onClick={() => prompt({ kind: 'new-visit', patient: id })}><Plus size={16} aria-hidden /> {t('header.newVisit')}</button>
        <a className="button" href={`tel:${patient.contact.phone}`}><Phone size={16} aria-hidden /> {patient.contact.phone}</a>
      </div>
      {patient.emergencyPlan && (
        <section className="emergency-plan">
          <h3>{t('patient.emergencyPlan')}</h3>
          <p>{patient.emergencyPlan}</p>
          <p><a href={`tel:${patient.emergencyNumber}`}>{patient.emergencyNumber}</a></p>
        </section>
      )}
      <Facts>
        <Fact name={t('patient.access')}>{patient.accessNotes}</Fact>
        <Fact name={t('patient.language')}>{languageName(patient.contact.language, i18n.language)}</Fact>
        <Fact name={t('patient.texts')}>{patient.contact.acceptsTexts ? t('patient.textsYes') : t('patient.textsNo')}</Fact>
        <Fact name={t('patient.someoneElse')}>{patient.contact.someoneElse}</Fact>
        <Fact name={t('patient.flow')}>{patient.flowLitresPerMinute !== null && `${patient.flowLitresPerMinute} L/min`}</Fact>
        <Fact name={t('patient.freeBreathing')}>{patient.freeBreathingMinutes !== null && duration(patient.freeBreathingMinutes)}</Fact>
      </Facts>
      <PreferredTechnicians read={read.value} changed={read.again} />
      <section>
        <h3>{t('details.equipment')}</h3>
        {equipment.length === 0 ? <p className="muted">{t('patient.noEquipment')}</p> : (
          <ul className="lines">
            {equipment.map(device => (
              <li key={device.id}>
                <button type="button" onClick={() => selectOne('equipment', device.id)}>
                  <span>{device.model}<small>{t(`equipment.kind.${device.kind}`, { defaultValue: device.kind })}, {device.serial}</small></span>
                  <span className="muted">{device.state === 'Faulty' ? t('deviceState.Faulty') : t(`dependence.${device.dependence}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{t('patient.visits')}</h3>
        {visits.length === 0 ? <p className="muted">{t('patient.noVisits')}</p> : (
          <ul className="lines">
            {visits.slice(0, 20).map(visit => (
              <li key={visit.id}>
                <button type="button" onClick={() => selectOne('visit', visit.id)}>
                  <span><UrgencyMark urgency={visit.urgency} isNamed /> {visit.typeName}<small>{visit.date ? zone.day(visit.date) : t('list.backlog')}</small></span>
                  <span className="muted">{t(`status.${visit.status}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      {messages.length > 0 && (
        <section>
          <h3>{t('patient.messages')}</h3>
          <ul className="history">
            {messages.slice(0, 10).map(message => (
              <li key={message.id}><time>{zone.moment(message.sentAt)}</time><span>{message.text} {message.link && <a href={message.link} target="_blank" rel="noreferrer">{t('message.page')}</a>}</span></li>
            ))}
          </ul>
        </section>
      )}
      <History entries={history} />
    </>
  );
}
