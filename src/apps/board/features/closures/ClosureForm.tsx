import { Crosshair, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeInput } from '../../parts/TimeInput';
import { useDesk } from '../../store/desk';
import { drawAs, dropPoint, endSketch, isWhole, setPointInMiddle, type Sketch } from '../../store/sketch';
import { untilToday } from './until';

const usualFactor = 2;
const [leastFactor, mostFactor] = [1.1, 20];

/** What is drawn, and what is to hold there: closed or slower, why, until when. */
export function ClosureForm({ sketch }: { sketch: Sketch }) {
  const { t } = useTranslation();
  const { commands, store, territory } = useDesk();
  const [isClosed, setClosed] = useState(true);
  const [factor, setFactor] = useState(usualFactor);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [isSending, setSending] = useState(false);
  const isReady = isWhole(sketch) && reason.trim() !== '' && (isClosed || (factor >= leastFactor && factor <= mostFactor));

  const submit = async () => {
    setSending(true);
    const isTaken = await commands.closeStreets({
      shape: [...sketch.points], isArea: sketch.isArea, factor: isClosed ? null : factor, reason: reason.trim(),
      until: until === '' ? null : untilToday(until, store.clock.now(), territory.timeZone),
    });
    setSending(false);
    if (isTaken) endSketch();
  };

  return (
    <form onSubmit={event => { event.preventDefault(); void submit(); }}>
      <h2>{t('closures.draw')}</h2>
      <div className="segments" role="group" aria-label={t('closures.shape')}>
        {[false, true].map(isArea => (
          <label key={String(isArea)}>
            <input type="radio" name="shape" checked={sketch.isArea === isArea} onChange={() => drawAs(isArea)} />
            <span>{t(isArea ? 'closures.area' : 'closures.line')}</span>
          </label>
        ))}
      </div>
      <p className="muted">{t(sketch.isArea ? 'closures.areaHint' : 'closures.lineHint')}</p>
      <div className="field-row">
        <button type="button" onClick={setPointInMiddle}><Crosshair size={16} aria-hidden /> {t('closures.point')}</button>
        <button type="button" disabled={sketch.points.length === 0} onClick={dropPoint}><Undo2 size={16} aria-hidden /> {t('closures.dropPoint')}</button>
        <span className="muted" role="status">{t('closures.points', { count: sketch.points.length })}</span>
      </div>
      <div className="segments" role="group" aria-label={t('closures.what')}>
        <label><input type="radio" name="what" checked={isClosed} onChange={() => setClosed(true)} /><span>{t('closures.nobody')}</span></label>
        <label><input type="radio" name="what" checked={!isClosed} onChange={() => setClosed(false)} /><span>{t('closures.slower')}</span></label>
      </div>
      {!isClosed && (
        <label className="inline-field">
          <input
            type="number" min={leastFactor} max={mostFactor} step={0.1} required value={Number.isNaN(factor) ? '' : factor}
            onChange={event => setFactor(event.target.valueAsNumber)}
          />
          {t('closures.timesAsLong')}
        </label>
      )}
      <label className="field">{t('closures.reason')}<input required maxLength={200} value={reason} onChange={event => setReason(event.target.value)} /></label>
      <TimeInput label={t('closures.untilTime')} value={until} set={setUntil} />
      <footer>
        <button type="button" onClick={endSketch}>{t('cancel')}</button>
        <button type="submit" className="primary" disabled={!isReady || isSending}>{t(isClosed ? 'closures.submit' : 'closures.submitSlower')}</button>
      </footer>
    </form>
  );
}
