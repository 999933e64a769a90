import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Answer, CylinderReport } from '../../../contract';
import { useDesk } from '../../store/desk';
import { questionsFor, type Draft } from './draft';

/** What the runway needs to know. What nobody knows stays empty, and counts as the worst. */
export function RunwayQuestions({ draft, change }: { draft: Draft; change: (next: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  const { territory } = useDesk();
  const asks = questionsFor(draft);
  const sizes = territory.settings.runway.cylinders;
  if (!asks.isSafety) return null;
  const setCylinder = (index: number, next: Partial<CylinderReport>) =>
    change({ cylinders: draft.cylinders.map((known, at) => (at === index ? { ...known, ...next } : known)) });

  return (
    <section className="call-part">
      <YesNo name="safe" question={t('runway.safeNow')} value={draft.safeNow} set={safeNow => change({ safeNow })} />
      <YesNo name="backup" question={t('runway.backupRunning')} value={draft.backupRunning} set={backupRunning => change({ backupRunning })} />
      {asks.isCylinders && (
        <fieldset>
          <legend>{t('runway.cylinders')}</legend>
          {draft.cylinders.map((cylinder, index) => (
            <div key={index} className="field-row">
              <label>{t('runway.count')} <input type="number" min={1} max={50} value={cylinder.count} onChange={event => setCylinder(index, { count: event.target.valueAsNumber || 1 })} /></label>
              <label>
                {t('runway.size')}{' '}
                <select value={cylinder.label} onChange={event => setCylinder(index, { label: event.target.value })}>
                  {sizes.map(size => <option key={size.label}>{size.label}</option>)}
                </select>
              </label>
              <label>{t('runway.pressure')} <NumberField value={cylinder.pressurePsi} max={6000} set={pressurePsi => setCylinder(index, { pressurePsi })} placeholder={t('runway.unknown')} /></label>
              <button type="button" className="icon-button" aria-label={t('runway.removeCylinder')} onClick={() => change({ cylinders: draft.cylinders.filter((_, at) => at !== index) })}><X size={16} aria-hidden /></button>
            </div>
          ))}
          <button type="button" onClick={() => change({ cylinders: [...draft.cylinders, { label: sizes.find(size => size.label === 'US E')?.label ?? sizes[0]?.label ?? '', pressurePsi: null, count: 1 }] })}>
            <Plus size={16} aria-hidden /> {t('runway.addCylinder')}
          </button>
          <label className="inline-field">{t('runway.flow')} <NumberField value={draft.flow} max={30} step={0.5} set={flow => change({ flow })} placeholder={t('runway.unknown')} /></label>
        </fieldset>
      )}
      {asks.isBattery && <label className="inline-field">{t('runway.batteryLeft')} <NumberField value={draft.battery} max={2880} set={battery => change({ battery })} placeholder={t('runway.unknown')} /></label>}
      {asks.isFreeBreathing && <label className="inline-field">{t('runway.freeBreathingLeft')} <NumberField value={draft.freeBreathing} max={1440} set={freeBreathing => change({ freeBreathing })} placeholder={t('runway.unknown')} /></label>}
      <p className="muted">{t('runway.worst')}</p>
    </section>
  );
}

function YesNo({ name, question, value, set }: { name: string; question: string; value: Answer; set: (value: Answer) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="yes-no">
      <legend>{question}</legend>
      <div className="segments">
        {(['Yes', 'No', 'Unknown'] as const).map(answer => (
          <label key={answer}>
            <input type="radio" name={name} checked={value === answer} onChange={() => set(answer)} />
            <span>{t(`answer.${answer}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function NumberField({ value, set, max, step = 1, placeholder }: { value: number | null; set: (value: number | null) => void; max: number; step?: number; placeholder: string }) {
  return (
    <input
      type="number" inputMode="decimal" min={0} max={max} step={step} placeholder={placeholder} value={value ?? ''}
      onChange={event => set(event.target.value === '' ? null : event.target.valueAsNumber)}
    />
  );
}
