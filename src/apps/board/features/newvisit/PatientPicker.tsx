import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, type Page, type PatientDetailsView, type PatientProfile } from '../../../contract';
import { addressLine } from '../../../shared/address';
import { useDesk } from '../../store/desk';
import type { Draft } from './draft';

/** Who calls: search by the beginnings of name or address, choose with the arrows or the mouse. */
export function PatientPicker({ draft, change }: { draft: Draft; change: (next: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  const { territory } = useDesk();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly PatientProfile[]>([]);
  const [at, setAt] = useState(0);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === '') {
      setFound([]);
      return;
    }
    const left = new AbortController();
    const timer = setTimeout(() => {
      ask<Page<PatientProfile>>(`/api/territories/${territory.id}/patients?limit=8&text=${encodeURIComponent(wanted)}`, left.signal).then(
        page => { setFound(page.items); setAt(0); setFailed(false); },
        () => { if (!left.signal.aborted) setFailed(true); });
    }, 120);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [text, territory.id]);

  const choose = (profile: PatientProfile | undefined) => {
    if (!profile) return;
    ask<PatientDetailsView>(`/api/patients/${encodeURIComponent(profile.id)}`).then(
      patient => change({ patient, equipment: patient.equipment.length === 1 ? patient.equipment[0]?.id ?? null : null, flow: profile.flowLitresPerMinute, freeBreathing: profile.freeBreathingMinutes }),
      () => setFailed(true));
  };

  if (draft.patient) {
    const { patient } = draft.patient;
    return (
      <section className="call-part">
        <h3>{t('newVisit.patient')}</h3>
        <p className="call-patient">
          <b>{patient.name}</b> <span className="muted">{addressLine(patient.address)}</span>
          <button type="button" className="link" onClick={() => change({ patient: null, equipment: null, failure: null, type: null })}>{t('newVisit.change')}</button>
        </p>
      </section>
    );
  }
  return (
    <section className="call-part">
      <h3 id="patient-head">{t('newVisit.patient')}</h3>
      <input
        type="search" autoFocus role="combobox" aria-labelledby="patient-head" aria-expanded={found.length > 0} aria-controls="patient-found"
        aria-activedescendant={found[at] ? `patient-${found[at].id}` : undefined} placeholder={t('newVisit.patientHint')} value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter') choose(found[at]);
          else return;
          event.preventDefault();
        }}
      />
      <ul className="call-found" id="patient-found" role="listbox" aria-labelledby="patient-head">
        {found.map((profile, index) => (
          <li key={profile.id} id={`patient-${profile.id}`} role="option" aria-selected={index === at} onClick={() => choose(profile)}>
            <b>{profile.name}</b> <span className="muted">{addressLine(profile.address)}</span>
          </li>
        ))}
      </ul>
      {isFailed && <p className="mistake" role="alert">{t('refused.unreachable')}</p>}
      {text.trim() !== '' && found.length === 0 && !isFailed && <p className="muted">{t('search.none', { text })}</p>}
    </section>
  );
}
